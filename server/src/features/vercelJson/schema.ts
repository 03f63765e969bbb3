import { presetTitles, pythonPresets } from '../../facts/frameworks.ts';
import { regions } from '../../facts/regions.ts';
import { describedVercelJson, enforcedVercelJson, type JsonSchema } from '../../facts/vercelJsonSchema.ts';
import { prose } from '../markdown.ts';

/** What documents name in `$schema` for Vercel's own schema. */
export const vercelSchemaUri = 'https://openapi.vercel.sh/vercel.json';

/** A JSON schema with the further keywords by which the language service of VS Code shows and types things. */
export interface LanguageSchema {
  readonly [keyword: string]: unknown;
}

/**
 * What Vercel publishes about vercel.json and what its command line enforces, as one schema to complete and explain by. Nothing
 * is validated by it: what Vercel refuses is said by rules, in its own words.
 */
export function languageSchema(): LanguageSchema {
  const { VercelConfig = {} } = describedVercelJson().definitions;
  return {
    allOf: [converter(false)(VercelConfig), converter(true)(enforcedVercelJson())].map(inUsualOrder),
    properties: { $schema: schemaProperty },
    defaultSnippets: [{ label: '{ "$schema": … }', bodyText: `{\n\t"$schema": "${vercelSchemaUri}"$1\n}` }],
  };
}

/** What a backend on Python has, most of all first; the others follow in the order of the schema. */
const usualKeys = [
  ...[
    'functions',
    'rewrites',
    'crons',
    'regions',
    'headers',
    'redirects',
    'framework',
    'installCommand',
    'buildCommand',
  ],
  ...['cleanUrls', 'trailingSlash'],
];

function inUsualOrder(schema: LanguageSchema): LanguageSchema {
  const entries = Object.entries(schema.properties as Readonly<Record<string, LanguageSchema>>);
  const properties = entries.map(([name, { suggestSortText, ...property }]) => {
    const place = usualKeys.indexOf(name);
    const usual = place < 0 ? 'other' : `${place}`.padStart(2, '0');
    return [name, { ...property, suggestSortText: suggestSortText ?? usual }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

const schemaProperty: LanguageSchema = {
  suggestSortText: 'other',
  type: 'string',
  const: vercelSchemaUri,
  markdownDescription: 'Tells editors what may stand in this file. Vercel does not read it.',
};

/**
 * Schemas that stand at several places stay one in what is made of them.
 * @param hasSnippets whether an object that must have several properties is offered with them.
 */
function converter(hasSnippets: boolean): Convert {
  const known = new Map<JsonSchema, LanguageSchema>();
  const convert: Convert = (schema) => {
    const before = known.get(schema);
    if (before) return before;
    const made = {};
    known.set(schema, made);
    const { required = [] } = schema;
    const snippet = hasSnippets && required.length > 1 ? { defaultSnippets: [requiredSnippet(schema)] } : {};
    return Object.assign(made, converted(resolved(schema), convert), snippet);
  };
  return convert;
}

type Convert = (schema: JsonSchema) => LanguageSchema;

/** What stands beside a reference goes before what it leads to. */
function resolved({ $ref, ...schema }: JsonSchema): JsonSchema {
  const name = $ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : describedVercelJson().definitions[name];
  return target ? { ...resolved(target), ...schema } : schema;
}

function converted(schema: JsonSchema, convert: Convert): LanguageSchema {
  const { description, deprecated, title: _, ...rest } = schema;
  const keywords = Object.entries(rest).map(([keyword, value]) => [keyword, convertedValue(keyword, value, convert)]);
  return {
    ...Object.fromEntries(keywords),
    ...(description && !description.startsWith(generatorNote) ? { markdownDescription: prose(description) } : {}),
    ...(deprecated ? { completionDetail: 'deprecated', suggestSortText: last } : {}),
  };
}

/** How the description of a type begins that is that of its file. */
const generatorNote = 'AUTO-GENERATED';

/** Sorts behind everything that has no place of its own. */
const last = '~';

const tables: ReadonlySet<string> = new Set(['properties', 'patternProperties']);
const lists: ReadonlySet<string> = new Set(['anyOf', 'oneOf', 'allOf']);
const singles: ReadonlySet<string> = new Set(['items', 'additionalProperties', 'propertyNames', 'not', 'if', 'then']);

function convertedValue(keyword: string, value: unknown, convert: Convert): unknown {
  if (typeof value !== 'object') return value;
  if (singles.has(keyword)) return convert(value as JsonSchema);
  if (lists.has(keyword)) return (value as readonly JsonSchema[]).map(convert);
  if (!tables.has(keyword)) return value;
  const schemas = Object.entries(value as Readonly<Record<string, JsonSchema>>);
  return Object.fromEntries(schemas.map(([name, schema]) => [name, withNames(name, convert(schema))]));
}

/** The words that Vercel's schemas leave out or only list, with what they mean. */
function withNames(name: string, schema: LanguageSchema): LanguageSchema {
  if (/regions$/i.test(name) && schema.type === 'array') {
    const items = { type: 'string', enum: Object.keys(regions), ...named(Object.values(regions)) };
    return { ...schema, items, uniqueItems: true };
  }
  if (name === 'use') return { ...schema, examples: [pythonBuilder] };
  if (name === 'builds' && schema.type === 'array') {
    return { ...schema, items: { ...(schema.items as LanguageSchema), defaultSnippets: [build] } };
  }
  if (name !== 'framework' || !Array.isArray(schema.enum)) return schema;
  const texts = schema.enum.map((word) => presetTexts.get(word) ?? '');
  return { ...schema, ...named(texts), enumSortTexts: texts.map((text) => (text ? '' : last)) };
}

const presetTexts: ReadonlyMap<unknown, string> = new Map(
  pythonPresets.map((preset) => [
    preset,
    preset === 'python' ? 'any application on Python' : `${presetTitles[preset]} on Python`,
  ]),
);

const pythonBuilder = '@vercel/python';
const build: Snippet = { label: '{ src, use }', bodyText: `{ "src": "$1", "use": "${pythonBuilder}" }` };

function named(texts: readonly string[]): LanguageSchema {
  return { enumDetails: texts, enumDescriptions: texts };
}

/** An object that has what it must have. */
function requiredSnippet({ properties = {}, required = [] }: JsonSchema): Snippet {
  const parts = required.map((name, index) => `"${name}": ${valueSnippet(properties[name] ?? {}, index + 1)}`);
  return { label: `{ ${required.join(', ')} }`, bodyText: `{ ${parts.join(', ')} }` };
}

/** Of several types the first is meant. */
function valueSnippet(schema: JsonSchema, place: number): string {
  const { type, const: word } = [schema, ...(schema.anyOf ?? [])].find((one) => one.type) ?? schema;
  if (word !== undefined) return JSON.stringify(word);
  const around = { string: ['"', '"'], object: ['{', '}'], array: ['[', ']'] }[String(type)] ?? ['', ''];
  return around.join(`$${place}`);
}

interface Snippet {
  readonly label: string;
  readonly bodyText: string;
}

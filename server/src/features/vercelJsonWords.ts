import type { JsonPath, VercelJson } from '../documents/vercelJson.ts';
import { presetTitles, pythonPresets } from '../facts/frameworks.ts';
import type { JsonSchema } from '../facts/vercelJsonSchema.ts';
import type { Completion } from './completion.ts';
import { prose } from './markdown.ts';
import { schemasAt, wordsOf } from './vercelJsonSchema.ts';

/** A key or a value that may stand at a place. */
export interface Candidate extends Pick<Completion, 'label' | 'kind' | 'detail'> {
  readonly documentation?: string;
  /** The value as JSON, where it is no string. */
  readonly json?: string;
  /** What a key is given for a value, as a snippet. */
  readonly value?: string;
}

/** The keys that Vercel knows in the object at `path`; those that it would rather not see come last. */
export function schemaKeys(document: VercelJson, path: JsonPath): readonly Candidate[] {
  const keys = new Map<string, JsonSchema[]>();
  for (const { properties } of schemasAt(document, path)) {
    for (const [name, schema] of Object.entries(properties ?? {})) keys.set(name, [...(keys.get(name) ?? []), schema]);
  }
  const isOld = (name: string) => keys.get(name)?.some(({ deprecated }) => deprecated) ?? false;
  return [...keys.keys()]
    .sort((a, b) => Number(isOld(a)) - Number(isOld(b)))
    .map((label) => {
      const schemas = schemasAt(document, [...path, label]);
      const description = schemas.find((schema) => schema.description)?.description ?? '';
      const detail = isOld(label) ? 'deprecated' : '';
      return { label, kind: 'key', detail, documentation: prose(description), value: snippetFor(schemas) };
    });
}

function snippetFor(schemas: readonly JsonSchema[]): string {
  const types = new Set(schemas.flatMap(({ type }) => type ?? []));
  if (types.size !== 1) return '$1';
  return snippets[[...types].join()] ?? '$1';
}

const snippets: Readonly<Record<string, string>> = { string: '"$1"', object: '{$1}', array: '[$1]' };

/** The words that Vercel knows for the value at `path`, those about Python first. */
export function schemaWords(document: VercelJson, path: JsonPath): readonly Candidate[] {
  const words = new Set(schemasAt(document, path).flatMap(wordsOf));
  const preset = (word: unknown) => pythonPresets.find((one) => one === word && path[0] === 'framework');
  const isPython = (word: unknown) => preset(word) !== undefined;
  const sorted = [...words].sort((a, b) => Number(isPython(b)) - Number(isPython(a)));
  return sorted.map((word) => {
    const found = preset(word);
    const detail = found ? `${presetTitles[found]} on Python` : '';
    const label = typeof word === 'string' ? word : JSON.stringify(word);
    return { label, kind: 'word', detail, ...(typeof word === 'string' ? {} : { json: label }) };
  });
}

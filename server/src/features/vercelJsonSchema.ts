import type { JsonNode, JsonPath } from '../documents/vercelJson.ts';
import { jsonAt, propertiesOf, type VercelJson } from '../documents/vercelJson.ts';
import { describedVercelJson, enforcedVercelJson, type JsonSchema } from '../facts/vercelJsonSchema.ts';

/**
 * What Vercel describes and enforces of the value at `path`: every schema that may speak of it, described ones first, with
 * their alternatives. None for what no schema knows.
 */
export function schemasAt(document: VercelJson, path: JsonPath): readonly JsonSchema[] {
  const { VercelConfig } = describedVercelJson().definitions;
  let schemas = partsOf([...(VercelConfig ? [VercelConfig] : []), enforcedVercelJson()], jsonAt(document, []));
  for (const [index, step] of path.entries()) {
    const node = jsonAt(document, path.slice(0, index + 1));
    schemas = partsOf(
      schemas.flatMap((schema) => below(schema, step)),
      node,
    );
  }
  return schemas;
}

function below(schema: JsonSchema, step: string | number): readonly JsonSchema[] {
  if (typeof step === 'number') return schema.items ? [schema.items] : [];
  const own = schema.properties && Object.hasOwn(schema.properties, step) ? schema.properties[step] : undefined;
  if (own) return [own];
  const patterns = Object.entries(schema.patternProperties ?? {});
  const fitting = patterns.flatMap(([pattern, one]) => (new RegExp(pattern).test(step) ? [one] : []));
  if (fitting.length > 0) return fitting;
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
}

/** Each schema with its alternatives, but for those that `node` says it is not. */
function partsOf(schemas: readonly JsonSchema[], node: JsonNode | undefined): readonly JsonSchema[] {
  return schemas.flatMap((schema) => {
    const one = resolved(schema);
    const branches = [...(one.allOf ?? []), ...(one.anyOf ?? []), ...(one.oneOf ?? [])];
    const open = branches.map(resolved).filter((branch) => mayBe(branch, node));
    return [one, ...partsOf(open, node)];
  });
}

/** What stands beside a reference goes before what it leads to. */
function resolved(schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.replace('#/definitions/', '');
  const target = name === undefined ? undefined : describedVercelJson().definitions[name];
  return target ? { ...target, ...schema } : schema;
}

/** Alternatives are told apart by a word such as `type`: a complete one that is another rules the alternative out. */
function mayBe({ properties }: JsonSchema, node: JsonNode | undefined): boolean {
  return propertiesOf(node).every(({ name, value }) => {
    const schema = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
    const words = schema ? wordsOf(schema) : [];
    return words.length === 0 || typeof value.value !== 'string' || words.includes(value.value);
  });
}

/** The values that a schema names, in its order. */
export function wordsOf(schema: JsonSchema): readonly unknown[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return schema.enum;
  return schema.type === 'boolean' ? [true, false] : [];
}

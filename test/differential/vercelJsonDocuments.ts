import fc from 'fast-check';
import { enforcedVercelJson, type JsonSchema } from '../../server/src/facts/vercelJsonSchema.ts';

type Json = fc.Arbitrary<unknown>;

/** Configurations that the schema nearly accepts: it is followed, and now and then left at any place. */
export function generatedConfiguration(): Json {
  const { properties = {} } = enforcedVercelJson();
  const entries = Object.entries(properties).map(([name, schema]) => [name, anyOf(schema)] as const);
  const known = fc
    .subarray([...entries], { minLength: 1, maxLength: 4 })
    .chain((chosen) => fc.record(Object.fromEntries(chosen)));
  return fc.oneof({ weight: 40, arbitrary: known }, { weight: 1, arbitrary: junk });
}

const junk: Json = fc.constantFrom(
  ...[null, true, false, 0, -1, 0.5, 1, 99_999, '', 'x', '/x', 'a b', 'max', [], {}, [null], { x: 1 }],
  ...['x'.repeat(65), 'x'.repeat(257), 'é'.repeat(300), '😀'.repeat(200), ['a', 'a'], { source: '/a' }],
);

function anyOf(schema: JsonSchema): Json {
  return fc.oneof({ weight: 25, arbitrary: goodValue(schema) }, { weight: 1, arbitrary: junk });
}

function goodValue(schema: JsonSchema): Json {
  const choices = schema.oneOf ?? schema.anyOf;
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.properties || schema.additionalProperties || schema.patternProperties || schema.type === 'object') {
    return objectOf(schema);
  }
  if (choices) return fc.oneof(...choices.map(anyOf));
  if (schema.type === 'array') {
    return fc.array(anyOf(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength: 3 });
  }
  if (schema.type === 'boolean') return fc.boolean();
  return schema.type === 'string' ? stringOf(schema) : numberOf(schema);
}

function numberOf({ minimum = 0, maximum = 10_000 }: JsonSchema): Json {
  return fc.constantFrom(minimum, maximum, minimum - 1, maximum + 1, minimum + 1, minimum + 0.5, maximum - 1);
}

function stringOf({ minLength = 0, maxLength = 300 }: JsonSchema): Json {
  const words = ['/api/index.py', '/(.*)', '/:a*', '*/5 * * * *', '0 5 * * 1', 'web', 'app.Dockerfile', 'Europe/Paris'];
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...words, 'all', 'iad1', 'Nowhere/City', 'middleware.ts', 'x') },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(minLength), '/'.repeat(maxLength), 'y'.repeat(maxLength + 1)) },
  );
}

function objectOf(schema: JsonSchema): Json {
  const { properties = {}, required = [], patternProperties = {}, additionalProperties } = schema;
  const open = Object.values(patternProperties)[0] ?? additionalProperties;
  const entries = Object.entries(properties);
  const known = fc
    .tuple(
      fc.subarray(
        entries.map(([name]) => name),
        { maxLength: Math.min(4, entries.length) },
      ),
      fc.integer({ min: 0, max: 20 }),
    )
    .chain(([optional, luck]) => {
      const dropped = luck === 0 ? required[0] : undefined;
      const names = [...new Set([...optional, ...required])].filter((name) => name !== dropped);
      return fc.record(Object.fromEntries(names.map((name) => [name, anyOf(properties[name] ?? {})])));
    });
  const keys = fc.constantFrom('web', 'api/index.py', 'a-b', '1', 'x', 'Api', "it's", 'w'.repeat(70));
  const named = typeof open === 'object' ? fc.dictionary(keys, anyOf(open), { maxKeys: 3 }) : fc.constant({});
  const stray = fc.constantFrom('src', 'dest', 'header', 'method', 'status', 'timeout', 'source', "o'clock", '0');
  const strays = fc.option(fc.dictionary(stray, junk, { minKeys: 1, maxKeys: 2 }), { freq: 25, nil: {} });
  return fc.tuple(strays, known, named).map((parts) => Object.assign({}, ...parts));
}

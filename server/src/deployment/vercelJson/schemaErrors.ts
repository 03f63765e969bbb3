import type { JsonPath } from '../../documents/vercelJson.ts';
import type { JsonSchema } from '../../facts/vercelJsonSchema.ts';
import { hasType, isObject, numberErrors, stringErrors } from './schemaValues.ts';

/** A place in the configuration that a schema refuses. */
export interface SchemaError {
  /** The keyword of the schema that refuses it. */
  readonly keyword: string;
  /** The value that is refused, or that holds or lacks the property which is. */
  readonly path: JsonPath;
  /** The same as Ajv writes it: `.functions['api/index.py'].memory`. */
  readonly dataPath: string;
  /** The property that may not be there, or whose name is refused. */
  readonly property?: string;
  /** The property that is not there. */
  readonly missing?: string;
  /** What the schema says about the value. */
  readonly schema: JsonSchema;
  /** Ajv's words. */
  readonly message: string;
}

/** A value and where it stands. */
export interface Place {
  readonly value: unknown;
  readonly path: JsonPath;
  readonly dataPath: string;
}

/**
 * Everything that `schema` refuses, in the order of Ajv 6, which is the validator in `vercel` 64.0.2.
 * The first is the one that Vercel reports. Lazy: who wants only the first pays for no other.
 * Source: lib/dotjs and lib/compile/rules.js of ajv 6.12.3
 */
export function* schemaErrors(schema: JsonSchema, place: Place): Generator<SchemaError> {
  const { value } = place;
  if (schema.type !== undefined && !hasType(value, schema.type)) {
    const names = typeof schema.type === 'string' ? schema.type : schema.type.join();
    yield fault(schema, place, 'type', `should be ${names}`);
    return;
  }
  if (typeof value === 'number') yield* simple(schema, place, numberErrors(schema, value));
  if (typeof value === 'string') yield* simple(schema, place, stringErrors(schema, value));
  if (Array.isArray(value)) yield* arrayErrors(schema, place, value);
  if (isObject(value)) yield* objectErrors(schema, place, value);
  yield* choiceErrors(schema, place);
}

function fault(schema: JsonSchema, place: Place, keyword: string, message: string): SchemaError {
  return { keyword, path: place.path, dataPath: place.dataPath, schema, message };
}

function* simple(schema: JsonSchema, place: Place, found: Iterable<readonly [string, string]>): Generator<SchemaError> {
  for (const [keyword, message] of found) yield fault(schema, place, keyword, message);
}

function* arrayErrors(schema: JsonSchema, place: Place, value: readonly unknown[]): Generator<SchemaError> {
  const { maxItems = Number.POSITIVE_INFINITY, minItems = 0, items } = schema;
  if (value.length > maxItems) yield fault(schema, place, 'maxItems', `should NOT have more than ${maxItems} items`);
  if (value.length < minItems) yield fault(schema, place, 'minItems', `should NOT have fewer than ${minItems} items`);
  if (!items) return;
  for (const [index, item] of value.entries()) {
    yield* schemaErrors(items, {
      value: item,
      path: [...place.path, index],
      dataPath: `${place.dataPath}[${index}]`,
    });
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

function* objectErrors(schema: JsonSchema, place: Place, value: JsonObject): Generator<SchemaError> {
  const { maxProperties = Number.POSITIVE_INFINITY, minProperties = 0, propertyNames } = schema;
  const count = Object.keys(value).length;
  if (count > maxProperties)
    yield fault(schema, place, 'maxProperties', `should NOT have more than ${maxProperties} properties`);
  if (count < minProperties)
    yield fault(schema, place, 'minProperties', `should NOT have fewer than ${minProperties} properties`);
  for (const name of schema.required ?? []) {
    if (!schema.properties?.[name] && value[name] === undefined) yield lacking(schema, place, name);
  }
  yield* dependencyErrors(schema, place, value);
  if (propertyNames) {
    for (const name of Object.keys(value)) {
      const first = firstOf(schemaErrors(propertyNames, { ...place, value: name }));
      if (first) yield { ...first, keyword: 'propertyNames', property: name };
    }
  }
  yield* propertyErrors(schema, place, value);
}

function lacking(schema: JsonSchema, place: Place, missing: string): SchemaError {
  return { ...fault(schema, place, 'required', `should have required property '${missing}'`), missing };
}

function* dependencyErrors(schema: JsonSchema, place: Place, value: JsonObject): Generator<SchemaError> {
  for (const [name, needed] of Object.entries(schema.dependencies ?? {})) {
    const missing = value[name] === undefined ? undefined : needed.find((other) => value[other] === undefined);
    if (missing === undefined) continue;
    const message = `should have property ${missing} when property ${name} is present`;
    yield { ...fault(schema, place, 'dependencies', message), missing };
  }
}

/** Additional properties first, then the known ones in the order of the schema, those that are missing among them. */
function* propertyErrors(schema: JsonSchema, place: Place, value: JsonObject): Generator<SchemaError> {
  const { properties = {}, patternProperties = {}, additionalProperties = true, required = [] } = schema;
  const patterns = Object.entries(patternProperties).map(([pattern, one]) => [new RegExp(pattern), one] as const);
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(properties, name) || patterns.some(([pattern]) => pattern.test(name))) continue;
    if (additionalProperties === false) {
      const message = 'should NOT have additional properties';
      yield { ...fault(schema, place, 'additionalProperties', message), property: name };
    } else if (additionalProperties !== true) {
      yield* schemaErrors(additionalProperties, named(place, value, name));
    }
  }
  for (const [name, one] of Object.entries(properties)) {
    if (value[name] !== undefined) yield* schemaErrors(one, known(place, value, name));
    else if (required.includes(name)) yield lacking(schema, place, name);
  }
  for (const [pattern, one] of patterns) {
    for (const name of Object.keys(value).filter((each) => pattern.test(each))) {
      yield* schemaErrors(one, named(place, value, name));
    }
  }
}

/** A property that the schema knows by name. */
function known({ path, dataPath }: Place, value: JsonObject, name: string): Place {
  const isWord = /^[a-z$_][a-z$_0-9]*$/i.test(name);
  return { value: value[name], path: [...path, name], dataPath: `${dataPath}${isWord ? `.${name}` : `['${name}']`}` };
}

/** A property whose name is the reader's own. */
function named({ path, dataPath }: Place, value: JsonObject, name: string): Place {
  return { value: value[name], path: [...path, name], dataPath: `${dataPath}['${name}']` };
}

/** The keywords that choose: of several schemas that all refuse the value, the first one's first word counts. */
function* choiceErrors(schema: JsonSchema, place: Place): Generator<SchemaError> {
  const { value } = place;
  if (schema.const !== undefined && value !== schema.const)
    yield fault(schema, place, 'const', 'should be equal to constant');
  if (schema.enum && !schema.enum.includes(value))
    yield fault(schema, place, 'enum', 'should be equal to one of the allowed values');
  if (schema.not && !firstOf(schemaErrors(schema.not, place))) yield fault(schema, place, 'not', 'should NOT be valid');
  if (schema.anyOf) yield* anyOfErrors(schema.anyOf, place);
  if (schema.oneOf) yield* oneOfErrors(schema, schema.oneOf, place);
  for (const one of schema.allOf ?? []) yield* schemaErrors(one, place);
  if (schema.if && schema.then && !firstOf(schemaErrors(schema.if, place))) yield* schemaErrors(schema.then, place);
}

function* anyOfErrors(choices: readonly JsonSchema[], place: Place): Generator<SchemaError> {
  const refusals: SchemaError[] = [];
  for (const choice of choices) {
    const first = firstOf(schemaErrors(choice, place));
    if (!first) return;
    refusals.push(first);
  }
  yield* refusals.slice(0, 1);
}

function* oneOfErrors(schema: JsonSchema, choices: readonly JsonSchema[], place: Place): Generator<SchemaError> {
  const refusals: SchemaError[] = [];
  let accepted = 0;
  for (const choice of choices) {
    const first = firstOf(schemaErrors(choice, place));
    if (first) refusals.push(first);
    else accepted++;
    if (accepted > 1) break;
  }
  if (accepted === 1) return;
  yield refusals[0] ?? fault(schema, place, 'oneOf', 'should match exactly one schema in oneOf');
}

/** The first element, if there is one. */
export function firstOf<T>(elements: Iterable<T>): T | undefined {
  for (const element of elements) return element;
  return undefined;
}

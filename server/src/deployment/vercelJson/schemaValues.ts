import type { JsonSchema } from '../../facts/vercelJsonSchema.ts';

/** Whether `value` is an object with properties. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `value` is of one of the types of JSON Schema. */
export function hasType(value: unknown, type: string | readonly string[]): boolean {
  return typeof type === 'string' ? isOf(value, type) : type.some((one) => isOf(value, one));
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isObject(value);
  if (type === 'integer') return Number.isInteger(value);
  return type === 'null' ? value === null : typeof value === type;
}

/** Keyword and words of what a number breaks. */
export function* numberErrors(schema: JsonSchema, value: number): Generator<readonly [string, string]> {
  const { maximum, minimum, exclusiveMinimum } = schema;
  if (maximum !== undefined && value > maximum) yield ['maximum', `should be <= ${maximum}`];
  if (minimum !== undefined && value < minimum) yield ['minimum', `should be >= ${minimum}`];
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    yield ['exclusiveMinimum', `should be > ${exclusiveMinimum}`];
}

/** Keyword and words of what a string breaks. Its length is counted in characters, not in UTF-16 units. */
export function* stringErrors(schema: JsonSchema, value: string): Generator<readonly [string, string]> {
  const { maxLength, minLength, pattern } = schema;
  const length = maxLength === undefined && minLength === undefined ? 0 : [...value].length;
  if (maxLength !== undefined && length > maxLength)
    yield ['maxLength', `should NOT be longer than ${maxLength} characters`];
  if (minLength !== undefined && length < minLength)
    yield ['minLength', `should NOT be shorter than ${minLength} characters`];
  if (pattern !== undefined && !new RegExp(pattern).test(value)) yield ['pattern', `should match pattern "${pattern}"`];
}

/** What a value of a manifest is not, in the words of zod 3, which the builder checks manifests with. */
export interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

/** Says what is wrong with a value; nothing when it has the shape. */
export type Shape = (value: unknown, path: readonly string[]) => readonly Fault[];

export const aString = primitive('string');
export const aNumber = primitive('number');
export const aBoolean = primitive('boolean');

function primitive(type: string): Shape {
  return (value, path) => (typeOf(value) === type ? [] : [expected(type, value, path)]);
}

/** A list whose elements all have the shape `element`. */
export function listOf(element: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) return [expected('array', value, path)];
    return value.flatMap((item: unknown, index) => element(item, [...path, String(index)]));
  };
}

/** A table whose values all have the shape `entry`. */
export function tableOf(entry: Shape): Shape {
  return (value, path) => {
    if (!isTable(value)) return [expected('object', value, path)];
    return Object.entries(value).flatMap(([key, item]) => entry(item, [...path, key]));
  };
}

/** A table with known keys, all of which may be missing but `required`; other keys are not looked at. */
export function table(entries: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape {
  return (value, path) => {
    if (!isTable(value)) return [expected('object', value, path)];
    return Object.entries(entries).flatMap(([key, shape]) => {
      const item = Object.hasOwn(value, key) ? value[key] : undefined;
      if (item === undefined) return required.includes(key) ? [{ path: [...path, key], message: 'Required' }] : [];
      return shape(item, [...path, key]);
    });
  };
}

/** Any of `shapes`. */
export function oneOf(...shapes: readonly Shape[]): Shape {
  return (value, path) =>
    shapes.some((shape) => shape(value, path).length === 0) ? [] : [{ path, message: 'Invalid input' }];
}

/** All of `shapes`. */
export function both(...shapes: readonly Shape[]): Shape {
  return (value, path) => shapes.flatMap((shape) => shape(value, path));
}

function expected(type: string, value: unknown, path: readonly string[]): Fault {
  return { path, message: `Expected ${type}, received ${typeOf(value)}` };
}

/** Whether `value` is a table of keys and values. */
export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeOf(value) === 'object';
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  return Number.isNaN(value) ? 'nan' : typeof value;
}

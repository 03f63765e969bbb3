import type { Span } from '../text/span.ts';
import type { TomlDocument, TomlEntry, TomlPath } from './toml.ts';
import { quotesOf } from './tomlStrings.ts';

/** A string in a TOML file. */
export interface TomlText {
  /** Escapes resolved. */
  readonly value: string;
  /** What lies between the quotes. Only a string with escapes is not the very text there. */
  readonly span: Span;
  readonly entry: TomlEntry;
}

/** An array, and the strings in it. */
export interface TomlTextArray {
  /** From `[` to `]`. */
  readonly span: Span;
  readonly entry: TomlEntry;
  /** The elements that are strings, in order. */
  readonly items: readonly TomlText[];
}

/** The string that `entry` is, or `undefined` for any other value. */
export function textOf({ text }: TomlDocument, entry: TomlEntry | undefined): TomlText | undefined {
  if (entry?.string === undefined) return undefined;
  const { start, end } = entry.valueSpan;
  const { before, behind } = quotesOf(text.slice(start, end));
  return { value: entry.string, span: { start: start + before, end: end - behind }, entry };
}

/** The string at `path`, or `undefined` for any other value. */
export function textAtPath(toml: TomlDocument, path: TomlPath): TomlText | undefined {
  return textOf(toml, toml.entry(path));
}

/** The array at `path`, or `undefined` for any other value. */
export function textArrayAtPath(toml: TomlDocument, path: TomlPath): TomlTextArray | undefined {
  const entry = toml.entry(path);
  if (entry?.kind !== 'array') return undefined;
  return { span: entry.valueSpan, entry, items: entry.items.flatMap((item) => textOf(toml, item) ?? []) };
}

/** What `read` finds under each key below `path`; keys under which it finds nothing are left out. */
export function mapAtPath<T>(
  toml: TomlDocument,
  path: TomlPath,
  read: (toml: TomlDocument, path: TomlPath) => T | undefined,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const { name } of toml.keys(path)) {
    const value = read(toml, [...path, name]);
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

/** The value at `path` in the strict value of the file; `undefined` too where the file is no valid TOML. */
export function valueAtPath(toml: TomlDocument, path: TomlPath): unknown {
  return path.reduce<unknown>((value, key) => {
    const owner = value as Record<string | number, unknown>;
    return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? owner[key] : undefined;
  }, toml.value);
}

import fc from 'fast-check';
import { parse, stringify } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import type { TomlDocument, TomlEntry } from '../../server/src/documents/toml.ts';
import {
  appendElements,
  appendTable,
  insertPair,
  removeTomlEntry,
  setTomlValue,
  type TomlInput,
} from '../../server/src/documents/tomlEdit.ts';
import { applyEdits, type TextEdit } from '../../server/src/text/edit.ts';
import { loadTomlParser } from '../support/tomlGrammar.ts';

const parser = await loadTomlParser();

/** `text` after `edit`, which must be valid TOML again. */
function edited(text: string, edit: (document: TomlDocument) => TextEdit[]): string {
  const result = applyEdits(text, edit(parser.parse(utf8(text))));
  parse(result);
  return result;
}

/** The same with `\n` and with `\r\n`, which must differ in nothing else. */
function editedBoth(text: string, edit: (document: TomlDocument) => TextEdit[]): string {
  const result = edited(text, edit);
  if (text.includes('\n')) expect(edited(text.replaceAll('\n', '\r\n'), edit)).toBe(result.replaceAll('\n', '\r\n'));
  return result;
}

function at(document: TomlDocument, ...path: (string | number)[]): TomlEntry {
  const entry = document.entry(path);
  if (!entry) throw new Error(`nothing at ${path.join('.')}`);
  return entry;
}

describe('setTomlValue', () => {
  const path = ['tool', 'vercel', 'entrypoint'];

  it.each([
    ['a value in double quotes', '[tool.vercel]\nentrypoint = "x" # c\n', '[tool.vercel]\nentrypoint = "a:b" # c\n'],
    ['a value in single quotes', "[tool.vercel]\nentrypoint = 'x'\n", "[tool.vercel]\nentrypoint = 'a:b'\n"],
    ['a value of another kind', 'tool.vercel.entrypoint = 1\n', 'tool.vercel.entrypoint = "a:b"\n'],
    ['an empty file', '', '[tool.vercel]\nentrypoint = "a:b"\n'],
    ['a file without final newline', '[a]\nb = 1', '[a]\nb = 1\n\n[tool.vercel]\nentrypoint = "a:b"\n'],
    ['a file that ends in a blank line', '[a]\nb = 1\n\n', '[a]\nb = 1\n\n[tool.vercel]\nentrypoint = "a:b"\n'],
    ['an empty table', '[tool.vercel]\n\n[z]\n', '[tool.vercel]\nentrypoint = "a:b"\n\n[z]\n'],
    [
      'a table',
      '[tool.vercel]\nx = [\n 1,\n] # c\n\n[z]\n',
      '[tool.vercel]\nx = [\n 1,\n] # c\nentrypoint = "a:b"\n\n[z]\n',
    ],
    [
      'an indented table',
      '[tool]\n  [tool.vercel]\n  x = 1\n',
      '[tool]\n  [tool.vercel]\n  x = 1\n  entrypoint = "a:b"\n',
    ],
    ['a table above', '[tool]\nx = 1\n', '[tool]\nx = 1\n\n[tool.vercel]\nentrypoint = "a:b"\n'],
    ['a table below', '[tool.vercel.x]\n', '[tool.vercel.x]\n\n[tool.vercel]\nentrypoint = "a:b"\n'],
    ['an inline table', 'tool = { vercel = { x = 1 } }\n', 'tool = { vercel = { x = 1, entrypoint = "a:b" } }\n'],
    ['an empty inline table', '[tool]\nvercel = {}\n', '[tool]\nvercel = { entrypoint = "a:b" }\n'],
    ['an inline table above', 'tool = {}\n', 'tool = { vercel.entrypoint = "a:b" }\n'],
    ['dotted keys', '[tool]\nvercel.x = 1\ny = 2\n', '[tool]\nvercel.x = 1\nvercel.entrypoint = "a:b"\ny = 2\n'],
    ['dotted keys from the root', 'tool.vercel.x = 1\n', 'tool.vercel.x = 1\ntool.vercel.entrypoint = "a:b"\n'],
    ['dotted keys above', 'tool.x = 1\n\n[z]\n', 'tool.x = 1\ntool.vercel.entrypoint = "a:b"\n\n[z]\n'],
  ])('writes into %s', (_, before, expected) => {
    expect(editedBoth(before, (document) => setTomlValue(document, path, 'a:b'))).toBe(expected);
  });

  it.each([
    ['a table', '[tool.vercel.entrypoint]\n'],
    ['a value on the way', 'tool = 1\n'],
    ['an array of tables', '[[tool]]\n'],
    ['an array of tables further down', '[[tool.vercel]]\nentrypoint = "x"\n'],
    ['an array', '[tool]\nvercel = []\n'],
  ])('leaves %s alone', (_, before) => {
    expect(edited(before, (document) => setTomlValue(document, path, 'a:b'))).toBe(before);
  });

  it('writes above the first table what belongs to none', () => {
    expect(editedBoth('[a]\n', (document) => setTomlValue(document, ['b c'], ['x', 'y']))).toBe(
      '"b c" = ["x", "y"]\n\n[a]\n',
    );
    expect(edited('', (document) => setTomlValue(document, ['b'], true))).toBe('b = true\n');
    expect(edited('a = 1\n', (document) => setTomlValue(document, [], true))).toBe('a = 1\n');
  });
});

describe('insertPair and appendTable', () => {
  it('write into an element of an array of tables', () => {
    const insert = (document: TomlDocument) => {
      const table = document.table(['a', 0]);
      return table ? insertPair(document, table, 'x', 1) : [];
    };
    expect(editedBoth('[[a]] # c\n[[a]]\n', insert)).toBe('[[a]] # c\nx = 1\n[[a]]\n');
  });

  it('write a whole table', () => {
    const pairs = { name: 'a', dependencies: ['b>=1'] };
    expect(editedBoth('# c\n', (document) => appendTable(document, ['project'], pairs))).toBe(
      '# c\n\n[project]\nname = "a"\ndependencies = ["b>=1"]\n',
    );
  });
});

describe('appendElements', () => {
  it.each([
    ['an empty array', '[]', '["x", "y"]'],
    ['blanks', '[ ]', '["x", "y"]'],
    ['one line', '["a"]', '["a", "x", "y"]'],
    ['one line with a trailing comma', '["a",]', '["a", "x", "y",]'],
    ['lines', '[\n    "a"\n]', '[\n    "a",\n    "x",\n    "y"\n]'],
    ['lines with a trailing comma', '[\n\t"a",\n]', '[\n\t"a",\n\t"x",\n\t"y",\n]'],
    ['a comment', '[\n  "a" # c, d\n]', '[\n  "a", # c, d\n  "x",\n  "y"\n]'],
    ['a comment behind a trailing comma', '[\n  "a", # c\n]', '[\n  "a", # c\n  "x",\n  "y",\n]'],
    ['a comment on the last line', '[\n  "a",\n  # c\n]', '[\n  "a",\n  "x",\n  "y",\n  # c\n]'],
    ['a bracket on the last line', '["a",\n "b"]', '["a",\n "b",\n "x",\n "y"]'],
    ['a comma and a bracket on the last line', '["a",\n "b",]', '["a",\n "b",\n "x",\n "y",]'],
    ['a last element on the first line', '["a",\n]', '["a",\n  "x",\n  "y",\n]'],
    ['empty lines', '[\n]', '[\n  "x",\n  "y",\n]'],
    ['a comment alone', '[\n  # c\n]', '[\n  # c\n  "x",\n  "y",\n]'],
  ])('keeps the style of %s', (_, array, expected) => {
    const edit = (document: TomlDocument) => appendElements(document, at(document, 'a', 'd'), ['x', 'y']);
    expect(editedBoth(`[a]\nd = ${array}\ne = 1\n`, edit)).toBe(`[a]\nd = ${expected}\ne = 1\n`);
  });

  it('does nothing to what is no array, or without elements', () => {
    expect(edited('a = 1\n', (document) => appendElements(document, at(document, 'a'), ['x']))).toBe('a = 1\n');
    expect(edited('a = []\n', (document) => appendElements(document, at(document, 'a'), []))).toBe('a = []\n');
  });
});

describe('removeTomlEntry', () => {
  it.each([
    ['a pair', '[a]\nb = 1 # c\nc = 2\n', ['a', 'b'], '[a]\nc = 2\n'],
    ['a pair of several lines', 'b = [\n 1,\n]\nc = 2\n', ['b'], 'c = 2\n'],
    ['the last pair', '[a]\nb = 1', ['a', 'b'], '[a]\n'],
    ['a dotted pair', 'a.b = 1\na.c = 2\n', ['a', 'b'], 'a.c = 2\n'],
    ['the first of an inline table', 'a = { b = 1, c = 2 }\n', ['a', 'b'], 'a = { c = 2 }\n'],
    ['the last of an inline table', 'a = { b = 1, c = 2 }\n', ['a', 'c'], 'a = { b = 1 }\n'],
    ['the only one of an inline table', 'a = { b = 1 }\n', ['a', 'b'], 'a = {  }\n'],
    ['a dotted pair of an inline table', 'a = { b.c = 1, d = 2 }\n', ['a', 'b', 'c'], 'a = { d = 2 }\n'],
    ['the first element', 'a = ["b", "c"]\n', ['a', 0], 'a = ["c"]\n'],
    ['the last element', 'a = ["b", "c"]\n', ['a', 1], 'a = ["b"]\n'],
    ['the last element before a comma', 'a = ["b", "c",]\n', ['a', 1], 'a = ["b",]\n'],
    ['the only element', 'a = ["b",]\n', ['a', 0], 'a = []\n'],
    ['an element on its line', 'a = [\n  "b", # c\n  "d",\n]\n', ['a', 0], 'a = [\n  "d",\n]\n'],
    ['a last element on its line', 'a = [\n  "b", # c\n  "d" # e\n]\n', ['a', 1], 'a = [\n  "b", # c\n]\n'],
    ['a table in an array', 'a = [\n  { b = 1 },\n  { b = 2 },\n]\n', ['a', 1], 'a = [\n  { b = 1 },\n]\n'],
    ['an element among several on a line', 'a = [\n  "b", "c",\n]\n', ['a', 0], 'a = [\n  "c",\n]\n'],
  ])('removes %s', (_, before, path, expected) => {
    expect(editedBoth(before, (document) => removeTomlEntry(document, at(document, ...path)))).toBe(expected);
  });
});

const key = fc.constantFrom('a', 'b', 'c', 'd e', 'é');
const scalar = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean());
const { table } = fc.letrec<{ table: Record<string, unknown>; value: unknown }>((tie) => ({
  table: fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
    tie('table'),
    tie('table'),
  ),
}));
const input: fc.Arbitrary<TomlInput> = fc.oneof(scalar, fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 2 }));

/** A copy of `value` with `next` at `path`; `undefined` where something other than tables stands on the way. */
function withValueAt(value: Record<string, unknown>, [first = '', ...rest]: string[], next: unknown): unknown {
  const present = Object.hasOwn(value, first) ? value[first] : undefined;
  const isTable = typeof present === 'object' && !Array.isArray(present);
  if (rest.length === 0) return isTable ? undefined : { ...value, [first]: next };
  if (present !== undefined && !isTable) return undefined;
  const child = withValueAt((present ?? {}) as Record<string, unknown>, rest, next);
  return child === undefined ? undefined : { ...value, [first]: child };
}

describe('any file', () => {
  it('gets exactly the value that was set', () => {
    fc.assert(
      fc.property(table, fc.array(key, { minLength: 1, maxLength: 3 }), input, (value, path, next) => {
        const before = stringify(value);
        const expected = withValueAt(parse(before), path, next);
        const result = edited(before, (document) => setTomlValue(document, path, next));
        if (expected === undefined) expect(result).toBe(before);
        else expect(parse(result)).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('loses exactly the pair that was removed, and no other line', () => {
    fc.assert(
      fc.property(table, fc.nat(), (value, seed) => {
        const before = stringify(value);
        const document = parser.parse(utf8(before));
        const pairs = document.tables.flatMap((one) => one.pairs);
        const pair = pairs[seed % pairs.length];
        if (!pair) return;
        const result = edited(before, (current) => removeTomlEntry(current, at(current, ...pair.path)));
        const lines = before.split('\n');
        const kept = result.split('\n');
        expect(lines.length - kept.length).toBeGreaterThan(0);
        expect(parser.parse(utf8(result)).entry(pair.path)).toBeUndefined();
        expect(parser.parse(utf8(result)).tables.flatMap((one) => one.pairs)).toHaveLength(pairs.length - 1);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its array and gets the elements behind it, whatever its style', () => {
    const blank = fc.constantFrom('', ' ', '\n', '\n  ', ' # c, "d" ]\n', '\r\n\t');
    const element = fc.tuple(blank, fc.constantFrom('"a"', "'b'", '"""c"""', '1', '["d"]', '{ e = "f" }'), blank);
    const array = fc
      .tuple(fc.array(element, { maxLength: 3 }), fc.boolean(), blank)
      .map(
        ([items, comma, end]) =>
          `[${items.map((item) => item.join('')).join(',')}${comma && items.length > 0 ? ',' : ''}${end}]`,
      );
    fc.assert(
      fc.property(array, fc.nat(), (text, seed) => {
        const before = `a = ${text}\nb = 1\n`;
        const { a } = parse(before) as { a: unknown[] };
        const appended = edited(before, (document) => appendElements(document, at(document, 'a'), ['x', 'y']));
        expect(parse(appended)).toEqual({ a: [...a, 'x', 'y'], b: 1 });
        if (a.length === 0) return;
        const index = seed % a.length;
        const removed = edited(before, (document) => removeTomlEntry(document, at(document, 'a', index)));
        expect(parse(removed)).toEqual({ a: a.filter((_, at) => at !== index), b: 1 });
      }),
      { numRuns: 1000 },
    );
  });
});

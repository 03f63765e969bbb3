import fc from 'fast-check';
import { parse, stringify } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import type { TomlDocument, TomlEntry, TomlPath } from '../../server/src/documents/toml.ts';
import { decodeTomlString, encodeTomlKey, encodeTomlString } from '../../server/src/documents/tomlStrings.ts';
import { contains, textAt } from '../../server/src/text/span.ts';
import { loadTomlParser } from '../support/tomlGrammar.ts';

const parser = await loadTomlParser();

function toml(text: string): TomlDocument {
  return parser.parse(utf8(text));
}

/** The text of the value at `path`. */
function valueTextAt(document: TomlDocument, path: TomlPath): string | undefined {
  const entry = document.entry(path);
  return entry && textAt(document.text, entry.valueSpan);
}

const sample = [
  'top = 1',
  '[project]',
  'name = "a" # comment',
  'dependencies = [',
  '  "x", # why',
  "  'y',",
  ']',
  'urls.home = """',
  'h"""',
  '',
  '[[tool.uv.index]]',
  'url = "u0"',
  '[tool.uv.index.sub]',
  'deep = 1979-05-27T07:32:00Z',
  '[[tool.uv.index]]',
  '"quoted.key" . b = { q = 1.5, \'w\' = [true, { z = "🐍" }] }',
  '',
];

describe.each(['\n', '\r\n'])('places, with line endings %j', (ending) => {
  const document = toml(sample.join(ending));

  it.each<[TomlPath, string | undefined]>([
    [['top'], '1'],
    [['project', 'name'], '"a"'],
    [['project', 'dependencies', 1], "'y'"],
    [['project', 'urls', 'home'], `"""${ending}h"""`],
    [['tool', 'uv', 'index', 0, 'url'], '"u0"'],
    [['tool', 'uv', 'index', 0, 'sub', 'deep'], '1979-05-27T07:32:00Z'],
    [['tool', 'uv', 'index', 1, 'quoted.key', 'b', 'q'], '1.5'],
    [['tool', 'uv', 'index', 1, 'quoted.key', 'b', 'w', 1, 'z'], '"🐍"'],
    [['tool', 'uv', 'index', 1, 'url'], undefined],
    [['project'], undefined],
    [['__proto__'], undefined],
  ])('%j is %s', (path, expected) => {
    expect(valueTextAt(document, path)).toBe(expected);
  });

  it('knows keys, pairs and kinds', () => {
    const entry = document.entry(['tool', 'uv', 'index', 1, 'quoted.key', 'b']);
    expect(entry?.keySpan && textAt(document.text, entry.keySpan)).toBe('"quoted.key" . b');
    expect(entry?.pairSpan && textAt(document.text, entry.pairSpan)).toBe(sample[15]);
    expect(entry?.kind).toBe('inlineTable');
    expect(entry?.items.map(({ kind }) => kind)).toEqual(['float', 'array']);
    expect(document.entry(['project', 'urls', 'home'])?.string).toBe('h');
    expect(document.keys(['project']).map(({ name }) => name)).toEqual(['name', 'dependencies', 'urls']);
    expect(document.keys(['project', 'urls']).map(({ span }) => textAt(document.text, span))).toEqual(['home']);
    expect(document.has(['tool', 'uv'])).toBe(true);
    expect(document.has(['tool', 'poetry'])).toBe(false);
  });

  it('knows tables', () => {
    const headers = document.tables.map(({ header }) => header && textAt(document.text, header));
    expect(headers).toEqual([undefined, '[project]', '[[tool.uv.index]]', '[tool.uv.index.sub]', '[[tool.uv.index]]']);
    expect(document.tables.map(({ span }) => textAt(document.text, span)).join('')).toBe(document.text);
    expect(document.table([])?.pairs.map(({ path }) => path)).toEqual([['top']]);
    expect(document.table(['tool', 'uv', 'index', 1])?.pairs).toHaveLength(1);
    expect(document.table(['tool', 'uv'])).toBeUndefined();
  });
});

describe('strict errors', () => {
  it.each([
    ['[project]\nname = x\n', 'x'],
    ['a = 1\na = 2\n', 'a'],
    ['x = {a = 1,\n b = 2}\n', '1,'],
    ['a = ', '='],
    ['a = "\\x41"', '\\x41"'],
    ['\n\n=', '='],
    ['[a', 'a'],
  ])('%j points at %j', (text, place) => {
    const { errors, value } = toml(text);
    expect(value).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors.map(({ span }) => textAt(text, span))).toEqual([place]);
    expect(errors[0]?.message).not.toMatch(/\n|Invalid TOML/);
  });

  it.each(['a = [1 #', 'a = [{ b = 1 } # c', 'a = { b = 1 # c', '[t]\r\na = [[x # c\r'])(
    'come back from %j, as smol-toml does not',
    (text) => {
      expect(toml(text).errors).toHaveLength(1);
    },
  );

  it('stay what they are where the last line is a comment', () => {
    expect(toml('a = 1 # c').value).toEqual({ a: 1 });
    expect(toml('a = "#"').value).toEqual({ a: '#' });
    expect(toml('a = 1 # c\r').errors).toHaveLength(1);
    expect(toml('a = "half # c').errors[0]?.span.end).toBe(13);
  });

  it('counts lines of any ending', () => {
    expect(toml('a = 1\r\n\r\n# c\r\nb = ?\r\n').errors[0]?.span.start).toBe(18);
  });

  it('are none in valid text', () => {
    expect(toml(sample.join('\n')).errors).toEqual([]);
  });
});

describe('half-typed text', () => {
  it.each([
    ['a key', 'requires-py'],
    ['a key with its sign', 'requires-python ='],
    ['an open string', 'description = "half'],
    ['an open array', 'dependencies = [\n  "x",'],
    ['an open inline table', 'readme = { file = "x",'],
    ['text behind a value', 'version = "1" "2"'],
    ['a bad escape', 'description = "\\x"'],
    ['a number with a leading zero', 'version = 08'],
    ['two signs', 'a = = 1'],
  ])('keeps what stands around %s', (_, broken) => {
    const document = toml(`[project]\nname = "a"\n${broken}\nlicense = "MIT"\n\n[tool.x]\ny = [1]\n`);
    expect(document.entry(['project', 'name'])?.string).toBe('a');
    expect(document.entry(['project', 'license'])?.string).toBe('MIT');
    expect(valueTextAt(document, ['tool', 'x', 'y', 0])).toBe('1');
  });

  it.each(['[tool.ver', '[[tool.x]', '[tool.', '["tool'])('gives the pairs behind %j to no other table', (header) => {
    const document = toml(`[project]\nname = "a"\n${header}\nentrypoint = "b"\n[tool.x]\ny = 1\n`);
    expect(document.keys(['project']).map(({ name }) => name)).toEqual(
      header === '["tool' ? ['name', 'entrypoint'] : ['name'],
    );
    expect(valueTextAt(document, ['tool', 'x', 'y'])).toBe('1');
  });

  it('starts nothing inside a multi-line string', () => {
    const document = toml('a = """\n[project]\nname = "b"\n"""\nc = 1\nd\n');
    expect(document.keys([]).map(({ name }) => name)).toEqual(['a', 'c']);
    expect(document.table(['project'])).toBeUndefined();
  });

  it('finds the first of two tables with one header', () => {
    const document = toml('[a]\nb = 1\n[a]\nb = 2\n');
    expect(valueTextAt(document, ['a', 'b'])).toBe('1');
    expect(document.errors).toHaveLength(1);
  });
});

/** All entries, those inside others behind them. */
function everyEntry(document: TomlDocument): TomlEntry[] {
  const flat = (entries: readonly TomlEntry[]): TomlEntry[] =>
    entries.flatMap((entry) => [entry, ...flat(entry.items)]);
  return document.tables.flatMap(({ pairs }) => flat(pairs));
}

function expectTrueSpans(text: string): void {
  const document = toml(text);
  const whole = { start: 0, end: text.length };
  for (const { span } of document.errors) expect(contains(whole, span)).toBe(true);
  for (const { header, span, pairs } of document.tables) {
    expect(contains(whole, span)).toBe(true);
    if (header) expect(contains(span, header) && text.charAt(header.start) === '[').toBe(true);
    for (const { pairSpan } of pairs) expect(pairSpan && contains(span, pairSpan)).toBe(true);
  }
  for (const { keySpan, valueSpan, pairSpan, string, items } of everyEntry(document)) {
    expect(contains(whole, pairSpan ?? valueSpan)).toBe(true);
    if (pairSpan) expect(pairSpan).toEqual({ start: keySpan?.start, end: valueSpan.end });
    for (const item of items) expect(contains(valueSpan, item.pairSpan ?? item.valueSpan)).toBe(true);
    if (string !== undefined) expect(decodeTomlString(textAt(text, valueSpan))).toBe(string);
  }
}

describe('any text', () => {
  it('parses at every length of a realistic file', () => {
    const text = sample.join('\r\n');
    for (let length = 0; length <= text.length; length++) expectTrueSpans(text.slice(0, length));
  });

  it('never throws, and every span is true', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b.c',
        '"k"',
        "'l'",
        ' = ',
        '1',
        '"s"',
        '"""',
        "'''",
        '"',
        "'",
        '[',
        ']',
        '[[',
        ']]',
        '{',
        '}',
        ',',
        '#',
        '\n',
        '\r\n',
      ],
      ...['[t]\n', '[[u]]\n', 'x = 1\n', '\\', '🐍', ' ', '\t', 'true', '1.5', '07:32:00'],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
    );
    fc.assert(fc.property(texts, expectTrueSpans), { numRuns: 2000 });
  });

  it('agrees with the strict value wherever there is one', () => {
    const key = fc.oneof(fc.constantFrom('a', 'b', 'c d', '', '"', 'é'), fc.string({ unit: 'grapheme' }));
    const leaf = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean());
    const { table } = fc.letrec<{ table: Record<string, unknown>; value: unknown }>((tie) => ({
      table: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
      value: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(leaf, { maxLength: 3 }),
        tie('table'),
        fc.array(tie('table'), { maxLength: 2 }),
      ),
    }));
    fc.assert(
      fc.property(table, (value) => {
        const document = toml(stringify(value));
        const strings = new Map<string, string>();
        collectStrings(document.value, [], strings);
        const found = everyEntry(document).filter(({ string }) => string !== undefined);
        expect(new Map(found.map(({ path, string }) => [JSON.stringify(path), string]))).toEqual(strings);
      }),
      { numRuns: 300 },
    );
  });

  it('bears deep and long texts', () => {
    expect(toml(`a = ${'['.repeat(20_000)}`).tables).toHaveLength(1);
    expect(toml(`a = ${'['.repeat(5_000)}${']'.repeat(5_000)}`).errors.length).toBeLessThanOrEqual(1);
    expect(toml(`${'a.'.repeat(5_000)}b = 1\n`).tables).toHaveLength(1);
    expect(toml(`a = """${'"" '.repeat(200_000)}`).errors).toHaveLength(1);
    expect(toml(`a = """${'"" '.repeat(200_000)}`).tables).toHaveLength(1);
  });
});

function collectStrings(value: unknown, path: TomlPath, into: Map<string, string>): void {
  if (typeof value === 'string') into.set(JSON.stringify(path), value);
  if (Array.isArray(value)) for (const [index, item] of value.entries()) collectStrings(item, [...path, index], into);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) collectStrings(item, [...path, key], into);
  }
}

describe('strings', () => {
  it.each([
    ['"a\\tb\\u00e9\\U0001F40D\\\\"', 'a\tbé🐍\\'],
    ["'a\\tb'", 'a\\tb'],
    ['"""\na\\\n   b\\""""', 'ab"'],
    ["'''\r\na'''", 'a'],
    ['"a\\qb"', 'a\\qb'],
    ['"half', 'half'],
    ['""', ''],
  ])('%s is %j', (literal, expected) => {
    expect(decodeTomlString(literal)).toBe(expected);
  });

  it('are read by the strict parser as they were written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, literal) => {
        expect(parse(`${encodeTomlKey(text)} = ${encodeTomlString(text, literal)}`)).toEqual({ [text]: text });
      }),
    );
    expect(encodeTomlString('\ud800')).toBe('"\ufffd"');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateMarker, type MarkerNode, normalizeName, parseRequirement } from '../../server/src/documents/pep508.ts';
import { parseRequirements, type RequirementsEntry } from '../../server/src/documents/requirements.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { type Span, textAt } from '../../server/src/text/span.ts';
import cases from './requirements.cases.json' with { type: 'json' };

/** A labelled case: text, whether pip 24.2 takes it, and the fields of its last entry. */
interface Case {
  readonly id: number;
  readonly t: string;
  readonly ok: number;
  /** Name, extras, sorted clauses; whether there is a URL, a marker, an editable; the kind of a reference; hashes. */
  readonly n?: string;
  readonly x?: string;
  readonly s?: string;
  readonly u?: number;
  readonly m?: number;
  readonly e?: number;
  readonly k?: string;
  readonly h?: number;
  readonly note?: string;
}

function entriesIn(text: string): readonly RequirementsEntry[] {
  return parseRequirements(utf8(text)).entries;
}

type EntryOf<K extends string, E = RequirementsEntry> = E extends { readonly kind: string }
  ? K extends E['kind']
    ? E
    : never
  : never;

function only<K extends RequirementsEntry['kind']>(text: string, kind: K): EntryOf<K> {
  const [entry] = entriesIn(text);
  if (entry?.kind !== kind) throw new Error(`${entry?.kind} instead of ${kind}`);
  return entry as EntryOf<K>;
}

/** Codes of the errors, each with the characters it points at. */
function errorsIn(text: string): [string, string][] {
  return entriesIn(text).flatMap(({ errors }) =>
    errors.map((error) => [error.code, textAt(text, error.span)] as [string, string]),
  );
}

describe('the cases that pip 24.2 was asked', () => {
  it.each(cases as readonly Case[])('$id: $t', (example) => {
    const entries = entriesIn(example.t.replace(/^\ufeff/, ''));
    expect(entries.every(({ errors }) => errors.length === 0)).toBe(example.ok === 1);
    const entry = example.t.includes('bar==2.0') ? entries[0] : entries[entries.length - 1];
    if (example.ok === 0 || !entry) return;
    if (example.n !== undefined) expect(entry).toMatchObject({ kind: 'requirement', name: example.n });
    if (entry.kind === 'requirement') {
      const clauses = (entry.specifier?.clauses ?? []).map(
        ({ operator, version, wildcard }) => `${operator}${version}${wildcard ? '.*' : ''}`,
      );
      expect(clauses.sort().join(',')).toBe(example.s ?? '');
      expect(entry.extras.join(',')).toBe(example.x ?? '');
      expect(entry.hashes).toHaveLength(example.h ?? 0);
      expect(entry.marker?.node !== undefined).toBe(example.m === 1);
      expect(entry.url !== undefined).toBe(example.u === 1);
    }
    if (example.k !== undefined) expect(entry.kind).toBe(example.k === 'r' ? 'include' : 'constraint');
    if (example.e !== undefined) expect(entry.kind).toBe('editable');
    if (example.n === undefined && example.u && !example.e) expect(entry.kind).toMatch(/^(url|path)$/);
  });
});

describe('parseRequirements', () => {
  it('gives exact spans over continuations, with any line ending', () => {
    for (const ending of ['\n', '\r\n']) {
      const text = `a\\${ending}b>=1.0,\\${ending}  <2 ; python_version \\${ending}< "3.13" \\${ending} --hash=sha256:0a\\${ending}0b # why\\${ending}`;
      const entry = only(text, 'requirement');
      expect(entry.errors).toEqual([]);
      expect(entry.name).toBe('ab');
      expect(textAt(text, entry.nameSpan)).toBe(`a\\${ending}b`);
      expect(entry.specifier?.clauses.map(({ span }) => textAt(text, span))).toEqual(['>=1.0', '<2']);
      expect(entry.marker && textAt(text, entry.marker.span)).toBe(`python_version \\${ending}< "3.13"`);
      expect(entry.hashes.map(({ value }) => value)).toEqual(['sha256:0a0b']);
      expect(entry.hashes.map(({ span }) => textAt(text, span))).toEqual([`sha256:0a\\${ending}0b`]);
      expect(textAt(text, entry.requirementSpan)).toBe(text.slice(0, text.indexOf('"3.13"') + 6));
      expect(textAt(text, entry.span)).toBe(text.slice(0, text.indexOf(' # why')));
    }
  });

  it('ends a continuation at a comment line, as pip does', () => {
    expect(entriesIn('a==1.0 \\\n# comment \\\nb').map(({ kind }) => kind)).toEqual(['requirement', 'requirement']);
  });

  it('lets a backslash at the end of a trailing comment swallow the next line, as pip does', () => {
    expect(entriesIn('a # comment \\\nb\nc')).toHaveLength(2);
  });

  it('needs a blank before a comment', () => {
    expect(errorsIn('a#comment')).toEqual([['unexpected-text', '#comment']]);
    expect(errorsIn('a #comment')).toEqual([]);
  });

  it('tells apart what can be installed', () => {
    const lines = [
      './pkg',
      '../pkg[a]',
      '/abs/pkg',
      '.',
      'C:\\pkg',
      'pkg/sub',
      'a.whl',
      'file:///a',
      'git+ssh://git@x/y.git',
    ];
    lines.push('https://user@x/y.zip', 'a@https://x/y.zip', 'a[b] @ file:///x', 'git@github.com:a/b.git', 'a.b');
    const kinds = ['path', 'path', 'path', 'path', 'path', 'path', 'path', 'url', 'url', 'url'];
    kinds.push('requirement', 'requirement', 'requirement', 'requirement');
    expect(entriesIn(lines.join('\n')).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('names what a URL or a path installs, where it says so', () => {
    expect(only('git+https://x/y#egg=My_Pkg', 'url').normalizedName).toBe('my-pkg');
    expect(only('./dist/my_pkg-1.0-py3-none-any.whl', 'path').normalizedName).toBe('my-pkg');
    expect(only('-e git+https://x/y#subdirectory=z&egg=b', 'editable').normalizedName).toBe('b');
    expect(only('https://x/y.tar.gz', 'url').normalizedName).toBeUndefined();
  });

  it('reads the marker of a URL and of a path', () => {
    const text = 'https://x/a.whl ; python_version < "3"';
    const { marker, targetSpan } = only(text, 'url');
    expect(textAt(text, targetSpan)).toBe('https://x/a.whl');
    expect(marker?.node?.kind).toBe('comparison');
    expect(errorsIn('./a;python_version')).toEqual([['marker-missing-operator', '']]);
  });

  it('reads options in every spelling', () => {
    const text = '-rbase.txt\n--requirement="my base.txt"\n-c  c.txt\n--no-index --find-links=x\n-i\n-e "./a b"';
    const entries = entriesIn(text);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'include',
      'include',
      'constraint',
      'option',
      'option',
      'option',
      'editable',
    ]);
    const targets = entries.flatMap((entry) =>
      'targetSpan' in entry && entry.targetSpan ? [textAt(text, entry.targetSpan)] : [],
    );
    expect(targets).toEqual(['base.txt', 'my base.txt', 'c.txt', './a b']);
    expect(errorsIn(text)).toEqual([['missing-value', '-i']]);
  });

  it.each([
    ['a -r b.txt', 'misplaced-option', '-r'],
    ['--hash=sha256:00', 'misplaced-option', '--hash'],
    ['a --hash=md5:00', 'invalid-hash', '--hash=md5:00'],
    ['a --hash', 'missing-value', '--hash'],
    ['--pre a', 'ignored-text', 'a'],
    ['-i "x', 'unclosed-quote', '-i'],
    ['--wheel', 'unknown-option', '--wheel'],
    ['$ pip', 'invalid-name', '$'],
    ['a-==1', 'invalid-name', 'a-'],
    ['a[b c]', 'invalid-extra', 'b c'],
    ['a @', 'missing-url', '@'],
    ['a (>=1', 'unclosed-parenthesis', '(>=1'],
    ['a >=1,,<2', 'empty-clause', ',,'],
    ['a 1.0', 'missing-operator', '1.0'],
    ['a^1.0', 'unknown-operator', '^'],
    ['a;', 'marker-missing-operand', ''],
    ['a; (os_name == "x"', 'marker-unclosed-parenthesis', ''],
    ['a; os_name == "x', 'marker-unclosed-string', '"x'],
    ['a; os_name = "x"', 'marker-missing-operator', '='],
    ['a; os_name == "x" and', 'marker-missing-operand', ''],
    ['a; os_name == "x" b', 'marker-unexpected-text', 'b'],
    [`a; ${'('.repeat(101)}`, 'marker-too-deep', ''],
  ])('refuses %j with %s', (text, code, place) => {
    expect(errorsIn(text)).toEqual([[code, place]]);
    for (const { message } of entriesIn(text)[0]?.errors ?? []) expect(message.length).toBeLessThanOrEqual(120);
  });

  it('goes on behind a wrong specifier', () => {
    const { marker, errors } = parseRequirement('a>=x; os_name == "nt"');
    expect([marker?.node?.kind, errors.length]).toEqual(['comparison', 1]);
  });
});

describe('evaluateMarker', () => {
  const environment = { python_version: '3.12', sys_platform: 'linux', platform_release: '6.1-aws', extra: '' };

  it.each([
    ['python_version >= "3.8"', true],
    ['python_version < "3.9"', false],
    ['"3.9" <= python_version', true],
    ['python_version == "3.*"', true],
    ['python_version in "3.11 3.12"', true],
    ['python_version not in "3.11"', true],
    ['sys_platform == "win32"', false],
    ['sys.platform == "linux"', true],
    ['sys_platform < "win32"', false],
    ['sys_platform >= "linux"', true],
    ['sys_platform ~= "linux"', undefined],
    ['platform_release >= "5"', false],
    ['extra == "dev"', false],
    ['os_name == "posix"', undefined],
    ['os_name == "posix" and sys_platform == "win32"', false],
    ['os_name == "posix" or sys_platform == "linux"', true],
    ['os_name == "posix" and sys_platform == "linux"', undefined],
    ['sys_platform == "x" and sys_platform == "x" or python_version > "3"', true],
    ['sys_platform == "x" and (sys_platform == "x" or python_version > "3")', false],
  ])('%s: %s', (text, expected) => {
    const node = parseRequirement(`a; ${text}`).marker?.node as MarkerNode;
    expect(evaluateMarker(node, environment)).toBe(expected);
  });

  it('compares extras by their normal name', () => {
    const node = parseRequirement('a; extra == "My_Extra"').marker?.node as MarkerNode;
    expect(evaluateMarker(node, { extra: 'my-extra' })).toBe(true);
  });
});

it('normalizes names by PEP 503', () => {
  expect(normalizeName('Foo._-Bar')).toBe('foo-bar');
});

const realistic = [
  '# production',
  '--index-url https://pypi.org/simple',
  '-r base.txt',
  'fastapi[standard]>=0.110,<1  # web',
  'psycopg2-binary==2.9.9 ; python_version >= "3.8" and (sys_platform == \'linux\' or extra == "x") \\',
  '    --hash=sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
  'pip @ https://github.com/pypa/pip/archive/22.0.2.zip ; os_name=="posix"',
  '-e git+https://github.com/pallets/flask.git@main#egg=flask',
  './wheels/numpy-1.9.2-cp34-none-win32.whl',
].join('\r\n');

function* spansIn(value: unknown): Generator<Span> {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value) yield value as Span;
  for (const child of Object.values(value)) yield* spansIn(child);
}

/** Every span lies in the text and inside its entry, and shows what it claims, but for continuations. */
function expectTrueSpans(text: string): void {
  const bare = (shown = '') => shown.replace(/[\\\r\n]/g, '');
  const shown = (span: Span) => bare(textAt(text, span));
  for (const entry of entriesIn(text)) {
    for (const span of spansIn(entry)) {
      expect(span.start).toBeGreaterThanOrEqual(entry.span.start);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    if (entry.kind !== 'requirement') continue;
    expect(shown(entry.nameSpan)).toBe(entry.name);
    if (entry.urlSpan) expect(shown(entry.urlSpan)).toBe(bare(entry.url));
    for (const { operator, operatorSpan, version, versionSpan, wildcard } of entry.specifier?.clauses ?? []) {
      expect(shown(operatorSpan)).toBe(operator);
      expect(shown(versionSpan)).toBe(bare(version) + (wildcard ? '.*' : ''));
    }
  }
}

describe('any text', () => {
  it('parses at every length of a realistic file', () => {
    for (let length = 0; length <= realistic.length; length++) expectTrueSpans(realistic.slice(0, length));
    expect(errorsIn(realistic)).toEqual([]);
  });

  it('never throws, and every span is true', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b-c',
        '==',
        '>=',
        '~=',
        '1.0',
        '.*',
        ',',
        ';',
        '@',
        '[',
        ']',
        '(',
        ')',
        '"',
        "'",
        ' ',
        '\t',
        '\\\n',
        '\\\r\n',
        '\n',
        '#',
      ],
      ...[
        '-r',
        '--hash=sha256:0',
        '-e',
        '--pre',
        'python_version',
        'and',
        'or',
        'in',
        'not',
        'https://x/y',
        './z',
        '🐍',
        '\\',
        '=',
      ],
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    );
    fc.assert(fc.property(texts, expectTrueSpans), { numRuns: 3000 });
  });

  it('bears long and deep lines', () => {
    expect(entriesIn(`a; ${'('.repeat(50_000)}`)).toHaveLength(1);
    expect(entriesIn(`a; ${'os_name == "x" and '.repeat(20_000)}os_name == "x"`)[0]?.errors).toEqual([]);
    expect(entriesIn('a\\\n'.repeat(2_000))).toHaveLength(1);
    expect(entriesIn(`a${' '.repeat(100_000)}b`)).toHaveLength(1);
  });
});

import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import dotenvCommitted from '../../../server/src/rules/environment/dotenvCommitted.ts';
import { displayWidth } from '../../../server/src/transports/cli/formats/printable.ts';
import { snippet } from '../../../server/src/transports/cli/formats/snippet.ts';
import { Lines } from '../../../server/src/transports/cli/positions.ts';
import { folderWith, run } from './run.ts';

/** The source line with the marked text underlined. */
function drawn(marked: string, width = 80): string[] {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const lines = new Lines(marked.replace(/[«»]/g, ''));
  const range = lines.rangeOf({ start, end });
  const shown = snippet(lines.lineAt(range.start.line), range, width);
  return shown ? [shown.source, shown.indent + shown.underline + shown.rest] : [];
}

describe('a source line', () => {
  it('is underlined below what is wrong', () => {
    expect(drawn('a = «b» + c')).toEqual(['a = b + c', '    ^']);
    expect(drawn('a = «bcd»')).toEqual(['a = bcd', '    ^~~']);
    expect(drawn('first\r\na = «b»\r\nlast')).toEqual(['a = b', '    ^']);
  });

  it('keeps the mark in its column behind tabs, wide characters and emoji', () => {
    expect(drawn('\tx\t«y»')).toEqual(['    x   y', '        ^']);
    expect(drawn('"日本" «y»')).toEqual(['"日本" y', '       ^']);
    expect(drawn('"«日本»"')).toEqual(['"日本"', ' ^~~~']);
    expect(drawn('👩‍👩‍👧 «y»')).toEqual(['👩‍👩‍👧 y', '   ^']);
    expect(drawn('e\u0301 «y»')).toEqual(['e\u0301 y', '  ^']);
  });

  it('is marked at a place between characters, and behind the last one', () => {
    expect(drawn('{ «»}')).toEqual(['{ }', '  ^']);
    expect(drawn('{«»')).toEqual(['{', ' ^']);
    expect(drawn('«»')).toEqual([]);
  });

  it('is marked to its end by a place of several lines, which says where it ends', () => {
    expect(drawn('  «def f():  \n    pass\n  x»')).toEqual(['  def f():  ', '  ^~~~~~~~ to line 3']);
    expect(drawn('«a\n»')).toEqual(['a', '^']);
  });

  it('is cut around the place where it is too long', () => {
    const long = `${'x'.repeat(5000)}«yz»${'x'.repeat(5000)}`;
    const [source = '', mark = ''] = drawn(long, 40);
    expect(source.length).toBeLessThanOrEqual(40);
    expect(source).toMatch(/^…x+yzx+…$/);
    expect(source.slice(mark.indexOf('^'), mark.indexOf('^') + 2)).toBe('yz');
    const [wideSource = '', wideMark = ''] = drawn(`«${'y'.repeat(500)}»`, 40);
    expect([wideSource.length, wideMark.length]).toEqual([39, 38]);
    expect(drawn(`${'z'.repeat(30)}«${'y'.repeat(500)}»`, 40)[0]).toMatch(/^….*y…$/);
  });

  it('fits, whatever the text and the place', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '日', '👩‍👩‍👧', '\u0301', '\r\n', '\n', '\u001b', 'x'.repeat(60)),
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (before, a, b) => {
        const lines = new Lines(before);
        const [start = 0, end = 0] = [a % (before.length + 1), b % (before.length + 1)].sort((x, y) => x - y);
        const range = lines.rangeOf({ start, end });
        const shown = snippet(lines.lineAt(range.start.line), range, 60);
        if (!shown) return;
        expect(displayWidth(shown.source)).toBeLessThanOrEqual(60);
        expect(shown.indent.length + shown.underline.length).toBeLessThanOrEqual(61);
        expect(shown.source + shown.indent).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('cannot move the cursor, hide code or give a password away', () => {
    expect(drawn('a\u001b[2J = «b»')[0]).toBe('a\uFFFD[2J = b');
    expect(drawn('a\u202E = «b»')[0]).toContain('\uFFFD');
    expect(drawn('url = «"postgres://me:s3cret@host/db"»')).toEqual([
      'url = "postgres://me:******@host/db"',
      '      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
    ]);
    expect(drawn('«https://ghp_0123456789abcdefghij@github.com/a»')[0]).toBe(`https://${'*'.repeat(24)}@github.com/a`);
    expect(drawn('url = «f"postgres://me:{password}@host/db"»')[0]).toContain('{password}');
  });
});

describe('verify as text', () => {
  const files = { 'api/vercel.json': '{\n  "builds": []\n}\n', 'api/runtime.txt': 'so slow\n' };

  it('shows no line of a .env file', async () => {
    const folder = await folderWith({
      'vercel.json': '{}',
      'api/index.py': 'app = 1\n',
      '.env': 'API_KEY=q7Lw2fRz\n',
      '.git/HEAD': 'a',
    });
    const { stdout } = await run(folder, ['verify'], { rules: [dotenvCommitted] });
    expect(stdout).toContain('.env:1:1 warning: `API_KEY` is deployed with this file');
    expect(stdout).not.toContain('q7Lw2fRz');
  });

  it('reads like a compiler', async () => {
    const folder = await folderWith(files);
    const { code, stdout, stderr } = await run(folder, ['verify']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const [headline, ...parts] = stdout.split('\n\n');
    expect(headline).toMatch(/^api /);
    expect(parts[0]).toBe(
      [
        'api/vercel.json:2:3 error: `builds` is old: 100% of it, really. [old-builds]',
        '  2 |   "builds": []',
        '    |   ^~~~~~~~',
        '  see: api/runtime.txt:1:1 Because of this.',
        '  fix: Rename `builds` (--fix-unsafe)',
      ].join('\n'),
    );
    expect(parts[1]).toBe(
      [
        'api/runtime.txt:1:4 warning: This is slow. Write slower. [slow-word]',
        '  1 | so slow',
        '    |    ^~~~',
        '  fix: Write slower (--fix)',
      ].join('\n'),
    );
    const table = parts[2]?.split('\n') ?? [];
    expect(table).toHaveLength(9);
    expect(table[0]).toMatch(/^ {2}warn {2}Python version {9}\S/);
    expect(table[2]).toMatch(/^ {2}fail {2}Runtime configuration {2}\S/);
    expect(table[7]).toMatch(/^ {2}– {5}Routes {17}\S/);
    expect(parts[3]).toBe('1 error, 1 warning. --fix mends 1, --fix-unsafe 1 more.\n');
  });

  it('names files as the current folder sees them', async () => {
    const folder = await folderWith(files);
    const { stdout } = await run(path.join(folder, 'api'), ['verify', '.']);
    expect(stdout).toMatch(/^api /);
    expect(stdout).toContain('\nruntime.txt:1:4 warning:');
    expect((await run(path.join(folder, 'api'), ['verify', '..'])).stdout).toContain('\nruntime.txt:1:4 warning:');
    expect((await run(path.dirname(folder), ['verify', folder])).stdout).toContain(
      `${path.basename(folder)}/api/runtime.txt:1:4`,
    );
  });

  it('is coloured on a terminal alone, and not where NO_COLOR or a dumb terminal says otherwise', async () => {
    const folder = await folderWith(files);
    const hasColour = async (isTty: boolean, env: Record<string, string>, argv: readonly string[] = []) => {
      const { stdout } = await run(folder, ['verify', ...argv], { isTty, env });
      return stdout.includes('\u001b[');
    };
    expect(await hasColour(true, {})).toBe(true);
    expect(await hasColour(false, {})).toBe(false);
    expect(await hasColour(true, { NO_COLOR: '1' })).toBe(false);
    expect(await hasColour(true, { TERM: 'dumb' })).toBe(false);
    expect(await hasColour(true, {}, ['--format', 'json'])).toBe(false);
  });

  it('is the same without its colours', async () => {
    const folder = await folderWith(files);
    const plain = await run(folder, ['verify']);
    const coloured = await run(folder, ['verify'], { isTty: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what a colour is
    expect(coloured.stdout.replace(/\u001b\[\d+m/g, '')).toBe(plain.stdout);
  });

  it('stays readable with 200 problems', async () => {
    const folder = await folderWith({ 'vercel.json': '{}', 'runtime.txt': 'slow\n'.repeat(200) });
    const { code, stdout } = await run(folder, ['verify', '--fail-on', 'warning']);
    expect(code).toBe(1);
    expect(stdout.match(/\[slow-word\]/g)).toHaveLength(1);
    expect(stdout).toContain(
      '\n  1 | slow\n    | ^~~~\n  fix: Write slower (--fix)\n  also: line 2 (slow), line 3 (slow), line 4 (slow), line 5 (slow), line 6 (slow) and 194 more\n',
    );
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('200 warnings. --fix mends all of them.');
  });

  it('breaks what it says of an area to fit the terminal', async () => {
    const folder = await folderWith(files);
    const { stdout } = await run(folder, ['verify'], { isTty: true, columns: 72, env: { TERM: 'dumb' } });
    const table = stdout.split('\n\n').at(-2) ?? '';
    expect(table.split('\n').every((line) => line.length <= 72)).toBe(true);
    expect(table).toMatch(/Database .*\n {31}\S/);
  });

  it('says that a build stops, and fails, even where no rule has a word for it', async () => {
    const folder = await folderWith({
      'vercel.json': '{}',
      'requirements.txt': 'fastapi\n',
      'pyproject.toml': '[project\n',
    });
    const { code, stdout } = await run(folder, ['verify']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/ will fail to build\n {2}The build stops with [A-Z_]+: /);
    expect(stdout).toMatch(/\nThe build would stop\.\n$/);
    expect((await run(folder, ['verify', '--fail-on', 'never'])).code).toBe(0);
    const github = await run(folder, ['verify', '--format', 'github']);
    expect(github).toMatchObject({ code: 1, stdout: '' });
    expect(github.stderr).toMatch(/^Note: the build of .* would stop with [A-Z_]+: .+\n$/);
  });

  it('says that there is nothing where there is nothing', async () => {
    const folder = await folderWith({ 'readme.md': '' });
    const { code, stdout } = await run(folder, ['verify']);
    expect(code).toBe(0);
    expect(stdout).toContain('has no Python that Vercel would serve');
    expect(stdout).toMatch(/\nNo problems\.\n$/);
  });
});

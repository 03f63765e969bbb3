import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const source = path.resolve(import.meta.dirname, '../server/src');

/** A folder may import from itself and from the folders before it. */
const layers = [
  'text',
  'facts',
  'documents',
  'project',
  'deployment',
  'rules',
  'check',
  'logs',
  'features',
  'transports',
] as const;

/** Folders whose files are one thing each, so that a transport can be left out of a bundle. */
const apart = ['transports/lsp', 'transports/cli', 'transports/http'] as const;

/** The files of theirs that others may import. */
const entries: ReadonlySet<string> = new Set([
  'transports/lsp/node.ts',
  'transports/http/indexWords.ts',
  'transports/http/packageIndex.ts',
  'transports/http/probe.ts',
  'transports/http/webIndex.ts',
]);

const files = fs
  .readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

interface Import {
  readonly from: string;
  readonly specifier: string;
  /** Path below server/src of an own file. */
  readonly to?: string;
}

const imports: readonly Import[] = files.flatMap((from) => {
  const text = fs.readFileSync(path.join(source, from), 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"\n;=]*?(?:\bfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => {
    const specifier = match[1] ?? match[2] ?? '';
    if (!specifier.startsWith('.')) return { from, specifier };
    return { from, specifier, to: path.posix.join(path.posix.dirname(from), specifier) };
  });
});

const layerOf = (file: string) => layers.indexOf(file.split('/')[0] as (typeof layers)[number]);

describe('the layers', () => {
  it('hold every file of the server', () => {
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('import one way', () => {
    const backwards = imports.filter(({ from, to }) => to && !to.startsWith('..') && layerOf(to) > layerOf(from));
    expect(backwards.map(({ from, specifier }) => `${from}: from '${specifier}'`)).toEqual([]);
  });

  it('know no editor, no Node and no network outside the transports', () => {
    const outside = /^(node:|vscode|fs$|path$|child_process$|http)/;
    const found = imports.filter(({ from, specifier }) => !from.startsWith('transports/') && outside.test(specifier));
    expect(found.map(({ from, specifier }) => `${from}: from '${specifier}'`)).toEqual([]);
  });

  it('parse TOML through the one guard against the parser that never returns', () => {
    const found = imports.filter(({ from, specifier }) => specifier === 'smol-toml' && from !== 'documents/toml.ts');
    expect(found).toEqual([]);
  });

  it('keep rules apart from each other', () => {
    const area = (file: string) => file.split('/').slice(0, 2).join('/');
    const found = imports.filter(
      ({ from, to }) =>
        from.startsWith('rules/') &&
        from.split('/').length > 2 &&
        to?.startsWith('rules/') &&
        to.split('/').length > 2 &&
        area(from) !== area(to),
    );
    expect(found).toEqual([]);
  });

  it('reach other transports through their entries alone', () => {
    const found = imports.filter(({ from, to }) => {
      const own = apart.find((folder) => from.startsWith(`${folder}/`));
      const other = apart.find((folder) => to?.startsWith(`${folder}/`));
      return own && other && own !== other && !entries.has(to ?? '');
    });
    expect(found.map(({ from, specifier }) => `${from}: from '${specifier}'`)).toEqual([]);
  });
});

describe('every file', () => {
  it('is short enough to be read in one go', () => {
    const long = files.filter((file) => !/(?:rules|signatures)\/index\.ts$/.test(file) && lineCount(file) > 250);
    expect(long).toEqual([]);
  });

  it('asks no clock in the core', () => {
    const clock = /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b|\bsetTimeout\b|\bconsole\./;
    const found = files.filter((file) => !file.startsWith('transports/') && clock.test(withoutStrings(file)));
    expect(found).toEqual([]);
  });
});

function lineCount(file: string): number {
  return fs.readFileSync(path.join(source, file), 'utf8').split('\n').length - 1;
}

/** Examples of rules hold code in template strings; that code is not ours. */
function withoutStrings(file: string): string {
  return fs
    .readFileSync(path.join(source, file), 'utf8')
    .replace(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/|\/\/.*/g, "''");
}

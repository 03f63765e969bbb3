import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Detector, presetDetectors } from '../../server/src/facts/frameworkDetectors.ts';
import { globToRegExp } from '../../server/src/text/glob.ts';

const require = createRequire(import.meta.url);

interface TheirDetector {
  readonly path?: string;
  readonly matchContent?: string;
  readonly matchPackage?: string;
}

interface Framework {
  readonly slug: string | null;
  readonly experimental?: boolean;
  readonly detectors?: { readonly every?: readonly TheirDetector[]; readonly some?: readonly TheirDetector[] };
  readonly supersedes?: readonly string[];
}

const { frameworkList }: { frameworkList: readonly Framework[] } = require('@vercel/frameworks');

describe('facts/frameworkDetectors.ts', () => {
  it('says what @vercel/frameworks says', () => {
    const theirs = frameworkList.flatMap(({ slug, experimental, detectors, supersedes = [] }) => {
      if (!slug || experimental || !detectors) return [];
      const { every = [], some = [] } = detectors;
      return [{ preset: slug, every: every.map(told), some: some.map(told).sort(), supersedes }];
    });
    const ours = presetDetectors.map(({ preset, every, some, supersedes }) => ({
      ...{ preset, supersedes, every: every.map(ourWords), some: some.map(ourWords).sort() },
    }));
    expect(ours).toEqual(theirs);
  });
});

/** One line for a detector; the order of alternatives has no meaning. */
function told({ path, matchContent, matchPackage }: TheirDetector): string {
  return line(matchPackage, path, matchContent && new RegExp(matchContent, 'm').source);
}

function ourWords({ package: name, path, content }: Detector): string {
  return line(name, path, content?.source);
}

function line(name = '', path = '', content = ''): string {
  return `${name}|${path}|${content.replaceAll('\\/', '/')}`;
}

type Minimatch = (path: string, pattern: string, options?: { dot: boolean }) => boolean;
const minimatch: Minimatch = createRequire(require.resolve('@vercel/fs-detectors'))('minimatch');

describe('text/glob.ts', () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '.',
    '*',
    '**',
    '?',
    '/',
    '[ab]',
    '[!a]',
    '{a,b}',
    '{a,b/c}',
    '!(a)',
    '@(a|b)',
    '+(a)',
    '*(b)',
    'api',
    '.py',
    '[',
    ']',
    '{',
    '}',
    '(',
    ')',
    '!',
    '#',
    '\\*',
  );
  const pattern = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));
  const name = fc.constantFrom('a', 'b', '.a', 'ab', 'api', 'a.py', 'b.py', '.py', '*', 'c');
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

  it('matches what minimatch 3.1.2 matches', () => {
    fc.assert(
      fc.property(pattern, path, fc.boolean(), (glob, file, dot) => {
        expect(globToRegExp(glob, { dot }).test(file), `${glob} on ${file}`).toBe(minimatch(file, glob, { dot }));
      }),
      { numRuns: 20_000, seed: 1 },
    );
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { driftBetween } from '../../scripts/driftBetween.mjs';
import { requirementsNames } from '../../server/src/documents/kinds.ts';
import * as entrypoints from '../../server/src/facts/entrypoints.ts';
import { platform } from '../../server/src/facts/platform.ts';
import * as pythonVersions from '../../server/src/facts/pythonVersions.ts';

const packages = path.resolve(import.meta.dirname, '../../node_modules/@vercel');
const read = (file: string) => fs.readFileSync(path.join(packages, file), 'utf8');
const facts = { platform, requirementsNames, ...entrypoints, ...pythonVersions };
const installed = {
  version: JSON.parse(read('python/package.json')).version,
  analysisVersion: JSON.parse(read('python-analysis/package.json')).version,
  python: read('python/dist/index.js'),
  analysis: read('python-analysis/dist/index.cjs'),
};

const drifted = (release: typeof installed) =>
  driftBetween(facts, release).flatMap(({ what, agrees }) => (agrees ? [] : [what]));

describe('our facts', () => {
  it('describe the builder that the tests run', () => {
    expect(drifted(installed)).toEqual([]);
    expect(driftBetween(facts, installed).length).toBeGreaterThan(15);
  });

  it.each([
    ['release of the builder', { version: '26.0.0' }],
    [
      'known Python versions',
      {
        python: installed.python.replace(
          'makePythonVersion(3, 14),',
          'makePythonVersion(3, 15),\n  makePythonVersion(3, 14),',
        ),
      },
    ],
    [
      'discontinued Python versions',
      {
        python: installed.python.replace(
          'makePythonVersion(3, 9),',
          'makePythonVersion(3, 9, new Date("2027-01-01")),',
        ),
      },
    ],
    [
      'default Python version',
      {
        python: installed.python.replace(
          'DEFAULT_PYTHON_VERSION = makePythonVersion(3, 12)',
          'DEFAULT_PYTHON_VERSION = makePythonVersion(3, 13)',
        ),
      },
    ],
    ['names of entrypoints', { python: installed.python.replace('  "wsgi",\n', '') }],
    ['folders of entrypoints', { python: installed.python.replace('["", "src", "app", "api"]', '["", "src", "app"]') }],
    ['names of requirements files', { analysis: installed.analysis.replace('"requirements.in",', '') }],
    [
      'the words "is discontinued and must be upgraded."',
      { python: installed.python.replaceAll('is discontinued and must be upgraded.', 'is gone.') },
    ],
  ])('are said to drift where Vercel changes: %s', (what, change) => {
    expect(drifted({ ...installed, ...change })).toContain(what);
  });
});

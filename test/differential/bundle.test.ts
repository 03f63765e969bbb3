import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleExcludes, bundleOf } from '../../server/src/deployment/bundleFiles.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { ask } from '../deployment/deploymentOf.ts';
import { buildsOfTree } from './realDetection.ts';

const require = createRequire(import.meta.url);
const { glob, findMatchingFunction, getLambdaOptionsFromFunction } = require('@vercel/build-utils');
const builder = readFileSync(require.resolve('@vercel/python'), 'utf8');

/** The builder's own list, out of its code: a build as far as the packing would have to install packages. */
const predefined = (() => {
  const list = /const predefinedExcludes = (\[[^\]]*\]);/.exec(builder)?.[1];
  if (!list) throw new Error('the builder has no list of that name any more');
  return JSON.parse(list.replace(/,\s*\]/, ']')) as string[];
})();

type Texts = Readonly<Record<string, string>>;

async function onDisk<T>(files: Texts, action: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'preflight-bundle-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Globs {
  readonly includeFiles: readonly string[];
  readonly excludeFiles: readonly string[];
}

/** What the builder packs of these files. */
function packed(files: Texts, { includeFiles, excludeFiles }: Globs): Promise<string[]> {
  return onDisk(files, async (cwd) => {
    const found = await glob('**', { cwd, ignore: [...predefined, ...excludeFiles] });
    for (const pattern of includeFiles) Object.assign(found, await glob(pattern, cwd));
    return Object.keys(found).sort();
  });
}

const ours = (files: Texts, globs: Globs) =>
  ask(files, (project) => [...bundleOf(project, { settings: globs }).files()]);

const paths = [
  ...[
    'main.py',
    'README.md',
    'tests/test_a.py',
    'tests/data/x.csv',
    'app/tests/test_b.py',
    'app/models.py',
    'data/big.bin',
  ],
  ...[
    'public/logo.png',
    'app/public/x.txt',
    'public.py',
    'docs/a/b/c.md',
    '.env',
    '.github/workflows/ci.yml',
    'a b.txt',
  ],
  ...[
    'yarn.lock',
    'web/package-lock.json',
    '.ruff_cache/x',
    'notebooks/n.ipynb',
    '[id].py',
    'x{y}.txt',
    'app/.hidden/z',
  ],
];

const files: Texts = Object.fromEntries(paths.map((path) => [path, '']));

const globs = [
  ...[
    'tests',
    'tests/',
    'tests/**',
    'tests/*',
    '**/tests/**',
    '{tests,docs}/**',
    '{tests/**,docs/**}',
    '**',
    '*',
    '*.md',
  ],
  ...[
    '**/*.md',
    '**/*.{md,csv}',
    './tests/**',
    '/tests/**',
    'data/big.bin',
    '!tests/**',
    'app/**/*.py',
    '.env',
    '.*',
    '.*/**',
  ],
  ...[
    'public/**',
    '**/public/**',
    'public',
    '[id].py',
    '\\[id\\].py',
    'x{y}.txt',
    '',
    ' ',
    'docs/**/c.md',
    '+(docs|data)/**',
  ],
  ...['**/.hidden/**', 'a b.txt', '**/*', 'docs/', '#x', 'tests/**/', '?(x)', 'DATA/**'],
];

describe('the bundle', () => {
  it('leaves out what the builder does', () => {
    expect(bundleExcludes).toEqual(predefined);
  });

  it.each(globs)('without %j', async (pattern) => {
    const settings = { includeFiles: [], excludeFiles: [pattern] };
    expect(await ours(files, settings)).toEqual(await packed(files, settings));
  });

  it.each(globs.filter((pattern) => !/^\/|^\.\/|^\s*$|\/$/.test(pattern)))('with %j', async (pattern) => {
    const settings = { includeFiles: [pattern], excludeFiles: ['**/*.txt', 'app/**'] };
    expect(await ours(files, settings)).toEqual(await packed(files, settings));
  });

  it('is the one of generated patterns', { timeout: 120_000 }, async () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      'tests',
      'app',
      'public',
      '*.py',
      '*.{md,csv}',
      '.*',
      'data',
      '?*',
      '[a-d]*',
      '!(app)',
    );
    const pattern = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const property = fc.asyncProperty(fc.array(pattern, { maxLength: 3 }), async (excludeFiles) => {
      const settings = { includeFiles: [], excludeFiles };
      expect(await ours(files, settings)).toEqual(await packed(files, settings));
    });
    await fc.assert(property, { numRuns: 150, seed: 1 });
  });
});

const api = { 'api/index.py': 'app = 1\n', 'api/users/[id].py': 'app = 1\n', 'api/x.js': '' };
const flask = { 'main.py': 'app = 1\n', 'requirements.txt': 'flask\n' };
const functions = [
  { 'api/index.py': { maxDuration: 10 } },
  { 'api/*.py': { memory: 512 }, 'api/users/*.py': { maxDuration: 20 } },
  { 'api/**/*.py': { maxDuration: 'max', excludeFiles: 'tests/**' }, 'api/x.js': { memory: 128 } },
  { 'api/index': { maxDuration: 7 } },
  { '**': { includeFiles: 'data/**' } },
  { 'main.py': { maxDuration: 30 } },
  { main: { maxDuration: 30 }, '*.py': { memory: 256 } },
  { '*': { memory: 256 }, 'main.py': { maxDuration: 30 } },
];

describe('the settings of a function', () => {
  const cases = functions.flatMap((value) =>
    [api, flask, { ...api, 'vercel.json': '{"framework": null}' }].map((tree) => ({
      tree,
      config: { ...('vercel.json' in tree ? { framework: null } : {}), functions: value },
    })),
  );
  it.each(cases.map((one) => [JSON.stringify(one.config), Object.keys(one.tree).join(' '), one] as const))(
    '%s of %s',
    async (_, __, { tree, config }) => {
      const all = { ...tree, 'vercel.json': JSON.stringify(config) };
      const { errors, functions: made } = await ask(all, resolveDeployment);
      const real = await onDisk(all, (folder) =>
        buildsOfTree({ repository: folder, project: folder }, Object.keys(all)),
      );
      expect(errors[0]?.code).toBe(real.error?.code);
      for (const { path, settings } of made) {
        const build = real.builds.find(({ src }) => src === path) ?? real.builds.find(({ src }) => src === '<detect>');
        const match = findMatchingFunction(build?.config.functions, [path, path.replace(/\.py$/, '')]);
        const limits = await getLambdaOptionsFromFunction({
          sourceFile: match?.sourceFile ?? path,
          config: build?.config,
        });
        expect([settings?.pattern, settings?.maxDuration, settings?.memory]).toEqual([
          match?.pattern,
          limits.maxDuration,
          limits.memory,
        ]);
        const globsOf = (key: string) => [
          ...new Set([build?.config[key], match?.functionConfig[key]].filter((one) => typeof one === 'string')),
        ];
        expect([settings?.includeFiles ?? [], settings?.excludeFiles ?? []]).toEqual([
          globsOf('includeFiles'),
          globsOf('excludeFiles'),
        ]);
      }
    },
  );
});

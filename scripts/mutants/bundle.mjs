/** Our tests and what they test as one script, which can be run again in the same process. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { build } from 'esbuild';
import { testFiles } from './tests.mjs';

/**
 * Bundles the tests below `root`, the sandbox of Stryker.
 * `load` runs the script: the tests are collected anew. `forget` empties the caches that modules keep for texts, so that
 * no test sees what another one, or another mutant, computed. `testsByFile` says who runs which file.
 */
export async function bundleTests(root, area) {
  const require = createRequire(path.join(root, 'test', 'x.cjs'));
  const shim = await import('./vitest.mjs');
  const caches = [];
  globalThis.__mutants__ = { vitest: shim, cache: (map) => caches.push(map) && map };
  const parsers = await bundled(root, "module.exports = require('./test/support/grammars.ts');", []);
  globalThis.__mutants__.parsers = run(parsers, require).exports;
  globalThis.__mutants__.loaded = await globalThis.__mutants__.parsers.grammars;
  const tests = await testFiles(root, area);
  const entry = tests.map((file) => `globalThis.__mutants__.vitest.beginFile('${file}'); require('./${file}');`);
  const bundle = await bundled(root, entry.join('\n'), [own]);
  return {
    async load() {
      caches.length = 0;
      run(bundle, require);
    },
    forget() {
      for (const cache of caches) cache.clear();
    },
    rulesOf: (one) => rulesOf(root, one),
    testsByFile: (coverage) => testsByFile(bundle, coverage, root),
  };
}

/** The names of the rules of an area: its files, in kebab case. */
function rulesOf(root, area) {
  const names = readdirSync(path.join(root, 'server/src/rules', area));
  return new Set(names.map((name) => kebab(path.basename(name, '.ts'))));
}

export const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What is not loaded again: vitest, and the parsers, which are not mutated. Caches for texts report themselves. */
const own = {
  name: 'own',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'shared' }));
    onResolve({ filter: /\/grammars\.ts$/ }, () => ({ path: 'parsers', namespace: 'shared' }));
    onLoad({ filter: /.*/, namespace: 'shared' }, ({ path: name }) => ({
      contents: `module.exports = globalThis.__mutants__.${name};`,
    }));
    onLoad({ filter: /server[/\\]src[/\\].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8')).replace(
        /^(const \w+ = )(new Map(?:<.*>)?\(\));$/gm,
        '$1globalThis.__mutants__.cache($2);',
      ),
      loader: 'ts',
    }));
  },
};

/** CommonJS has no `import.meta`, and nothing to wait for at the top of a module. */
const asCommonJs = {
  name: 'as-common-js',
  setup({ onLoad }) {
    onLoad({ filter: /test[/\\].*\.ts$/ }, async ({ path: file }) => ({
      contents: (await readFile(file, 'utf8'))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(file).href))
        .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(file)))
        .replace(/^(const .* = )await grammars;$/gm, '$1globalThis.__mutants__.loaded;'),
      loader: 'ts',
    }));
  },
};

async function bundled(root, contents, plugins) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root, loader: 'js' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    alias: { 'web-tree-sitter': path.join(root, 'node_modules/web-tree-sitter/web-tree-sitter.cjs') },
    external: ['@vercel/python', '@vercel/build-utils', '@vercel/fs-detectors', '@vercel/frameworks'],
    plugins: [...plugins, asCommonJs],
    logLevel: 'error',
  });
  const text = `(function (exports, require, module, __filename, __dirname) {${outputFiles[0].text}\n})`;
  return { metafile, text, script: new vm.Script(text, { filename: path.join(root, 'test', 'x.cjs') }) };
}

function run({ script }, require) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, require, module, '', '');
  return module;
}

/**
 * The tests that run code of a file, or of a file that imports it: a table that a module exports acts where it is read.
 * `coverage` is what Stryker's code noted: mutants by test.
 */
function testsByFile({ metafile, text }, coverage, root) {
  const files = fileOfMutant(text);
  const direct = new Map();
  for (const [test, mutants] of Object.entries(coverage?.perTest ?? {})) {
    for (const mutant of Object.keys(mutants)) add(direct, files.get(mutant), test);
  }
  const wide = new Map();
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    const own = direct.get(file) ?? [];
    for (const reached of [file, ...imports.map((one) => one.path)]) {
      for (const test of own) add(wide, path.join(root, reached), test);
    }
  }
  return wide;
}

function add(map, key, value) {
  if (!map.has(key)) map.set(key, new Set());
  map.get(key).add(value);
}

/** Which file of the bundle holds a mutant. Above each module esbuild writes its path. */
function fileOfMutant(text) {
  const result = new Map();
  let file = '';
  for (const line of text.split('\n')) {
    const head = /^\s*\/\/ (server\/src\/\S+\.ts)$/.exec(line);
    if (head) file = head[1];
    for (const [, ids] of line.matchAll(/stryCov_\w+\(([^)]*)\)/g)) {
      for (const [, id] of ids.matchAll(/"(\d+)"/g)) result.set(id, file);
    }
  }
  return result;
}

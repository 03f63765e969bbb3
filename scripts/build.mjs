/**
 * Builds the bundles.
 *
 *     node scripts/build.mjs                 dist/, with source maps
 *     node scripts/build.mjs --production    dist/, minified
 *     node scripts/build.mjs --tests         also out/test/, the suites that run inside an editor
 */

import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { build as esbuild } from 'esbuild';
import { ascii } from './ascii.mjs';
import { coreEntry, fromCore, writeCoreEntry } from './core.mjs';
import { inRoot } from './paths.mjs';

/** The ES module of web-tree-sitter calls createRequire(import.meta.url), which neither CommonJS nor a worker has. */
const treeSitter = { 'web-tree-sitter': inRoot('node_modules/web-tree-sitter/web-tree-sitter.cjs') };

/** Packages whose `main` is UMD, jsonc-parser among them, break when it is bundled: ask for ES modules first. */
const node = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  alias: treeSitter,
};

const browser = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  // Only a branch for Node.js, never taken here, asks for these.
  external: ['node:fs/promises', 'fs/promises', 'fs', 'path', 'module'],
};

/**
 * routing-utils tells the console where its two path-to-regexp disagree, and asks `process`, which a worker lacks. What it
 * answers is all we want: standard error belongs to us, and standard output to the language server.
 */
const quietRouting = {
  name: 'quiet-routing-utils',
  setup({ onLoad }) {
    onLoad({ filter: /@vercel[/\\]routing-utils[/\\]dist[/\\]superstatic\.js$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const contents = text
        .replaceAll('process.env.FORCE_PATH_TO_REGEXP_LOG ||', '')
        .replaceAll('console.error(', 'void (');
      if (/process\.env|console\./.test(contents)) throw new Error('routing-utils speaks in another way than it did.');
      return { contents, loader: 'js' };
    });
  },
};

/** What activation does not need stays outside the client: parsing it alone would take longer than activating. */
const lateLanguageClient = {
  name: 'late-language-client',
  setup({ onResolve }) {
    onResolve({ filter: /\/languageClient\.ts$/ }, () => ({ path: './languageClient.js', external: true }));
  },
};

const bundles = [
  { from: 'client/src/node.ts', to: 'client.js', ...node, external: ['vscode'], plugins: [lateLanguageClient] },
  { from: 'client/src/languageClient.ts', to: 'languageClient.js', ...node, external: ['vscode'] },
  { from: 'client/src/web.ts', to: 'client.web.js', ...browser, format: 'cjs', external: ['vscode'] },
  { from: coreEntry, to: 'core.js', ...browser, alias: treeSitter, format: 'iife' },
  {
    from: 'server/src/transports/lsp/node.ts',
    to: 'server.js',
    ...node,
    banner: { js: "require('./core.js');" },
    plugins: [fromCore],
  },
  {
    // Large, and loaded only when somebody completes or hovers in vercel.json.
    from: 'server/src/transports/jsonLanguage.ts',
    to: 'json.js',
    ...browser,
    format: 'iife',
    globalName: 'preflightJson',
    footer: { js: 'globalThis.preflightJson = preflightJson;' },
  },
  { from: 'server/src/transports/lsp/web.ts', to: 'server.web.js', ...browser, format: 'iife', plugins: [fromCore] },
  { from: 'server/src/transports/cli/main.ts', to: 'cli.js', ...node, banner: { js: '#!/usr/bin/env node' } },
];

/** The suites that run inside an editor. */
const testBundles = [
  { from: 'test/editor/index.ts', to: 'index.js', ...node, external: ['vscode', 'mocha'] },
  {
    from: 'test/editor/index.web.ts',
    to: 'index.web.js',
    ...browser,
    external: ['vscode'],
    define: { global: 'globalThis' },
    // Mocha's bundle for browsers assigns itself to `module.exports`: what the editor runs is assigned after it.
    format: 'iife',
    globalName: 'suites',
    footer: { js: 'module.exports = suites;' },
  },
];

const analysis = '@vercel/python-analysis/dist/wasm/vercel_python_analysis';
const wasmFiles = [
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
  '@tree-sitter-grammars/tree-sitter-toml/tree-sitter-toml.wasm',
  ...['core', 'core2', 'core3'].map((part) => `${analysis}.${part}.wasm`),
];

/** What is known of published packages; it lies beside the bundles too, and is read when a manifest is looked at. */
const packagesFile = 'pythonPackages.json';

/** Written last into the output folder: its age is the age of the build. */
export const stampName = 'build.json';

/** Builds what ships into `folder`. Returns the entry points that do not exist. */
export async function buildProduct({ folder = inRoot('dist'), production = false } = {}) {
  await rm(path.join(folder, stampName), { force: true });
  await writeCoreEntry();
  const missing = await bundleAll(bundles, folder, { minify: production, sourcemap: !production });
  for (const { to } of bundles) await rewrite(path.join(folder, to), ascii);
  for (const file of wasmFiles) await copyFile(inRoot('node_modules', file), path.join(folder, path.basename(file)));
  await copyFile(inRoot('server', 'data', packagesFile), path.join(folder, packagesFile));
  if (existsSync(path.join(folder, 'cli.js'))) await chmod(path.join(folder, 'cli.js'), 0o755);
  await writeFile(path.join(folder, stampName), `${JSON.stringify({ production, missing })}\n`);
  return missing;
}

async function rewrite(file, change) {
  if (existsSync(file)) await writeFile(file, change(await readFile(file, 'utf8')));
}

/** The packages of which something ships: what the bundles take in, and the `.wasm` files beside them. */
export async function shippedPackages() {
  await writeCoreEntry();
  const built = await Promise.all(
    bundles.map(({ from, to, plugins, ...bundle }) =>
      esbuild({ ...options(from, to, plugins), ...bundle, minify: true, metafile: true, write: false }),
    ),
  );
  const files = built.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    ),
  );
  const fromPackages = files.filter((file) => file.includes('node_modules/'));
  const names = [...fromPackages.map((file) => file.split('node_modules/').at(-1)), ...wasmFiles].map(
    (file) => /^(@[^/]+\/)?[^/]+/.exec(file)?.[0],
  );
  return [...new Set(names)];
}

/**
 * Builds the editor's suites into out/test.
 * @param flags `--grep=WORDS` leaves only the tests whose title has them
 */
export function buildTests(flags = []) {
  const words = flags.find((flag) => flag.startsWith('--grep='))?.slice('--grep='.length);
  const bundles = testBundles.map((bundle) => ({
    ...bundle,
    define: { ...bundle.define, PREFLIGHT_GREP: JSON.stringify(words ?? '') },
  }));
  return bundleAll(bundles, inRoot('out', 'test'), { sourcemap: 'inline' });
}

/** Bundles a program that only runs here: a benchmark. Packages stay outside, so that they can be measured as they are. */
export const buildForNode = (from, outfile) =>
  bundleOne({ from, to: outfile, ...node, packages: 'external' }, '', { sourcemap: 'inline' });

/** Bundles a program that runs in the extension host of an editor. */
export const buildForEditor = (from, outfile) =>
  bundleOne({ from, to: outfile, ...node, external: ['vscode'] }, '', {});

async function bundleAll(list, folder, extra) {
  await mkdir(folder, { recursive: true });
  const present = list.filter(({ from }) => existsSync(inRoot(from)));
  const results = await Promise.allSettled(present.map((bundle) => bundleOne(bundle, folder, extra)));
  const failed = results.find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
  return list.filter((bundle) => !present.includes(bundle)).map(({ from }) => from);
}

const bundleOne = ({ from, to, plugins, ...bundle }, folder, extra) =>
  esbuild({ ...options(from, path.resolve(folder, to), plugins), ...bundle, ...extra });

function options(from, outfile, plugins = []) {
  return {
    absWorkingDir: inRoot(),
    entryPoints: [from],
    outfile,
    bundle: true,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [quietRouting, ...plugins],
  };
}

async function main(flags) {
  const started = Date.now();
  const missing = await buildProduct({ production: flags.includes('--production') });
  if (flags.includes('--tests')) missing.push(...(await buildTests()));
  const without = missing.length > 0 ? ` (not there yet: ${missing.join(', ')})` : '';
  console.error(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s${without}.`);
}

if (process.argv[1] === import.meta.filename) {
  // esbuild has printed what is wrong and where.
  await main(process.argv.slice(2)).catch((error) => {
    if (!error.errors) console.error(error);
    process.exitCode = 1;
  });
}

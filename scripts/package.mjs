/**
 * `npm run package`: makes the VSIX. It is put together in out/vsix, so that the development build in dist stays as it is,
 * and so that package.json can lose its `files`: that list is for npm, and vsce refuses to see it beside .vscodeignore.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { inRoot } from './paths.mjs';
import { say, setUp } from './setup.mjs';

const largest = 2_000_000;
const staging = inRoot('out', 'vsix');

/** What .vscodeignore chooses from, beside the bundles. */
const staged = [
  '.vscodeignore',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'THIRD_PARTY_NOTICES.md',
  'client/icon.png',
  'client/readiness.svg',
  'client/walkthrough',
  'l10n',
  'package.nls.json',
  'client/vercelJson.schema.json',
  'syntaxes',
];

/** Makes the VSIX and returns its path and size; `print` gets what vsce says. */
export async function makePackage(print = () => undefined) {
  await setUp({ build: false });
  await stage();
  const { name, version } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  const file = inRoot(`${name}-${version}.vsix`);
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  const args = [vsce, 'package', '--no-dependencies', '--out', file];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: staging, encoding: 'utf8' });
  if (status !== 0) throw new Error(`vsce could not make the package:\n${stdout}${stderr}`);
  print(stdout + stderr);
  const { size } = await stat(file);
  const limit = `it must stay below ${largest / 1_000_000} MB`;
  if (size >= largest) throw new Error(`${file} has ${(size / 1_000_000).toFixed(2)} MB, and ${limit}.`);
  return { file, size };
}

/** Puts together in out/vsix what the VSIX holds. */
export async function stage() {
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  const { files: _, ...manifest } = JSON.parse(await readFile(inRoot('package.json'), 'utf8'));
  // npm reads the same file, and knows no translations: there these two stand as they are.
  Object.assign(manifest, { displayName: '%displayName%', description: '%description%' });
  await writeFile(`${staging}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  for (const path of staged.filter((path) => existsSync(inRoot(path)))) {
    await cp(inRoot(path), `${staging}/${path}`, { recursive: true });
  }
  const { buildProduct } = await import('./build.mjs');
  await buildProduct({ folder: `${staging}/dist`, production: true });
}

async function main() {
  const { file, size } = await makePackage(say);
  console.log(`${file}: ${(size / 1_000_000).toFixed(2)} MB`);
}

if (process.argv[1] === import.meta.filename) await main();

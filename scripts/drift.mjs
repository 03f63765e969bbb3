/**
 * `npm run drift`: fetches the newest builder from the npm registry and says where our facts no longer describe it.
 * Exit codes: 0 no drift, 1 drift, 2 the release could not be fetched.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { driftBetween } from './driftBetween.mjs';
import { inRoot } from './paths.mjs';
import { setUp } from './setup.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'preflight-drift-'));

/** Unpacks a package of the registry, and returns its folder. */
function fetchPackage(name) {
  const at = path.join(folder, name.replaceAll('/', '-'));
  fs.mkdirSync(at);
  const file = execFileSync('npm', ['pack', name, '--silent', '--pack-destination', at], { encoding: 'utf8' }).trim();
  execFileSync('tar', ['xzf', path.join(at, path.basename(file)), '-C', at]);
  return path.join(at, 'package');
}

const manifestOf = (place) => JSON.parse(fs.readFileSync(path.join(place, 'package.json'), 'utf8'));

function newestRelease() {
  const builder = fetchPackage('@vercel/python@latest');
  const { version, dependencies } = manifestOf(builder);
  const analysisVersion = dependencies['@vercel/python-analysis'];
  const analysis = fetchPackage(`@vercel/python-analysis@${analysisVersion}`);
  const textOf = (place, file) => fs.readFileSync(path.join(place, 'dist', file), 'utf8');
  return { version, analysisVersion, python: textOf(builder, 'index.js'), analysis: textOf(analysis, 'index.cjs') };
}

async function loadFacts() {
  const { build } = await import('esbuild');
  const outfile = path.join(folder, 'facts.cjs');
  const names = ['facts/platform.ts', 'facts/pythonVersions.ts', 'facts/entrypoints.ts', 'documents/kinds.ts'];
  const contents = names.map((name) => `export * from './server/src/${name}';`).join('\n');
  const stdin = { contents, resolveDir: inRoot(), loader: 'ts' };
  await build({ stdin, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error', outfile });
  return createRequire(import.meta.url)(outfile);
}

async function main() {
  await setUp({ build: false });
  let release;
  try {
    release = newestRelease();
  } catch (error) {
    console.error(`The newest builder could not be fetched: ${error.message}`);
    return 2;
  }
  const rows = driftBetween(await loadFacts(), release);
  for (const { what, where, ours, theirs, agrees } of rows) {
    console.log(
      agrees ? `  agrees  ${what}` : `  DRIFT   ${what}: we say ${ours}, Vercel says ${theirs}. Change ${where}.`,
    );
  }
  const drifted = rows.filter(({ agrees }) => !agrees).length;
  console.log(
    drifted === 0 ? `No drift from @vercel/python ${release.version}.` : `${drifted} of ${rows.length} facts drifted.`,
  );
  return drifted === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}

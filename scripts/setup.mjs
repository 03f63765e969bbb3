/**
 * Makes a clone ready to run: dependencies installed as package-lock.json says, bundles newer than their sources.
 * Uses nothing but Node.js, because it runs before anything is installed, and costs a few milliseconds when all is well.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { inRoot, root } from './paths.mjs';

/** What the tools of development need; the packaged command line runs on older ones, as `engines` in package.json says. */
const [oldestMajor, oldestMinor] = [20, 19];

/** What a bundle is made of. */
const sources = ['client/src', 'server/src', 'scripts/build.mjs', 'package.json', 'package-lock.json'];

/** Progress: standard output belongs to the report. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Installs what is missing or old, and builds it unless told not to. */
export async function setUp({ build: wanted = true } = {}) {
  refuseOldNode();
  if (!dependenciesAreFresh()) installDependencies();
  if (wanted && !buildIsFresh()) await build();
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  say(`Node.js ${oldestMajor}.${oldestMinor} or newer is needed, and this is ${process.versions.node}.`);
  process.exit(3);
}

/** npm writes down what it installed in node_modules/.package-lock.json: it must be what package-lock.json asks for. */
function dependenciesAreFresh() {
  const wanted = packagesIn('package-lock.json');
  const installed = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !installed) return false;
  const same = ([name, { version }]) => wanted[name]?.version === version;
  const present = ([name, { optional, devOptional }]) => name === '' || optional || devOptional || name in installed;
  return Object.entries(installed).every(same) && Object.entries(wanted).every(present);
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(inRoot(file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function installDependencies() {
  say('Installing dependencies (npm ci) ...');
  const options = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = runNpm(['ci', ...options]);
  if (status === 0) return;
  say(`npm ci failed${error ? `: ${error.message}` : ''}. Check the network and the npm registry, then try again.`);
  process.exit(3);
}

/** npm is a .cmd file on Windows, which only a shell starts; what it prints is progress, so it goes to standard error. */
function runNpm(args) {
  return spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
}

/** A build is fresh when no source file, and no folder of sources (a deletion touches it), is newer than its stamp. */
function buildIsFresh() {
  const built = statSync(inRoot('dist', 'build.json'), { throwIfNoEntry: false });
  return built !== undefined && newest(sources.map((source) => inRoot(source))) <= built.mtimeMs;
}

function newest(paths) {
  return Math.max(0, ...paths.map((file) => newestBelow(file)));
}

function newestBelow(file) {
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return status?.mtimeMs ?? 0;
  return Math.max(status.mtimeMs, newest(readdirSync(file).map((name) => path.join(file, name))));
}

async function build() {
  say('Building ...');
  const { buildProduct } = await import('./build.mjs');
  try {
    await buildProduct();
  } catch (error) {
    if (!error.errors) say(String(error.stack ?? error));
    say('The build failed: see the errors above.');
    process.exit(3);
  }
}

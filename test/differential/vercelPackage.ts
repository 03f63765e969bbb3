import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { platform } from '../../server/src/facts/platform.ts';

const root = path.resolve(import.meta.dirname, '../..');

/**
 * The folder of the unpacked package `vercel`, of the release that our facts describe: the one that VERCEL_PACKAGE names,
 * else one that is fetched from the registry (2 MB) and kept. `undefined` where the registry cannot be reached.
 */
export function vercelPackage(): string | undefined {
  if (process.env.VERCEL_PACKAGE) return process.env.VERCEL_PACKAGE;
  const kept = path.join(root, '.vscode-test', `vercel-${platform.cli}`);
  if (existsSync(kept) || fetchTo(kept)) return kept;
  console.warn(`vercel ${platform.cli} could not be fetched from the registry: the tests that ask it are skipped.`);
  return undefined;
}

/** Unpacked beside its place and moved there, so that a run that is cut off leaves nothing half done. */
function fetchTo(place: string): boolean {
  mkdirSync(path.dirname(place), { recursive: true });
  const folder = mkdtempSync(`${place}-`);
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const once = ['--silent', '--fetch-retries=0', '--fetch-timeout=30000'];
    const options = { cwd: folder, stdio: 'ignore', timeout: 60_000, shell: process.platform === 'win32' } as const;
    if (spawnSync(npm, ['pack', ...once, `vercel@${platform.cli}`], options).status !== 0) return false;
    if (spawnSync('tar', ['xzf', `vercel-${platform.cli}.tgz`], options).status !== 0) return false;
    symlinkSync(realpathSync(path.join(root, 'node_modules')), path.join(folder, 'package/node_modules'), 'junction');
    renameSync(path.join(folder, 'package'), place);
    return true;
  } catch {
    return existsSync(place);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The chunk of the bundle that exports `name`: chunks are named by what is in them. */
export function chunkWith(folder: string, name: string): string {
  const chunks = path.join(folder, 'dist/chunks');
  const exported = new RegExp(`export\\{[^}]*\\b${name}\\b[^}]*\\}`);
  const found = readdirSync(chunks).find(
    (file) => file.endsWith('.js') && exported.test(readFileSync(path.join(chunks, file), 'utf8')),
  );
  if (!found) throw new Error(`no chunk of ${folder} exports ${name}`);
  return pathToFileURL(path.join(chunks, found)).href;
}

/** The schema that `vercel` enforces: its compiled validator carries it. */
export async function enforcedSchema(folder: string): Promise<unknown> {
  const file = pathToFileURL(path.join(folder, 'dist/chunks/config-validator.mjs')).href;
  return (await import(/* @vite-ignore */ file)).getConfigValidator().schema;
}

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from '../../project/files.ts';
import { deploymentRoots } from '../../project/roots.ts';
import { suggestion } from './arguments.ts';
import { type Host, reasonOf, UsageError } from './host.ts';

/** The folder that a command is about, with the names that its paths go by. */
export class Directory {
  /** An absolute path. */
  readonly path: string;
  readonly #cwd: string;

  constructor(directory: string, cwd: string) {
    this.path = directory;
    this.#cwd = cwd;
  }

  /** `relative` as seen from the current folder: what a person reads, and what a terminal can open. */
  shown(relative: string): string {
    const absolute = path.join(this.path, ...relative.split('/'));
    return slashed(path.relative(this.#cwd, absolute)) || '.';
  }

  /** What to call the folder at `relative` in a sentence: never just a dot. */
  nameOf(relative: string): string {
    const shown = this.shown(relative);
    const absolute = path.join(this.path, ...relative.split('/'));
    return /^[./]+$/.test(shown) ? path.basename(absolute) || absolute : shown;
  }
}

/**
 * The folder called `name` on the command line.
 * @throws UsageError when it is none.
 */
export async function directoryNamed(host: Host, name: string): Promise<Directory> {
  const absolute = path.resolve(host.cwd, name);
  const found = await stat(absolute).catch((error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new UsageError(`"${name}" cannot be opened: ${reasonOf(error)}.`);
  });
  if (!found) throw new UsageError(`There is no folder "${name}".${await nearFolder(absolute)}`);
  if (!found.isDirectory()) {
    throw new UsageError(`"${name}" is a file. Give the folder that holds it: "${path.dirname(name)}".`);
  }
  return new Directory(absolute, host.cwd);
}

async function nearFolder(missing: string): Promise<string> {
  const beside = await readdir(path.dirname(missing), { withFileTypes: true }).catch(() => []);
  const names = beside.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return suggestion(path.basename(missing), names);
}

/** The deployment roots in the folder; the folder itself where nothing in it names Vercel: being asked is evidence. */
export function rootsOf(files: Files): readonly string[] {
  const roots = deploymentRoots(files);
  return roots.length > 0 ? roots : [''];
}

/** `file` as seen from the folder `root`; both are paths of the core. */
export function fromRoot(root: string, file: string): string {
  return path.posix.relative(root, file) || '.';
}

function slashed(native: string): string {
  return path.sep === '/' ? native : native.replaceAll(path.sep, '/');
}

import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SourceFile } from '../../documents/sourceFile.ts';
import type { Entry, FileSystem } from '../../project/files.ts';
import { inside } from '../../project/paths.ts';
import { decode, isFaithful } from '../decode.ts';

/** No file that Vercel's builder reads comes near this. */
const largestFile = 32 * 1024 * 1024;

/** The files of a folder on disk. */
export class DiskFiles implements FileSystem {
  readonly #directory: string;
  readonly #unreadable = new Map<string, unknown>();
  readonly #unfaithful = new Set<string>();

  /** @param directory an absolute path */
  constructor(directory: string) {
    this.#directory = directory;
  }

  /** What exists and could not be read, with the reason. */
  get unreadable(): ReadonlyMap<string, unknown> {
    return this.#unreadable;
  }

  /** Whether the file at `path`, which was read, can be written again without harm to the rest of it. */
  isFaithful(path: string): boolean {
    return !this.#unfaithful.has(path);
  }

  async list(directory: string): Promise<readonly Entry[]> {
    const found = await this.#orNote(directory, () => readdir(this.#absolute(directory), { withFileTypes: true }));
    const entries = (found ?? []).map(async (entry): Promise<Entry[]> => {
      if (entry.isFile()) return [{ name: entry.name, kind: 'file' }];
      if (entry.isDirectory()) return [{ name: entry.name, kind: 'directory' }];
      return entry.isSymbolicLink() ? this.#linked(directory, entry.name) : [];
    });
    return (await Promise.all(entries)).flat().sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  async read(path: string): Promise<SourceFile | undefined> {
    const bytes = await this.#orNote(path, () => readUpTo(largestFile, this.#absolute(path)));
    const file = bytes && decode(bytes);
    if (bytes && file && !isFaithful(bytes, file)) this.#unfaithful.add(path);
    return file;
  }

  async size(path: string): Promise<number | undefined> {
    return (await this.#orNote(path, () => stat(this.#absolute(path))))?.size;
  }

  #absolute(relative: string): string {
    return path.join(this.#directory, ...relative.split('/'));
  }

  /** A link as what it points at; none when that is missing or would make a walk go in circles. */
  async #linked(directory: string, name: string): Promise<Entry[]> {
    try {
      const link = this.#absolute(inside(directory, name));
      const found = await stat(link);
      if (found.isFile()) return [{ name, kind: 'file' }];
      if (!found.isDirectory() || (await this.#leadsInCircles(directory, link))) return [];
      return [{ name, kind: 'directory' }];
    } catch {
      return [];
    }
  }

  /** A linked folder in a linked folder is not followed, nor one that holds the link. */
  async #leadsInCircles(directory: string, link: string): Promise<boolean> {
    const [top, here, target] = await Promise.all(
      [this.#directory, this.#absolute(directory), link].map((at) => realpath(at)),
    );
    return here !== path.join(top ?? '', ...directory.split('/')) || isInside(here ?? '', target ?? '');
  }

  async #orNote<T>(path: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.#unreadable.set(path, error);
      return undefined;
    }
  }
}

async function readUpTo(most: number, file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > most) throw new Error(`it has ${Math.round(size / 1024 / 1024)} MiB`);
  return readFile(file);
}

/** Whether the absolute path `file` is `folder` or lies below it. */
export function isInside(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative === '' || !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}

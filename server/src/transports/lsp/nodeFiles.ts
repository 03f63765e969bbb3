import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entry, FileSystem } from '../../project/files.ts';
import { upTo } from '../../project/paths.ts';
import { decode } from '../decode.ts';

/** No file that Vercel's builder reads comes near this; a dump that bears the name of one is not worth the memory. */
const largestFile = 32 * 1024 * 1024;

/** The files below `folderUri` on this machine's disk; `undefined` when it is not a place there. */
export function nodeFiles(folderUri: string): FileSystem | undefined {
  if (!/^file:/i.test(folderUri)) return undefined;
  try {
    return diskFiles(fileURLToPath(folderUri));
  } catch {
    // A host name, on a system whose paths have none.
    return undefined;
  }
}

/** The files below `folder`. What is missing or may not be read is not there. */
export function diskFiles(folder: string): FileSystem {
  const absolute = (relative: string) => path.join(folder, ...relative.split('/'));
  return {
    async list(directory) {
      const found = await readdir(absolute(directory), { withFileTypes: true }).catch((): Dirent[] => []);
      const around = upTo(directory, '').map(absolute);
      const entries = await Promise.all(found.map((entry) => entryOf(entry, around)));
      return entries.filter((entry) => entry !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async read(relative) {
      try {
        const at = absolute(relative);
        return (await stat(at)).size > largestFile ? undefined : decode(await readFile(at));
      } catch {
        return undefined;
      }
    },
    size: (relative) =>
      stat(absolute(relative)).then(
        ({ size }) => size,
        () => undefined,
      ),
  };
}

/** @param around the folder that holds the entry, and all those around it */
async function entryOf(entry: Dirent, around: readonly string[]): Promise<Entry | undefined> {
  const { name } = entry;
  if (entry.isFile()) return { name, kind: 'file' };
  if (entry.isDirectory()) return { name, kind: 'directory' };
  return entry.isSymbolicLink() ? linkedEntry(name, around) : undefined;
}

/** A link as what it points at. One to a folder around it is left out: a walk through it would have no end. */
async function linkedEntry(name: string, around: readonly string[]): Promise<Entry | undefined> {
  try {
    const target = await realpath(path.join(around[0] ?? '', name));
    const found = await stat(target);
    if (found.isFile()) return { name, kind: 'file' };
    if (!found.isDirectory()) return undefined;
    const isCircle = (await Promise.all(around.map((at) => realpath(at)))).some((at) => isInside(at, target));
    return isCircle ? undefined : { name, kind: 'directory' };
  } catch {
    // It points nowhere.
    return undefined;
  }
}

function isInside(inner: string, outer: string): boolean {
  return `${inner}${path.sep}`.startsWith(outer.endsWith(path.sep) ? outer : `${outer}${path.sep}`);
}

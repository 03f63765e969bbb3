import { type SourceFile, utf8 } from '../documents/sourceFile.ts';
import type { Entry, FileSystem } from './files.ts';

/** The names on disk and those of open editors that were never saved. */
export function withOpenEditors(directory: string, onDisk: readonly Entry[], open: Iterable<string>): readonly Entry[] {
  const names = new Set(onDisk.map(({ name }) => name));
  const added: Entry[] = [];
  const prefix = directory ? `${directory}/` : '';
  for (const path of open) {
    if (!path.startsWith(prefix)) continue;
    const [name = '', ...below] = path.slice(prefix.length).split('/');
    if (names.has(name)) continue;
    names.add(name);
    added.push({ name, kind: below.length > 0 ? 'directory' : 'file' });
  }
  return added.length > 0 ? [...onDisk, ...added] : onDisk;
}

/** A file system in memory, for tests and for text that has no file. One without a size in bytes is as large as its text. */
export function memoryFileSystem(
  files: ReadonlyMap<string, SourceFile | string>,
  sizes: ReadonlyMap<string, number> = new Map(),
): FileSystem {
  const textOf = (file: SourceFile | string | undefined) => (typeof file === 'string' ? file : file?.text);
  return {
    size: async (path) => sizes.get(path) ?? textOf(files.get(path))?.length,
    list: async (directory) => withOpenEditors(directory, [], files.keys()),
    read: async (path) => {
      const file = files.get(path);
      return typeof file === 'string' ? utf8(file) : file;
    },
  };
}

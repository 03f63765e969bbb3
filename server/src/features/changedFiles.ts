import { type SourceFile, utf8 } from '../documents/sourceFile.ts';
import type { Entry, FileSystem } from '../project/files.ts';
import { inside, isWithin } from '../project/paths.ts';
import { applyEdits, type FileChange } from '../text/edit.ts';
import type { Changes } from './safeRound.ts';

/** A file as it was before and as it must be after. `undefined`: there is none. */
export interface FileOutcome {
  readonly path: string;
  readonly before: SourceFile | undefined;
  readonly after: SourceFile | undefined;
}

/** A file system with changes laid over it, in memory. */
export class ChangedFiles implements FileSystem {
  readonly #base: FileSystem;
  readonly #changed = new Map<string, SourceFile | undefined>();

  constructor(base: FileSystem) {
    this.#base = base;
  }

  async list(directory: string): Promise<readonly Entry[]> {
    const entries = new Map((await this.#base.list(directory)).map((entry) => [entry.name, entry]));
    for (const [path, file] of this.#changed) {
      if (path === directory || !isWithin(path, directory)) continue;
      const [name = '', ...below] = path.slice(inside(directory, '').length).split('/');
      if (below.length > 0) entries.set(name, { name, kind: 'directory' });
      else if (file) entries.set(name, { name, kind: 'file' });
      else entries.delete(name);
    }
    return [...entries.values()];
  }

  async read(path: string): Promise<SourceFile | undefined> {
    return this.#changed.has(path) ? this.#changed.get(path) : this.#base.read(path);
  }

  /** Of the file below: no fix makes a file so large that its size would count. */
  async size(path: string): Promise<number | undefined> {
    return this.#base.size?.(path);
  }

  /** Makes `changes`, and says which files are not what they were. An edit to a missing file is left out. */
  async apply(changes: Changes): Promise<string[]> {
    const paths: string[] = [];
    for (const [path, change] of changes) {
      const before = await this.read(path);
      const after = changedFile(before, change);
      if (isSame(before, after)) continue;
      this.#changed.set(path, after);
      paths.push(path);
    }
    return paths;
  }

  /** Every file that differs from the file system below. */
  async outcomes(): Promise<FileOutcome[]> {
    const all = [...this.#changed].map(async ([path, after]) => ({ path, before: await this.#base.read(path), after }));
    return (await Promise.all(all)).filter(({ before, after }) => !isSame(before, after));
  }
}

function isSame(a: SourceFile | undefined, b: SourceFile | undefined): boolean {
  return a?.text === b?.text && a?.encoding === b?.encoding;
}

function changedFile(before: SourceFile | undefined, change: FileChange): SourceFile | undefined {
  if ('create' in change) return utf8(change.create);
  if ('remove' in change) return undefined;
  return before && { ...before, text: applyEdits(before.text, change.edits) };
}

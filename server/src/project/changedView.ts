import type { AnyDocument } from '../documents/kinds.ts';
import type { PackageFacts } from '../documents/packages/packageFacts.ts';
import { type SourceFile, utf8 } from '../documents/sourceFile.ts';
import type { Entry, Files } from './files.ts';
import { directoryOf, nameOf } from './paths.ts';

/** A file as it would be: its text with its document, or `undefined` where it would be gone. */
export type ChangedFile = { readonly text: string; readonly document: AnyDocument | undefined } | undefined;

/** A view of files with changes laid over it, to ask what would be. New files lie in folders that are there. */
export class ChangedView implements Files {
  readonly #base: Files;
  readonly #changed: ReadonlyMap<string, ChangedFile>;
  readonly #sources = new Map<string, SourceFile>();

  constructor(base: Files, changed: ReadonlyMap<string, ChangedFile>) {
    this.#base = base;
    this.#changed = changed;
    for (const [path, file] of changed) if (file) this.#sources.set(path, utf8(file.text));
  }

  list(directory: string): readonly Entry[] {
    const here = [...this.#changed].filter(([path]) => directoryOf(path) === directory);
    const names = new Set(here.map(([path]) => nameOf(path)));
    const kept = this.#base.list(directory).filter(({ name }) => !names.has(name));
    const added = here.flatMap(([path, file]): Entry[] => (file ? [{ name: nameOf(path), kind: 'file' }] : []));
    return [...kept, ...added];
  }

  has(path: string): boolean {
    return this.#changed.has(path) ? this.#changed.get(path) !== undefined : this.#base.has(path);
  }

  source(path: string): SourceFile | undefined {
    return this.#changed.has(path) ? this.#sources.get(path) : this.#base.source(path);
  }

  document(path: string): AnyDocument | undefined {
    return this.#changed.has(path) ? this.#changed.get(path)?.document : this.#base.document(path);
  }

  size(path: string): number | undefined {
    return this.#changed.has(path) ? this.#changed.get(path)?.text.length : this.#base.size(path);
  }

  packages(): PackageFacts | undefined {
    return this.#base.packages();
  }
}

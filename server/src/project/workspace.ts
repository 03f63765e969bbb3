import { type AnyDocument, kindOf } from '../documents/kinds.ts';
import type { PackageFacts } from '../documents/packages/packageFacts.ts';
import { type Grammars, parseDocument } from '../documents/parsers.ts';
import type { SourceFile } from '../documents/sourceFile.ts';
import { type Entry, type FileSystem, type Files, largestDocument } from './files.ts';
import { withOpenEditors } from './memoryFiles.ts';
import { directoryOf, nameOf } from './paths.ts';

export { memoryFileSystem } from './memoryFiles.ts';

/** A file that was read, and its document once somebody asked for it. */
interface Cached {
  readonly source: SourceFile | undefined;
  document?: AnyDocument | undefined;
}

/**
 * One workspace folder: what is on disk, with the open editors laid over it.
 *
 * Questions are plain functions of `Files`. A file that is not in memory yet is noted, read, and the question asked
 * again: so the core stays free of waiting, and only what a question needs is ever read.
 */
export class Workspace {
  readonly #fileSystem: FileSystem;
  readonly #grammars: Grammars;
  readonly #disk = new Map<string, Cached>();
  readonly #open = new Map<string, Cached>();
  readonly #listings = new Map<string, readonly Entry[]>();
  readonly #sizes = new Map<string, number | undefined>();
  #packages: { readonly facts: PackageFacts | undefined } | undefined;
  #view: View | undefined;
  /** Counts what made files read so far worth nothing. */
  #generation = 0;

  constructor(fileSystem: FileSystem, grammars: Grammars) {
    this.#fileSystem = fileSystem;
    this.#grammars = grammars;
  }

  /** Lays the text of an editor over the file at `path`, until `close`. Call it again for each change. */
  open(path: string, text: string): void {
    const before = this.#open.get(path);
    const encoding = this.#disk.get(path)?.source?.encoding ?? before?.source?.encoding ?? 'utf-8';
    const source = { text, encoding };
    const kind = before?.document && kindOf(path);
    const document = kind ? this.#parse(path, source, before?.document) : undefined;
    this.#open.set(path, { source, ...(document ? { document } : {}) });
    this.#view = undefined;
  }

  /** Takes the editor's text away again; the file on disk counts. */
  close(path: string): void {
    if (this.#open.delete(path)) this.forget([path]);
  }

  /** Drops what was read of these paths: they changed on disk, came, or went. */
  forget(paths: Iterable<string>): void {
    for (const path of paths) {
      this.#disk.delete(path);
      this.#sizes.delete(path);
      for (let at = path; at !== ''; ) {
        at = directoryOf(at);
        this.#listings.delete(at);
      }
      this.#listings.delete(path);
    }
    this.#generation++;
    this.#view = undefined;
  }

  /** Drops all that was read from disk. */
  forgetAll(): void {
    this.#disk.clear();
    this.#sizes.clear();
    this.#listings.clear();
    this.#generation++;
    this.#view = undefined;
  }

  /** Takes `facts` for what is known of packages from now on; `undefined` for what the grammars load. */
  usePackages(facts: PackageFacts | undefined): void {
    this.#packages = facts && { facts };
    this.#view = undefined;
  }

  /** Whether an editor lies over `path`. */
  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /**
   * The answer to `question`, asked again until nothing it looked at was missing from memory.
   * @param stop asked between rounds; when it says true the result is `undefined`.
   */
  async ask<T>(question: (files: Files) => T, stop: () => boolean = () => false): Promise<T | undefined> {
    for (;;) {
      const view = this.#view ?? new View(this.#state());
      this.#view = view;
      const answer = question(view);
      if (!view.isMissingSomething) return answer;
      await this.#load(view);
      if (stop()) return undefined;
    }
  }

  #state(): State {
    return {
      disk: this.#disk,
      open: this.#open,
      listings: this.#listings,
      sizes: this.#sizes,
      packages: this.#packages ?? (this.#grammars.packages ? undefined : { facts: undefined }),
      parse: (path, source) => this.#parse(path, source),
    };
  }

  #parse(path: string, source: SourceFile, previous?: AnyDocument): AnyDocument | undefined {
    const kind = kindOf(path);
    if (!kind || source.text.length > largestDocument) return undefined;
    return parseDocument(kind, source, this.#grammars, previous);
  }

  async #load(view: View): Promise<void> {
    const generation = this.#generation;
    const files = [...view.missingFiles].map(async (path) => [path, await this.#fileSystem.read(path)] as const);
    const folders = [...view.missingDirectories].map(
      async (path) => [path, await this.#fileSystem.list(path)] as const,
    );
    const sizes = [...view.missingSizes].map(async (path) => [path, await this.#fileSystem.size?.(path)] as const);
    const packages = view.isMissingPackages ? this.#grammars.packages?.() : undefined;
    const read = [Promise.all(files), Promise.all(folders), Promise.all(sizes), packages] as const;
    const [readFiles, readFolders, readSizes, facts] = await Promise.all(read);
    if (view.isMissingPackages) this.#packages = { facts };
    // What changed on disk meanwhile may have been read before it changed.
    if (generation !== this.#generation) return;
    this.#view = undefined;
    for (const [path, source] of readFiles) {
      this.#disk.set(path, { source });
      this.#takeEncoding(path, source);
    }
    for (const [path, entries] of readFolders) this.#listings.set(path, entries);
    for (const [path, size] of readSizes) this.#sizes.set(path, size);
  }

  /** An open editor knows its text; how the file is encoded stands on disk. */
  #takeEncoding(path: string, onDisk: SourceFile | undefined): void {
    const editor = this.#open.get(path)?.source;
    if (!editor || !onDisk || editor.encoding === onDisk.encoding) return;
    this.#open.set(path, { source: { text: editor.text, encoding: onDisk.encoding } });
  }
}

interface State {
  readonly disk: ReadonlyMap<string, Cached>;
  readonly open: ReadonlyMap<string, Cached>;
  readonly listings: ReadonlyMap<string, readonly Entry[]>;
  readonly sizes: ReadonlyMap<string, number | undefined>;
  /** Absent until it is loaded. */
  readonly packages: { readonly facts: PackageFacts | undefined } | undefined;
  parse(path: string, source: SourceFile): AnyDocument | undefined;
}

/** What is in memory now, with a note of what was asked for and is not. */
class View implements Files {
  readonly missingFiles = new Set<string>();
  readonly missingDirectories = new Set<string>();
  readonly missingSizes = new Set<string>();
  isMissingPackages = false;
  readonly #state: State;
  readonly #merged = new Map<string, readonly Entry[]>();

  constructor(state: State) {
    this.#state = state;
  }

  get isMissingSomething(): boolean {
    const missing = [this.missingFiles, this.missingDirectories, this.missingSizes];
    return this.isMissingPackages || missing.some(({ size }) => size > 0);
  }

  list(directory: string): readonly Entry[] {
    const known = this.#merged.get(directory);
    if (known) return known;
    const onDisk = this.#state.listings.get(directory);
    if (!onDisk) this.missingDirectories.add(directory);
    const merged = withOpenEditors(directory, onDisk ?? [], this.#state.open.keys());
    if (onDisk) this.#merged.set(directory, merged);
    return merged;
  }

  has(path: string): boolean {
    if (this.#state.open.has(path)) return true;
    const name = nameOf(path);
    return this.list(directoryOf(path)).some((entry) => entry.kind === 'file' && entry.name === name);
  }

  source(path: string): SourceFile | undefined {
    return this.#cached(path)?.source;
  }

  document(path: string): AnyDocument | undefined {
    const cached = this.#cached(path);
    if (!cached?.source) return undefined;
    if (!('document' in cached)) cached.document = this.#state.parse(path, cached.source);
    return cached.document;
  }

  size(path: string): number | undefined {
    if (!this.#state.sizes.has(path)) this.missingSizes.add(path);
    return this.#state.sizes.get(path);
  }

  packages(): PackageFacts | undefined {
    if (!this.#state.packages) this.isMissingPackages = true;
    return this.#state.packages?.facts;
  }

  #cached(path: string): Cached | undefined {
    const editor = this.#state.open.get(path);
    if (!editor && !this.has(path)) return undefined;
    const onDisk = this.#state.disk.get(path);
    // An open file is read too: its encoding is known from the bytes alone.
    if (!onDisk) this.missingFiles.add(path);
    return editor ?? onDisk;
  }
}

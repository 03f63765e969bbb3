import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  type Uri,
  workspace,
} from 'vscode';

/**
 * Files of a scheme that nobody can change, whose text is worked out when it is read. As files, and not as mere documents,
 * they are there again when a window is loaded anew: the editor starts the extension for them.
 */
export class ReadOnlyFiles implements FileSystemProvider, Disposable {
  readonly #read: (uri: Uri) => Promise<string>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  readonly #registration: Disposable;
  readonly #times = new Map<string, number>();

  constructor(scheme: string, read: (uri: Uri) => Promise<string>) {
    this.#read = read;
    this.#registration = workspace.registerFileSystemProvider(scheme, this, {
      isReadonly: true,
      isCaseSensitive: true,
    });
  }

  /** Says that a file has a new text. */
  change(uri: Uri): void {
    // The editor reads it again only where its time is another one.
    this.#times.set(uri.toString(), Math.max(Date.now(), this.#timeOf(uri) + 1));
    this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return new TextEncoder().encode(await this.#read(uri));
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length: size } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: this.#timeOf(uri), size };
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }

  #timeOf(uri: Uri): number {
    return this.#times.get(uri.toString()) ?? 1;
  }
}

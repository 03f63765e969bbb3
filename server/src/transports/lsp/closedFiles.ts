import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticOf } from './convert.ts';
import { Debounce } from './debounce.ts';
import { pushDelay } from './diagnostics.ts';
import type { Folder } from './folder.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { problemsIn } from './problems.ts';
import { type HiddenParams, hiddenNotification } from './protocol.ts';
import { inBackground, safely } from './runSafe.ts';
import type { Session } from './session.ts';

interface Published {
  readonly folder: Folder;
  readonly path: string;
  /** The diagnostics, to tell news from repetition. */
  readonly text: string;
}

/**
 * The problems of files that nobody has open, for the roots that were verified. An open document has its diagnostics
 * from elsewhere.
 */
export class ClosedFiles {
  readonly #session: Session;
  /** What the client was last told, by URI. */
  readonly #published = new Map<string, Published>();
  readonly #later: Debounce<Folder>;
  /** Open documents that no tab shows. */
  #hidden: ReadonlySet<string> = new Set();

  constructor(session: Session, documents: OpenDocuments) {
    this.#session = session;
    this.#later = new Debounce(pushDelay, (folder) => {
      void inBackground(session.connection, `Problems of ${folder.uri}`, () => this.update(folder));
    });
    session.onChange((folder) => this.#later.schedule(folder));
    documents.onOpen((uri) => this.#handOver(uri));
    const hidden = ({ uris }: HiddenParams) => this.#hide(uris);
    session.connection.onNotification(hiddenNotification, safely(session.connection, 'Hidden documents', hidden));
  }

  /** Publishes what the verified roots of `folder` have now, and takes back what they no longer have. */
  async update(folder: Folder): Promise<void> {
    const found = await this.#find(folder);
    for (const path of this.#pathsIn(folder)) if (!found.has(path)) await this.#publish(folder, path, []);
    for (const [path, diagnostics] of found) await this.#publish(folder, path, diagnostics);
  }

  /** Takes everything back that was said about `folder`. */
  async forget(folder: Folder): Promise<void> {
    for (const path of this.#pathsIn(folder)) await this.#publish(folder, path, []);
  }

  cancel(): void {
    this.#later.cancel();
  }

  #pathsIn(folder: Folder): string[] {
    return [...this.#published.values()].filter((entry) => entry.folder === folder).map(({ path }) => path);
  }

  async #find(folder: Folder): Promise<Map<string, Diagnostic[]>> {
    const byPath = new Map<string, Diagnostic[]>();
    const isServed = this.#session.folders.all().includes(folder);
    if (!isServed || folder.verified.size === 0 || !(await folder.settings()).enable) return byPath;
    const roots = (await this.#session.folders.rootsOf(folder)).filter((root) => folder.verified.has(root));
    for (const { problem, checked } of await problemsIn(folder, roots)) {
      const diagnostics = byPath.get(problem.path) ?? [];
      byPath.set(problem.path, [...diagnostics, diagnosticOf(problem, checked, folder)]);
    }
    return byPath;
  }

  async #publish(folder: Folder, path: string, diagnostics: Diagnostic[]): Promise<void> {
    const uri = folder.uriOf(path);
    if (folder.documents.has(path) && !this.#hidden.has(uri)) return;
    const text = JSON.stringify(diagnostics);
    if ((this.#published.get(uri)?.text ?? '[]') === text) return;
    if (diagnostics.length > 0) this.#published.set(uri, { folder, path, text });
    else this.#published.delete(uri);
    await this.#session.connection.sendDiagnostics({ uri, diagnostics });
  }

  /** A client that asks for diagnostics asks for those of shown documents only, and drops the others. */
  #hide(uris: readonly string[]): void {
    const before = this.#hidden;
    this.#hidden = new Set(uris);
    // One that is no longer hidden is shown again, or closed: then it stays with us.
    const isOpen = (uri: string) =>
      this.#session.folders.places(uri).some(({ folder, path }) => folder.documents.has(path));
    for (const uri of before) if (!this.#hidden.has(uri) && isOpen(uri)) this.#handOver(uri);
    for (const uri of uris) {
      for (const { folder } of before.has(uri) ? [] : this.#session.folders.places(uri)) this.#later.schedule(folder);
    }
  }

  /** A document is about to open: what was said about it while it was closed would stand there twice. */
  #handOver(opened: string): void {
    const { folders, abilities, connection } = this.#session;
    for (const { folder, path } of folders.places(opened)) {
      const uri = folder.uriOf(path);
      if (!this.#published.delete(uri) || !abilities.pullsDiagnostics) continue;
      void inBackground(connection, 'Opened document', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
    }
  }
}

import { type TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Place } from './folders.ts';
import { Lines, type PositionEncoding } from './positions.ts';
import { rootsThatSee } from './problems.ts';
import { inBackground, safely } from './runSafe.ts';
import type { Session } from './session.ts';

/** Keeps the documents that the client has open, each in every folder that holds it. */
export class OpenDocuments {
  readonly #session: Session;
  readonly #documents: TextDocuments<TextDocument>;
  readonly #places = new Map<string, readonly Place[]>();
  #opened: (uri: string) => void = () => undefined;
  readonly #changed: ((uri: string) => void)[] = [];

  constructor(session: Session) {
    this.#session = session;
    this.#documents = new TextDocuments(incremental(session.abilities.positionEncoding));
    const { connection } = session;
    const on = (name: string, handle: (document: TextDocument) => void) =>
      safely<{ document: TextDocument }>(connection, name, ({ document }) => handle(document));
    this.#documents.onDidOpen(on('Opened document', ({ uri }) => this.#opened(uri)));
    this.#documents.onDidChangeContent(on('Changed document', (document) => this.#typed(document)));
    this.#documents.onDidSave(on('Saved document', ({ uri }) => this.#saved(uri)));
    this.#documents.onDidClose(on('Closed document', ({ uri }) => this.#closed(uri)));
    this.#documents.listen(connection);
  }

  /** Calls `listener` with the URI of each document that is opened, before anything else is done with it. */
  onOpen(listener: (uri: string) => void): void {
    this.#opened = listener;
  }

  /** All open documents. */
  all(): readonly TextDocument[] {
    return this.#documents.all();
  }

  /** The open document at `uri`. */
  get(uri: string): TextDocument | undefined {
    return this.#documents.get(uri);
  }

  /**
   * Where the open document at `uri` is; `undefined` when it is not open, or no file. Where workspace folders lie in
   * each other, it is in the innermost one with a root that it counts for.
   */
  async placeOf(uri: string): Promise<Place | undefined> {
    const places = this.#places.get(uri) ?? [];
    for (const place of places) {
      if (rootsThatSee(await place.folder.roots(), place.path).length > 0) return place;
    }
    return places[0];
  }

  /** Puts the documents where they belong after folders came or went. */
  reassign(): void {
    for (const document of this.#documents.all()) {
      const before = this.#places.get(document.uri) ?? [];
      const now = this.#session.folders.placesOrAdopt(document.uri);
      if (before.length === now.length && before.every(({ folder }, at) => folder === now[at]?.folder)) continue;
      this.#leave(document.uri);
      this.#edited(document);
    }
    this.#session.folders.prune();
  }

  /** Calls `listener` with the URI of each document that is opened or changed, once it is taken in. */
  onEdit(listener: (uri: string) => void): void {
    this.#changed.push(listener);
  }

  #typed(document: TextDocument): void {
    this.#edited(document);
    for (const listener of this.#changed) listener(document.uri);
  }

  #edited(document: TextDocument): void {
    const places = this.#places.get(document.uri) ?? this.#session.folders.placesOrAdopt(document.uri);
    this.#places.set(document.uri, places);
    for (const { folder, path } of places) {
      folder.edit(path, document);
      this.#session.changed(folder);
    }
  }

  /** A client that does not watch files tells of changes on disk in this way alone. */
  #saved(uri: string): void {
    for (const { folder, path } of this.#places.get(uri) ?? []) {
      if (this.#session.abilities.watchesFiles) folder.touched([path]);
      else folder.forgetFiles();
      this.#session.changed(folder);
    }
  }

  #closed(uri: string): void {
    const places = this.#places.get(uri) ?? [];
    this.#leave(uri);
    this.#session.folders.prune();
    for (const { folder } of places) this.#session.changed(folder);
  }

  #leave(uri: string): void {
    const places = this.#places.get(uri) ?? [];
    this.#places.delete(uri);
    for (const { folder, path } of places) folder.close(path);
    const { abilities, connection } = this.#session;
    if (abilities.pullsDiagnostics) return;
    void inBackground(connection, 'Closed document', () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  }
}

/** Changes count characters as was agreed; the library counts UTF-16 units. */
function incremental(encoding: PositionEncoding): {
  create: typeof TextDocument.create;
  update: typeof TextDocument.update;
} {
  if (encoding === 'utf-16') return TextDocument;
  const update: typeof TextDocument.update = (document, changes, version) =>
    changes.reduce((now, change) => TextDocument.update(now, [inUtf16(now, change, encoding)], version), document);
  return { create: TextDocument.create, update };
}

function inUtf16(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  encoding: PositionEncoding,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change;
  const { start, end } = new Lines(document.getText(), encoding).spanOf(change.range);
  return { text: change.text, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}

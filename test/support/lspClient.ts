import { PassThrough } from 'node:stream';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import {
  createConnection,
  createProtocolConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startServer } from '../../server/src/transports/lsp/server.ts';
import type { Runtime } from '../../server/src/transports/lsp/session.ts';

/** An editor that can everything. */
export const modernEditor: ClientCapabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source.fixAll'] } } },
  },
};

/** The same without pulled diagnostics. */
export const pushedEditor: ClientCapabilities = {
  ...modernEditor,
  textDocument: { ...modernEditor.textDocument, diagnostic: undefined },
};

/** An editor that can nothing but show diagnostics and apply plain edits. */
export const plainEditor: ClientCapabilities = {
  textDocument: { codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } } },
};

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  /** URIs of the workspace folders. */
  readonly folders?: readonly string[];
  /** What `workspace/configuration` answers, by folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly initializationOptions?: unknown;
}

/** A client without an editor: it says what it is told to say and keeps what it hears. */
export class LspClient {
  readonly connection: ProtocolConnection;
  readonly documents = new Map<string, TextDocument>();
  /** What the server published last, by URI. */
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly logs: string[] = [];
  readonly registrations: { method: string; registerOptions?: unknown }[] = [];
  refreshes = 0;
  /** How often the server said that the overview may have changed. */
  changes = 0;
  settings: Record<string, unknown> = {};

  constructor(connection: ProtocolConnection) {
    this.connection = connection;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params);
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logs.push(message);
    });
    connection.onNotification('vercelPreflight/changed', () => {
      this.changes++;
    });
    connection.onRequest('client/registerCapability', (params: { registrations: LspClient['registrations'] }) => {
      this.registrations.push(...params.registrations);
      return null;
    });
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => this.settings[scopeUri ?? ''] ?? null),
    );
    connection.listen();
  }

  /** `initialize` and `initialized`. */
  async start({ capabilities = modernEditor, folders, settings, initializationOptions }: StartOptions = {}) {
    this.settings = { ...settings };
    const workspaceFolders = folders?.map((uri) => ({ uri, name: uri })) ?? null;
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: folders?.[0] ?? null,
      capabilities,
      workspaceFolders,
      initializationOptions,
    });
    await this.notify('initialized', {});
    return result;
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  async change(uri: string, changes: readonly { range?: Range; text: string }[]): Promise<void> {
    const before = this.document(uri);
    const version = before.version + 1;
    this.documents.set(uri, TextDocument.update(before, [...changes], version));
    await this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: changes });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
  }

  /** The diagnostics of a full answer. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('the report says that nothing changed');
    return report.items;
  }

  codeActions(uri: string, range: Range, context: CodeActionContext = { diagnostics: [] }): Promise<CodeAction[]> {
    return this.request('textDocument/codeAction', { textDocument: { uri }, range, context });
  }

  /** Applies the text edits of `edit` to open documents, and tells the server. A version that is not right is refused. */
  async apply(edit: WorkspaceEdit | undefined): Promise<void> {
    for (const change of edit?.documentChanges ?? []) {
      if (!('textDocument' in change)) throw new Error(`${change.kind} is not played here`);
      const { uri, version } = change.textDocument;
      const document = this.document(uri);
      if (version !== document.version) throw new Error(`the edit is for version ${version} of ${uri}`);
      await this.change(uri, [{ text: TextDocument.applyEdits(document, change.edits as TextEdit[]) }]);
    }
  }
}

/** A server in this process and a client that talks to it over two streams. */
export function connect(runtime: Runtime): LspClient {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const reader = new StreamMessageReader(toServer);
  startServer(createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(toClient)), runtime);
  return new LspClient(clientOver(toClient, toServer));
}

/** A client's end of a conversation over any two streams. */
export function clientOver(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): ProtocolConnection {
  return createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output));
}

/** Waits until `holds` says so, and fails after a while. */
export async function until(holds: () => boolean, milliseconds = 3000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`it never came to hold: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { kindOf } from '../../documents/kinds.ts';
import { Debounce } from './debounce.ts';
import type { Folder } from './folder.ts';
import { logDiagnostics } from './logs/logDiagnostics.ts';
import { type LogDocuments, logLanguage } from './logs/logDocuments.ts';
import type { OpenDocuments } from './openDocuments.ts';
import { diagnosticsAt } from './problems.ts';
import { inBackground, runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** How long after the last keystroke diagnostics are sent to a client that does not ask for them. */
export const pushDelay = 250;

const none: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Answers a client that asks for the diagnostics of a document. */
export function servePulledDiagnostics(session: Session, documents: OpenDocuments, logs: LogDocuments): void {
  const { connection } = session;
  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const guarded = { name: `Diagnostics of ${textDocument.uri}`, onError: none };
    const answer = await runSafe<DocumentDiagnosticReport>(connection, guarded, token, async () => {
      const items = await diagnosticsOf(documents, logs, textDocument.uri);
      return items ? fullOrUnchanged(items, previousResultId) : none;
    });
    // The library passes an error on; its types do not say so.
    return answer as DocumentDiagnosticReport;
  });
}

/** What to show in an open document; `undefined` where it is none of ours. */
async function diagnosticsOf(documents: OpenDocuments, logs: LogDocuments, uri: string) {
  const log = await logs.at(uri);
  if (log) return logDiagnostics(log);
  const place = await documents.placeOf(uri);
  return place && diagnosticsAt(place);
}

/** The same diagnostics have the same id, so that nothing needs to be remembered. */
function fullOrUnchanged(items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
  const resultId = fingerprint(JSON.stringify(items));
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}

/** FNV-1a in two halves, and the length. */
function fingerprint(text: string): string {
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < text.length; index++) {
    low = Math.imul(low ^ text.charCodeAt(index), 0x01000193);
    high = Math.imul(high + low, 0x85ebca6b) ^ (high >>> 13);
  }
  return `${text.length.toString(36)}-${(low >>> 0).toString(36)}-${(high >>> 0).toString(36)}`;
}

/** Sends diagnostics of open documents to a client that does not ask for them. */
export function pushDiagnostics(
  session: Session,
  documents: OpenDocuments,
  logs: LogDocuments,
): Debounce<Folder | 'logs'> {
  const { connection } = session;
  const push = new Debounce<Folder | 'logs'>(pushDelay, (what) => {
    const name = what === 'logs' ? 'Diagnostics of logs' : `Diagnostics of ${what.uri}`;
    void inBackground(connection, name, () =>
      what === 'logs' ? pushLogs(session, logs) : pushAll(session, documents, what),
    );
  });
  session.onChange((folder) => {
    push.schedule(folder);
    push.schedule('logs');
  });
  // A log that nobody saved is in no folder.
  documents.onEdit((uri) => {
    if (logs.isLog(uri)) push.schedule('logs');
  });
  return push;
}

/** What any folder holds may be what a log speaks of. */
async function pushLogs({ connection }: Session, logs: LogDocuments): Promise<void> {
  for (const { uri, version } of logs.open()) {
    const log = await logs.at(uri);
    if (log?.document.version !== version) continue;
    await connection.sendDiagnostics({ uri, version, diagnostics: logDiagnostics(log) });
  }
}

async function pushAll({ connection }: Session, documents: OpenDocuments, folder: Folder): Promise<void> {
  for (const [path, { uri, version, languageId }] of [...folder.documents]) {
    if (languageId === logLanguage) continue;
    const place = await documents.placeOf(uri);
    const diagnostics = place ? await diagnosticsAt(place) : [];
    // A later change has already asked for a later answer.
    if (folder.documents.get(path)?.version !== version) continue;
    await connection.sendDiagnostics({ uri, version, diagnostics });
  }
}

/**
 * Has the other documents asked about again when a file changes that decides about them. A client does so by itself for
 * all but the one that is looked at: a fix applied there may have changed another file, and the fixes of a log do.
 */
export function refreshOnEdits(documents: OpenDocuments, logs: LogDocuments, refresh: Debounce<'all'>): void {
  documents.onEdit((uri) => {
    if (kindOf(uri) !== 'python' || logs.open().length > 0) refresh.schedule('all');
  });
}

/** Lets a client that asks for diagnostics ask again, because something changed that it cannot know of. */
export function refreshDiagnostics(session: Session): Debounce<'all'> {
  const { connection, abilities } = session;
  return new Debounce(pushDelay, () => {
    if (!abilities.pullsDiagnostics || !abilities.refreshesDiagnostics) return;
    void inBackground(connection, 'Refresh of diagnostics', () => connection.languages.diagnostics.refresh());
  });
}

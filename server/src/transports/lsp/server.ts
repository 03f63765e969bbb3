import { type Connection, type InitializeResult, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities.ts';
import { ClosedFiles } from './closedFiles.ts';
import { serveCodeActions } from './codeActions.ts';
import { serveCompletion } from './completion.ts';
import { serveDebugInformation } from './debugInformation.ts';
import { pushDiagnostics, refreshDiagnostics, refreshOnEdits, servePulledDiagnostics } from './diagnostics.ts';
import { serveEnvironment } from './environment.ts';
import { serveExplanations } from './explain.ts';
import { serveExplainRoute } from './explainRoute.ts';
import { serveFixAll } from './fixAll.ts';
import { serveHover } from './hover.ts';
import { serveInlayHints } from './inlayHints.ts';
import { serveLinks } from './links.ts';
import { LogDocuments } from './logs/logDocuments.ts';
import { serveLogs } from './logs/serveLogs.ts';
import { serveOnline } from './online.ts';
import { OpenDocuments } from './openDocuments.ts';
import { serveOverview } from './overview.ts';
import { serveProbe } from './probe.ts';
import { serveRefactorings } from './refactorings.ts';
import { inBackground, logError } from './runSafe.ts';
import { type Runtime, Session } from './session.ts';
import { serveSettings, watchSettings } from './settingsChanges.ts';
import { serveStructure } from './structure.ts';
import { serveVerify } from './verify.ts';
import { serveWatchedFiles, watchFiles } from './watchedFiles.ts';
import { serveWorkspaceFolders } from './workspaceFolders.ts';

/** Serves one client over `connection`, which must not be listening yet. */
export function startServer(connection: Connection, runtime: Runtime): void {
  connection.onInitialize(async (params) => {
    try {
      const grammars = await runtime.grammars((message) => connection.console.warn(message));
      return serve(new Session(connection, runtime, params, grammars));
    } catch (error) {
      logError(connection, 'Start', error);
      const reason = error instanceof Error ? error.message : String(error);
      return new ResponseError(LSPErrorCodes.RequestFailed, `The server could not start: ${reason}`, { retry: false });
    }
  });
  connection.listen();
}

/** Answers everything but `initialize`, whose answer this returns. */
function serve(session: Session): InitializeResult {
  const { connection, abilities } = session;
  const documents = new OpenDocuments(session);
  const closedFiles = new ClosedFiles(session, documents);
  const logs = new LogDocuments(session, documents);
  const refresh = refreshDiagnostics(session);
  const push = abilities.pullsDiagnostics ? undefined : pushDiagnostics(session, documents, logs);
  if (!push) servePulledDiagnostics(session, documents, logs);
  refreshOnEdits(documents, logs, refresh);
  serveCodeActions(session, documents, logs);
  const hints = serveInlayHints(session, documents);
  serveHover(session, documents, logs);
  serveCompletion(session, documents);
  serveLinks(session, documents, logs);
  serveLogs(session, logs);
  serveStructure(session, documents, logs);
  serveVerify(session, closedFiles, refresh);
  const online = serveOnline(session, refresh);
  const changes = serveOverview(session);
  serveFixAll(session);
  serveRefactorings(session);
  serveExplainRoute(session);
  serveEnvironment(session);
  serveProbe(session);
  serveExplanations(session);
  serveDebugInformation(session);
  serveWatchedFiles(session, refresh);
  serveSettings(session, refresh);
  connection.onInitialized(() => {
    void inBackground(connection, 'Registration of watched files', () => watchFiles(session));
    void inBackground(connection, 'Registration of settings', () => watchSettings(session));
    if (abilities.hasFolders) serveWorkspaceFolders(session, { documents, closedFiles, refresh });
  });
  connection.onShutdown(() => {
    for (const timers of [refresh, push, closedFiles, hints, changes, online]) timers?.cancel();
  });
  return { capabilities: capabilitiesFor(abilities), serverInfo: { name: 'vercel-python-preflight' } };
}

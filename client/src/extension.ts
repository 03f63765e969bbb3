import { Disposable, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import type { LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { type Actions, attempt, registerCommands } from './commands.ts';
import { documentSelector, workspaceSchemes } from './documents.ts';
import { environmentPage, environmentTitle } from './environment.ts';
import { RulePages } from './explainRule.ts';
import { serveFiles } from './files.ts';
import { tellHidden } from './hiddenDocuments.ts';
import { followJsonProblems, withoutDoubles } from './jsonDiagnostics.ts';
import { withKnownSchemas } from './jsonSchemas.ts';
import { OverviewSource } from './overview.ts';
import { Pages } from './pages.ts';
import { keepPreviewTrue, previewPage, previewTitle } from './preview.ts';
import { clientId, clientName } from './product.ts';
import { showReadiness } from './readiness.ts';
import { type Server, Session } from './session.ts';
import { showStatus } from './status.ts';
import { reportPage, reportTitle } from './verify.ts';

/** `RevealOutputChannelOn.Never`, as a number: the library of the protocol is loaded when the server starts, not before. */
const neverRevealed: RevealOutputChannelOn.Never = 4;

/** Starts a server of the kind that this editor can run: a process on the desktop, a worker in a browser. */
export type StartServer = (options: LanguageClientOptions) => Server | Promise<Server>;

/** Shared by desktop and web. `actions` are commands that are more, or can more, in one of them. */
export function activateWith(context: ExtensionContext, startServer: StartServer, actions: Actions = {}): Session {
  const output = window.createOutputChannel(clientName, { log: true });
  const session: Session = new Session(() => createServer(startServer, output, overview));
  const overview = new OverviewSource(session);
  const pages = new Pages({
    [reportTitle]: () => reportPage(session),
    [previewTitle]: () => previewPage(session),
    [environmentTitle]: () => environmentPage(session),
  });
  const rulePages = new RulePages(session);
  context.subscriptions.push(output, overview, pages, rulePages);
  context.subscriptions.push(showReadiness(overview), showStatus(overview), keepPreviewTrue(session, pages, overview));
  context.subscriptions.push(...registerCommands({ context, session, pages, rulePages, output }, actions));
  context.subscriptions.push(restartOnNewSchemes(session));
  // The editor does not wait for the server; whoever needs it does.
  void attempt({ session, output }, () => session.start()).then(() => overview.refresh());
  return session;
}

/** The server itself asks for what it needs to know of files on disk and of settings. */
async function createServer(
  startServer: StartServer,
  outputChannel: LogOutputChannel,
  overview: OverviewSource,
): Promise<Server> {
  const server = await startServer({
    documentSelector: documentSelector(workspaceSchemes()),
    outputChannel,
    revealOutputChannelOn: neverRevealed,
    markdown: { isTrusted: false, supportHtml: false },
    initializationOptions: {
      clientCommands: [
        ...['explainRule', 'openLogLine'].map((name) => `${clientId}.${name}`),
        'editor.action.triggerSuggest',
      ],
    },
    middleware: { ...withoutDoubles, ...withKnownSchemas },
  });
  const { client, release } = server;
  const resources = Disposable.from(
    serveFiles(client),
    overview.follow(client),
    tellHidden(client),
    followJsonProblems(client),
    {
      dispose: release,
    },
  );
  return { client, release: () => resources.dispose() };
}

/** The server is told about documents by scheme; a folder on a new kind of file system needs a new start. */
function restartOnNewSchemes(session: Session): Disposable {
  let known = workspaceSchemes().join();
  return workspace.onDidChangeWorkspaceFolders(() => {
    const now = workspaceSchemes().join();
    if (now === known) return;
    known = now;
    void session.restart().catch(() => undefined);
  });
}

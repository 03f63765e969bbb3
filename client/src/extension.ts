import { commands, Disposable, type ExtensionContext, type LogOutputChannel, window, workspace } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import { copyDebugInformation } from './debugInformation.ts';
import { documentSelector, workspaceSchemes } from './documents.ts';
import { explainRoute } from './explainRoute.ts';
import { serveFiles } from './files.ts';
import { fixAll } from './fixAll.ts';
import { tellHidden } from './hiddenDocuments.ts';
import { OverviewSource } from './overview.ts';
import { Pages } from './pages.ts';
import { keepPreviewTrue, showPreview } from './preview.ts';
import { fixFromTree, showReadiness } from './readiness.ts';
import { type Server, Session } from './session.ts';
import { showStatus } from './status.ts';
import { verify } from './verify.ts';

/** Starts a server of the kind that this editor can run: a process on the desktop, a worker in a browser. */
export type StartServer = (options: LanguageClientOptions) => Server | Promise<Server>;

/** The client's id. The language client finds the setting `vercelPreflight.trace.server` by it. */
export const clientId = 'vercelPreflight';
export const clientName = 'Vercel Python Preflight';

/** Shared by desktop and web. The commands are registered once: a restart changes the server behind them. */
export async function activateWith(context: ExtensionContext, startServer: StartServer): Promise<Session> {
  const output = window.createOutputChannel(clientName, { log: true });
  const pages = new Pages();
  const session: Session = new Session(() => createServer(startServer, output, overview));
  const overview = new OverviewSource(session);
  const surfaces = [showReadiness(overview), showStatus(overview), keepPreviewTrue(session, pages, overview)];
  context.subscriptions.push(output, pages, overview, ...surfaces);
  context.subscriptions.push(...registerCommands(context, session, pages, output));
  context.subscriptions.push(restartOnNewSchemes(session));
  await attempt(session, output, () => session.start());
  void overview.refresh();
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
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    markdown: { isTrusted: false, supportHtml: false },
  });
  const { client, release } = server;
  const resources = Disposable.from(serveFiles(client), overview.follow(client), tellHidden(client), {
    dispose: release,
  });
  return { client, release: () => resources.dispose() };
}

function registerCommands(
  { extension, workspaceState }: ExtensionContext,
  session: Session,
  pages: Pages,
  output: LogOutputChannel,
): Disposable[] {
  const actions: Record<string, (argument?: never) => unknown> = {
    verify: () => verify(session, pages),
    fixAll: () => fixAll(session),
    showPreview: () => showPreview(session, pages),
    explainRoute: (path) => explainRoute(session, workspaceState, path),
    fixFromTree,
    restart: () => session.restart(),
    copyDebugInformation: () => copyDebugInformation(session, extension),
    showOutput: () => output.show(),
  };
  return Object.entries(actions).map(([name, action]) =>
    commands.registerCommand(`${clientId}.${name}`, (argument?: never) =>
      attempt(session, output, () => action(argument)),
    ),
  );
}

/** Says what went wrong, once, with the two things that help. */
async function attempt(session: Session, output: LogOutputChannel, action: () => unknown): Promise<unknown> {
  try {
    return await action();
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    const reason = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(`${clientName}: ${reason}`, 'Restart Server', 'Show Output').then((choice) => {
      if (choice === 'Show Output') output.show();
      if (choice === 'Restart Server') void attempt(session, output, () => session.restart());
    });
    return undefined;
  }
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

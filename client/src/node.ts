/** Entry point on the desktop and in a remote host: the server is a process of its own, spoken to over IPC. */
import { commands, type ExtensionContext } from 'vscode';
import { checkDeployment } from './checkDeployment.ts';
import type { Actions } from './commands.ts';
import { compareEnvironment } from './compareEnvironment.ts';
import { deploy, rollBack } from './deploy.ts';
import { DeployProblems } from './deployProblems.ts';
import { provideDeployTasks } from './deployTasks.ts';
import { explainLog } from './explainLog.ts';
import { activateWith, type StartServer } from './extension.ts';
import { explainDeployment, vercelSources } from './fetchLog.ts';
import { clientId, clientName } from './product.ts';
import type { Session } from './session.ts';

let session: Session | undefined;

/** Commands that need a process or the network, or can more with them: a browser has neither. */
const actionsWith = (problems: () => DeployProblems): Actions => ({
  explainLog: (surfaces, given) =>
    typeof given === 'string' ? explainDeployment(surfaces, given) : explainLog(surfaces, vercelSources),
  checkDeployment: ({ session, pages, context }, url) =>
    checkDeployment({ session, pages, memory: context.workspaceState }, url),
  deployProduction: ({ session }) => deploy(session, problems(), 'production'),
  deployPreview: ({ session }) => deploy(session, problems(), 'preview'),
  rollBack: ({ session }) => rollBack(session),
  compareEnvironment: ({ session, pages }) => compareEnvironment(session, pages),
});

export function activate(context: ExtensionContext): void {
  // The palette and the view show these commands where they exist.
  void commands.executeCommand('setContext', 'vercelPreflight.hasProcesses', true);
  const startServer: StartServer = async (options) => {
    const { LanguageClient, TransportKind } = await import('./languageClient.ts');
    const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
    const client = new LanguageClient(clientId, clientName, server, options);
    // The client ends the process by itself.
    return { client, release: () => undefined };
  };
  const started: Session = activateWith(
    context,
    startServer,
    actionsWith(() => problems),
  );
  const problems = new DeployProblems(started);
  context.subscriptions.push(problems, provideDeployTasks(started, problems));
  session = started;
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}

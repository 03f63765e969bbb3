/** Entry point on the desktop and in a remote host: the server is a process of its own, spoken to over IPC. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { explainLog } from './explainLog.ts';
import { activateWith } from './extension.ts';
import { vercelSources } from './fetchLog.ts';
import { clientId, clientName } from './product.ts';
import type { Session } from './session.ts';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const startServer = (options: LanguageClientOptions) => ({
    client: new LanguageClient(clientId, clientName, server, options),
    // The client ends the process by itself.
    release: () => undefined,
  });
  session = await activateWith(context, startServer, {
    explainLog: (surfaces) => explainLog(surfaces, vercelSources),
  });
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}

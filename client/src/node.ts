/** Entry point on the desktop and in a remote host: the server is a process of its own, spoken to over IPC. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './extension.ts';
import { clientId, clientName } from './product.ts';
import type { Session } from './session.ts';

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  session = await activateWith(context, (options) => ({
    client: new LanguageClient(clientId, clientName, server, options),
    // The client ends the process by itself.
    release: () => undefined,
  }));
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}

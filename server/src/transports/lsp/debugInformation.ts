import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Folder } from './folder.ts';
import { type DebugInformation, debugInformationRequest } from './protocol.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';

/** Answers `vercelPreflight/debugInformation`: what a bug report needs, and no content of a file. */
export function serveDebugInformation(session: Session): void {
  const { connection } = session;
  const onError = new ResponseError<void>(LSPErrorCodes.RequestFailed, 'The server could not describe itself.');
  connection.onRequest(debugInformationRequest, (_params, token: CancellationToken) =>
    runSafe<DebugInformation>(connection, { name: 'Debug information', onError }, token, async () => {
      const folders = await Promise.all(session.folders.all().map(folderLines));
      return { text: [...serverLines(session), ...folders.flat()].join('\n') };
    }),
  );
}

function serverLines({ runtime, abilities }: Session): string[] {
  const able = Object.entries(abilities).map(([name, value]) => `${name}=${value}`);
  return [`Server: ${runtime.description}, ${runtime.rules.length} rules`, `Client: ${able.join(' ')}`];
}

async function folderLines(folder: Folder): Promise<string[]> {
  const { enable, severities } = await folder.settings();
  const roots = (await folder.roots()).map((root) => root || '.');
  return [
    `Folder: ${folder.uri}${folder.isLoose ? ' (no workspace folder)' : ''}`,
    `  enable: ${enable}, rules: ${JSON.stringify(severities)}`,
    `  roots: ${roots.join(', ') || 'none'}`,
    `  open documents: ${[...folder.documents.keys()].join(', ') || 'none'}`,
  ];
}

import { type Extension, env, l10n, UIKind, version, window } from 'vscode';
import { ask, debugInformationRequest } from './protocol.ts';
import type { Session } from './session.ts';

/** `Copy debug information`: what a bug report needs. It names versions, settings and paths, and no content of a file. */
export async function copyDebugInformation(session: Session, extension: Extension<unknown>): Promise<void> {
  const server = await serverText(session);
  await env.clipboard.writeText(`${clientText(extension)}\n\n${server}\n`);
  void window.showInformationMessage(l10n.t('Debug information is on the clipboard. Paste it into your report.'));
}

function clientText(extension: Extension<unknown>): string {
  const kind = env.uiKind === UIKind.Web ? 'web' : 'desktop';
  return [
    `Extension: ${extension.id} ${String(extension.packageJSON.version)}`,
    `Editor: ${env.appName} ${version} (${kind}${env.remoteName ? `, remote ${env.remoteName}` : ''})`,
  ].join('\n');
}

/** A server that does not answer is worth reporting too. */
async function serverText(session: Session): Promise<string> {
  try {
    const client = await session.client();
    return (await ask(client, debugInformationRequest, {})).text;
  } catch (error) {
    return `Server: no answer (${error instanceof Error ? error.message : String(error)})`;
  }
}

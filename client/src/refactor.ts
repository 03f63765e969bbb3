import { l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, type RefactorParams, refactorRequest } from './protocol.ts';
import { pickRoot } from './rootPick.ts';
import type { Session } from './session.ts';

/**
 * `Modernise deployment configuration`: shows what has a newer form, and writes what a person ticks.
 * @param given the URI of a root, where a key binding or another extension names one
 */
export async function modernise(session: Session, given: unknown): Promise<void> {
  const client = await session.client();
  const uri = typeof given === 'string' ? given : await rootUri(client);
  if (uri === null) {
    void window.showInformationMessage(l10n.t('No folder here says that it is deployed to Vercel.'));
    return;
  }
  const nothing = l10n.t('Nothing here has a newer form.');
  if (uri !== undefined) await refactor(client, { what: 'modernise', uri }, nothing);
}

/** `Add temporary logging` and `Remove temporary logging`, in the Python file that is in front. */
export async function changeLogging(session: Session, what: RefactorParams['what'], given: unknown): Promise<void> {
  const document = typeof given === 'string' ? Uri.parse(given, true) : window.activeTextEditor?.document.uri;
  if (!document) {
    void window.showInformationMessage(l10n.t('Open the entrypoint first: the Python file that Vercel serves.'));
    return;
  }
  const client = await session.client();
  await refactor(client, { what, uri: client.code2ProtocolConverter.asUri(document) }, '');
}

async function rootUri(client: BaseLanguageClient): Promise<string | null | undefined> {
  const root = await pickRoot(client, l10n.t('Modernise deployment configuration'));
  return root ? root.uri : root;
}

/** Says why something stays as it is, and makes the rest: what asks for a confirmation is shown by the editor first. */
async function refactor(client: BaseLanguageClient, params: RefactorParams, nothing: string): Promise<void> {
  const { edit, reasons } = await ask(client, refactorRequest, params);
  const message = reasons.join(' ') || (edit ? '' : nothing);
  if (message !== '') void window.showInformationMessage(message);
  if (edit)
    await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit), { isRefactoring: true });
}

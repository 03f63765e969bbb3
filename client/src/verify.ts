import { l10n, ProgressLocation, type Uri, window, workspace } from 'vscode';
import { pickFolder } from './folderPick.ts';
import type { Pages } from './pages.ts';
import { ask, type VerifyResult, verifyRequest } from './protocol.ts';
import type { Session } from './session.ts';

export const reportTitle = l10n.t('Deploy config');

/**
 * `Verify deploy config`: checks every deployment root, shows the report, and lets the server fill the Problems panel.
 * A workspace without a root is asked about, never guessed at.
 */
export async function verify(session: Session, pages: Pages): Promise<VerifyResult | undefined> {
  if (!workspace.workspaceFolders?.length) {
    void window.showInformationMessage(l10n.t('Open the folder of your backend first, then verify it.'));
    return undefined;
  }
  const result = (await verified(session)) ?? (await askAboutPickedFolder(session));
  if (result) await pages.show(reportTitle, result.markdown);
  return result;
}

async function askAboutPickedFolder(session: Session): Promise<VerifyResult | undefined> {
  const folder = await pickFolder(l10n.t('Verify deploy config'));
  return folder && verified(session, folder);
}

/** The report, as Markdown; `undefined` where there is no root to report on. */
export async function reportPage(session: Session): Promise<string | undefined> {
  return (await verified(session))?.markdown;
}

/** The server's answer, or `undefined` when it found nothing to verify. */
async function verified(session: Session, folder?: Uri): Promise<VerifyResult | undefined> {
  const client = await session.client();
  const params = folder ? { folder: client.code2ProtocolConverter.asUri(folder) } : {};
  const progress = { location: ProgressLocation.Window, title: l10n.t('Verifying deploy config') };
  const result = await window.withProgress(progress, () => ask(client, verifyRequest, params));
  return result.projects.length > 0 ? result : undefined;
}

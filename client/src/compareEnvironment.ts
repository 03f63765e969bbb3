import process from 'node:process';
import { l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { environmentTitle } from './environment.ts';
import type { Pages } from './pages.ts';
import { ask, environmentRequest } from './protocol.ts';
import { pickRoot } from './rootPick.ts';
import type { Session } from './session.ts';
import { findVercel } from './vercelCli.ts';
import { productionVariables } from './vercelEnvironment.ts';

/**
 * `Compare environment variables`: asks the Vercel project of a root, through the person's own `vercel`, which variables it
 * has for production, and shows which of those that the code reads are missing there. Names alone are taken.
 */
export async function compareEnvironment(session: Session, pages: Pages): Promise<void> {
  if (!workspace.isTrusted) return failed(l10n.t('Trust this workspace first: `vercel` runs in its folder.'));
  const client = await session.client();
  const title = l10n.t('Compare environment variables with the Vercel project');
  const root = await pickRoot(client, title);
  if (root === null) return failed(l10n.t('No folder here says that it is deployed to Vercel.'));
  if (root === undefined) return;
  const folder = Uri.parse(root.uri);
  if (folder.scheme !== 'file') return failed(l10n.t('`vercel` works in folders on a disk only.'));
  const names = await namesWithProgress(folder.fsPath, title);
  if (!names) return;
  const { markdown } = await ask(client, environmentRequest, {
    asked: [{ root: root.uri, environment: 'production', names }],
  });
  await pages.show(environmentTitle, markdown);
}

/** `undefined` where the person gave up. */
async function namesWithProgress(folder: string, title: string): Promise<string[] | undefined> {
  const machine = { platform: process.platform, environment: process.env };
  const executable = findVercel(machine);
  if (executable === undefined) {
    return failed(l10n.t('No `vercel` command line is installed here. Run `npm install --global vercel`.'));
  }
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (_progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    try {
      return await productionVariables(executable, { folder, signal: controller.signal }, machine);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      return failed(error instanceof Error ? error.message : String(error));
    }
  });
}

function failed(message: string): undefined {
  void window.showErrorMessage(message);
  return undefined;
}

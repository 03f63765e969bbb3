import { CancellationError, l10n, type Memento, ProgressLocation, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Pages } from './pages.ts';
import { ask, type ProbeResult, probeRequest } from './protocol.ts';
import { pickRoot } from './rootPick.ts';
import type { Session } from './session.ts';

const title = l10n.t('Check deployment');
const remembered = 'checkDeployment.urls';

interface Places {
  readonly session: Session;
  readonly pages: Pages;
  /** Remembers the URL of each root. */
  readonly memory: Memento;
}

/**
 * `Check deployment`: asks for the URL of a deployment and shows what answers there. Nothing but GET is sent.
 * @param given the URL, where a key binding or another extension names one
 */
export async function checkDeployment({ session, pages, memory }: Places, given: unknown): Promise<void> {
  const client = await session.client();
  const root = await pickRoot(client, title);
  if (root === undefined) return;
  const urls = memory.get<Readonly<Record<string, string>>>(remembered, {});
  const key = root?.uri ?? '';
  const url = typeof given === 'string' ? given : await askForUrl(urls[key] ?? '');
  if (url === undefined) return;
  const result = await probed(client, url, root?.uri);
  if (result?.fault !== undefined) void window.showWarningMessage(result.fault);
  if (result?.markdown === undefined) return;
  // What lets automation in is a secret, and is not kept.
  await memory.update(remembered, { ...urls, [key]: url.split(/[?#]/)[0] });
  await pages.show(l10n.t('Deployment check'), result.markdown);
}

function askForUrl(value: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    value,
    prompt: l10n.t('The URL of the deployment. It is asked with GET, and no other host is.'),
    placeHolder: 'https://my-app.vercel.app',
    ignoreFocusOut: true,
    validateInput: (text) =>
      /^\s*\S+\s*$/.test(text) ? undefined : l10n.t('Write a URL such as https://my-app.vercel.app'),
  });
}

let asked = 0;

/** The server's answer, or `undefined` where somebody cancelled. */
async function probed(client: BaseLanguageClient, url: string, folder: string | undefined) {
  const workDoneToken = `vercelPreflight.probe.${++asked}`;
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  const { WorkDoneProgress } = await import('./languageClient.ts');
  return window.withProgress<ProbeResult | undefined>(options, async (progress, token) => {
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'report' && value.message !== undefined) progress.report({ message: value.message });
    });
    try {
      const params = { url, workDoneToken, ...(folder === undefined ? {} : { folder }) };
      return await ask(client, probeRequest, params, token);
    } catch (error) {
      if (token.isCancellationRequested || error instanceof CancellationError) return undefined;
      throw error;
    } finally {
      listener.dispose();
    }
  });
}

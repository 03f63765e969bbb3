import process from 'node:process';
import { l10n, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Surfaces } from './commands.ts';
import { explainDocument, type LogSource, untitled } from './explainLog.ts';
import { ask, overviewRequest } from './protocol.ts';
import { type FetchedLog, fetchLog, findVercel, type LogRequest } from './vercelCli.ts';
import { type Deployment, deploymentIn } from './vercelOutput.ts';

type Kind = LogRequest['kind'];

/** The logs that the person's own `vercel` can get. None in a workspace that is not trusted: it would run in its folder. */
export function vercelSources(surfaces: Surfaces): readonly LogSource[] {
  if (!canFetch()) return [];
  const description = l10n.t('fetched by your own `vercel` command line');
  return [
    { label: l10n.t('$(cloud-download) The build log of a deployment …'), description, document: fetching('build') },
    { label: l10n.t('$(cloud-download) The log of its functions …'), description, document: fetching('runtime') },
  ];

  function fetching(kind: Kind) {
    return () => fetched(kind, surfaces);
  }
}

/** `Explain deployment log` of a deployment that a key binding or another extension names. */
export async function explainDeployment(surfaces: Surfaces, url: string): Promise<void> {
  const deployment = deploymentIn(url);
  if (!canFetch() || !deployment) {
    failed(l10n.t('The log of {0} cannot be fetched from here.', url));
    return;
  }
  const document = await fetched('build', surfaces, deployment);
  if (document) await explainDocument(surfaces, document);
}

function canFetch(): boolean {
  return workspace.isTrusted && workspace.workspaceFolders?.some(({ uri }) => uri.scheme === 'file') === true;
}

async function fetched(
  kind: Kind,
  { session, context, output }: Surfaces,
  given?: Deployment,
): Promise<TextDocument | undefined> {
  const machine = { platform: process.platform, environment: process.env };
  const executable = findVercel(machine);
  if (executable === undefined) {
    return failed(
      l10n.t(
        'No `vercel` command line is installed here. Run `npm install --global vercel`, or copy the log from the dashboard and explain the clipboard.',
      ),
    );
  }
  const { roots } = await ask(await session.client(), overviewRequest, {});
  const folder = await pickRoot(roots.map(({ uri }) => Uri.parse(uri)));
  const deployment = folder && (given ?? (await askForDeployment(folder, context.workspaceState)));
  if (!deployment) return undefined;
  try {
    const log = await withProgress(kind, deployment, (signal) =>
      fetchLog(executable, { kind, deployment, folder: folder.fsPath, signal }, machine),
    );
    if (!log) return undefined;
    if (log.isCut) void window.showWarningMessage(l10n.t('The log is longer than what `vercel` gave in time.'));
    return await untitled(log.text);
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function failed(message: string): undefined {
  void window.showErrorMessage(message);
  return undefined;
}

/** The root whose link to a project on Vercel counts. */
async function pickRoot(roots: readonly Uri[]): Promise<Uri | undefined> {
  const all = roots.length > 0 ? roots : (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const onDisk = all.filter(({ scheme }) => scheme === 'file');
  if (onDisk.length < 2) return onDisk[0];
  const items = onDisk.map((uri) => ({ label: workspace.asRelativePath(uri, true), uri }));
  const placeHolder = l10n.t('Which of them was deployed?');
  return (await window.showQuickPick(items, { title: l10n.t('Explain deployment log'), placeHolder }))?.uri;
}

/** Remembers what was asked for last, each root by itself. */
async function askForDeployment(
  folder: Uri,
  memory: Surfaces['context']['workspaceState'],
): Promise<Deployment | undefined> {
  const key = `explainLog.deployment ${folder.toString()}`;
  const text = await window.showInputBox({
    title: l10n.t('Explain deployment log'),
    prompt: l10n.t('The URL of the deployment, or its id, such as shop-8f3kd02la-team.vercel.app'),
    value: memory.get<string>(key, ''),
    ignoreFocusOut: true,
    validateInput: (input) =>
      deploymentIn(input) ? undefined : l10n.t('Copy the URL of the deployment, or of its page in the dashboard.'),
  });
  if (text === undefined) return undefined;
  await memory.update(key, text.trim());
  return deploymentIn(text);
}

/** `undefined` where the person gave up. */
async function withProgress(
  kind: Kind,
  { id }: Deployment,
  fetch: (signal: AbortSignal) => Promise<FetchedLog>,
): Promise<FetchedLog | undefined> {
  const title = kind === 'build' ? l10n.t('Fetching the build log of {0}', id) : l10n.t('Fetching the log of {0}', id);
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return window.withProgress(options, async (_progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    try {
      return await fetch(controller.signal);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    }
  });
}

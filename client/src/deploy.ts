import {
  l10n,
  ShellExecution,
  ShellQuoting,
  Task,
  TaskPanelKind,
  TaskScope,
  tasks,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CommandLine,
  type DeployTarget,
  deployCommand,
  deploymentNamed,
  errorHeadline,
  errorList,
  type ListedError,
  rollbackCommand,
} from './deployCommand.ts';
import type { DeployProblems } from './deployProblems.ts';
import { ask, type OverviewRoot, overviewRequest } from './protocol.ts';
import { pickRoot } from './rootPick.ts';
import type { Session } from './session.ts';
import { canReadOutput } from './taskOutput.ts';

export const taskType = 'vercel-preflight';
export const taskSource = 'Vercel Preflight';
const titles: Readonly<Record<DeployTarget, string>> = {
  production: l10n.t('Deploy to production'),
  preview: l10n.t('Deploy preview'),
};

/** `Deploy to production` and `Deploy preview`: verifies, asks where there are errors, and runs `vercel` in a terminal. */
export async function deploy(session: Session, problems: DeployProblems, target: DeployTarget): Promise<void> {
  const place = await rootInTerminal(session, titles[target]);
  if (!place) return;
  const errors = errorsOf(place.root);
  if (errors.length > 0 && !(await deploysAnyway(place.root.name, errors))) return;
  await problems.run(terminalTask(deployCommand(target), titles[target], place.folder), place.folder);
}

/** `Roll back`: asks for a deployment and for a confirmation, and runs `vercel rollback` in a terminal. */
export async function rollBack(session: Session): Promise<void> {
  const title = l10n.t('Roll back');
  const place = await rootInTerminal(session, title);
  if (!place) return;
  const text = await window.showInputBox({
    title: `${title}: ${place.root.name}`,
    prompt: l10n.t('The URL or the id of the deployment that production goes back to. `vercel ls --prod` lists them.'),
    placeHolder: 'my-app-abc123.vercel.app',
    ignoreFocusOut: true,
    validateInput: (value) =>
      deploymentNamed(value)
        ? undefined
        : l10n.t('Write a URL such as my-app-abc123.vercel.app, or an id such as dpl_…'),
  });
  const deployment = text === undefined ? undefined : deploymentNamed(text);
  if (deployment === undefined) return;
  const detail = l10n.t(
    '`vercel rollback {0}` runs in {1}. From then on every visitor of the production domains of that project gets this deployment. Your files stay as they are.',
    deployment,
    place.root.name,
  );
  const confirmed = await window.showWarningMessage(
    l10n.t('Roll production back to {0}?', deployment),
    { modal: true, detail },
    title,
  );
  if (confirmed !== title) return;
  await tasks.executeTask(terminalTask(rollbackCommand(deployment), title, place.folder));
}

interface Place {
  readonly root: OverviewRoot;
  readonly folder: Uri;
}

/** The root that is meant, where a terminal may run something: a trusted folder on a disk. */
async function rootInTerminal(session: Session, title: string): Promise<Place | undefined> {
  if (!workspace.isTrusted) {
    void window.showInformationMessage(l10n.t('{0} runs `vercel` in your folder. Trust the workspace first.', title));
    return undefined;
  }
  const client = await session.client();
  const root = await pickRoot(client, title);
  if (root === null) void window.showInformationMessage(l10n.t('No folder here says that it is deployed to Vercel.'));
  const folder = root && client.protocol2CodeConverter.asUri(root.uri);
  if (!root || !folder) return undefined;
  if (folder.scheme === 'file') return { root, folder };
  void window.showInformationMessage(l10n.t('{0} needs a folder on a disk: `vercel` cannot read this one.', title));
  return undefined;
}

async function deploysAnyway(name: string, errors: readonly ListedError[]): Promise<boolean> {
  const button = l10n.t('Deploy Anyway');
  const options = { modal: true, detail: errorList(errors) };
  return (await window.showWarningMessage(errorHeadline(name, errors.length), options, button)) === button;
}

export function errorsOf({ areas }: OverviewRoot): ListedError[] {
  return areas.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
}

/** The roots as the server sees them now, open documents included. */
export async function rootsNow(client: BaseLanguageClient): Promise<readonly OverviewRoot[]> {
  return (await ask(client, overviewRequest, {})).roots;
}

/** A task that runs `line` in `folder`. Each argument is quoted by itself. */
export function terminalTask(line: CommandLine, name: string, folder: Uri): Task {
  const quoted = line.arguments.map((value) => ({ value, quoting: ShellQuoting.Strong }));
  const execution = new ShellExecution(line.program, quoted, { cwd: folder.fsPath });
  const scope = workspace.getWorkspaceFolder(folder);
  const definition = { type: taskType, task: 'terminal' };
  // Where the output can be read it is explained, and says more than a pattern finds.
  const matchers = canReadOutput ? [] : ['$vercel-preflight'];
  const task = new Task(definition, scope ?? TaskScope.Workspace, name, taskSource, execution, matchers);
  task.presentationOptions = { panel: TaskPanelKind.Dedicated, focus: true };
  return task;
}

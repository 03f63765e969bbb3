import { commands, l10n, type Memento, type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';
import { pickFolder } from './folderPick.ts';
import {
  ask,
  type ExplainRouteParams,
  type ExplainRouteResult,
  explainRouteRequest,
  type RouteExplanation,
} from './protocol.ts';
import type { Session } from './session.ts';
import { spoken } from './spoken.ts';

const title = l10n.t('Explain route');
const lastPath = 'explainRoute.path';

/**
 * `Explain route`: asks for a request path and shows, step by step, what answers it. A step leads to its line.
 * @param given the path, where a key binding or another extension names one
 */
export async function explainRoute(session: Session, memory: Memento, given: unknown): Promise<void> {
  if (!workspace.workspaceFolders?.length) {
    void window.showInformationMessage(l10n.t('Open the folder of your backend first, then ask for a path.'));
    return;
  }
  const path = typeof given === 'string' ? given : await askForPath(memory.get<string>(lastPath, '/'));
  if (path === undefined) return;
  await memory.update(lastPath, path);
  const client = await session.client();
  const explanation = await explained(client, path);
  const location = explanation && (await pickStep(explanation));
  if (location) await open(client, location);
}

function askForPath(value: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    value,
    prompt: l10n.t('The path of a request, such as /api/users?page=2'),
    valueSelection: [Math.min(1, value.length), value.length],
    validateInput: (text) =>
      /^\s*\S+\s*$/.test(text) ? undefined : l10n.t('Write a path without blanks, such as /api/users'),
  });
}

/** Asks which root is meant where that is not clear. */
async function explained(client: BaseLanguageClient, path: string): Promise<RouteExplanation | undefined> {
  const document = window.activeTextEditor?.document.uri;
  const answer = (params: Partial<ExplainRouteParams>) => ask(client, explainRouteRequest, { path, ...params });
  const first = await answer(document ? { near: client.code2ProtocolConverter.asUri(document) } : {});
  if (first.explanation) return first.explanation;
  const folder = await pickRoot(client, first);
  return folder === undefined ? undefined : (await answer({ folder })).explanation;
}

async function pickRoot(client: BaseLanguageClient, { projects }: ExplainRouteResult): Promise<string | undefined> {
  if (projects.length === 0) {
    const folder = await pickFolder(title);
    return folder && client.code2ProtocolConverter.asUri(folder);
  }
  const items = projects.map(({ uri }) => ({
    label: workspace.asRelativePath(client.protocol2CodeConverter.asUri(uri), true),
    uri,
  }));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('Which of them is asked for the path?'),
  });
  return picked?.uri;
}

interface StepItem extends QuickPickItem {
  readonly location?: Location;
}

/** Shows the steps, the answer on top. A step without a place leads nowhere and closes the list. */
async function pickStep(explanation: RouteExplanation): Promise<Location | undefined> {
  const steps = explanation.steps.map(
    ({ text, location }, index): StepItem => ({
      label: `${index + 1}  ${location ? placeText(location) : ''}`,
      detail: spoken(text),
      ...(location ? { location } : {}),
    }),
  );
  const icon = explanation.certain ? '$(check)' : '$(question)';
  const items: StepItem[] = [
    ...steps,
    { label: l10n.t('answer'), kind: QuickPickItemKind.Separator },
    { label: `${icon} ${spoken(explanation.answer)}` },
  ];
  const picker = window.createQuickPick<StepItem>();
  Object.assign(picker, {
    title: `${title}: ${explanation.title}`,
    placeholder: spoken(explanation.answer),
    items,
    matchOnDetail: true,
  });
  picker.activeItems = items.filter(({ location }) => location).slice(0, 1);
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.location);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function placeText({ uri, range }: Location): string {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  const isLine = range.start.line !== range.end.line || range.start.character !== range.end.character;
  return isLine ? `${name}:${range.start.line + 1}` : name;
}

async function open(client: BaseLanguageClient, { uri, range }: Location): Promise<void> {
  const convert = client.protocol2CodeConverter;
  await commands.executeCommand('vscode.open', convert.asUri(uri), { selection: convert.asRange(range) });
}

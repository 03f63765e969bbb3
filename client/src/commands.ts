import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, l10n, window } from 'vscode';
import { copyDebugInformation } from './debugInformation.ts';
import { showEnvironment } from './environment.ts';
import { explainLog, openLogLine } from './explainLog.ts';
import { explainRoute } from './explainRoute.ts';
import { explainRule, type RulePages } from './explainRule.ts';
import { fixAll } from './fixAll.ts';
import type { Pages } from './pages.ts';
import { showPreview } from './preview.ts';
import { clientId, clientName } from './product.ts';
import { fixFromTree } from './readiness.ts';
import { changeLogging, modernise } from './refactor.ts';
import type { Session } from './session.ts';
import { verify } from './verify.ts';

/** What commands work with and show things in. */
export interface Surfaces {
  readonly context: ExtensionContext;
  readonly session: Session;
  readonly pages: Pages;
  readonly rulePages: RulePages;
  readonly output: LogOutputChannel;
}

type Action = (surfaces: Surfaces, argument: unknown) => unknown;

/** Commands by their name behind `vercelPreflight.`. */
export type Actions = Readonly<Record<string, Action>>;

/** The commands that work wherever the extension runs. */
const actions: Actions = {
  verify: ({ session, pages }) => verify(session, pages),
  fixAll: ({ session }) => fixAll(session),
  modernise: ({ session }, root) => modernise(session, root),
  addTemporaryLogging: ({ session }, uri) => changeLogging(session, 'addTemporaryLogging', uri),
  removeTemporaryLogging: ({ session }, uri) => changeLogging(session, 'removeTemporaryLogging', uri),
  showPreview: ({ session, pages }) => showPreview(session, pages),
  environment: ({ session, pages }) => showEnvironment(session, pages),
  explainLog: (surfaces) => explainLog(surfaces),
  openLogLine: ({ session }, location) => openLogLine(session, location),
  explainRoute: ({ session, context }, path) => explainRoute(session, context.workspaceState, path),
  explainRule: ({ session, rulePages }, rule) => explainRule(session, rulePages, rule),
  fixFromTree: (_surfaces, node) => fixFromTree(node),
  restart: ({ session }) => session.restart(),
  copyDebugInformation: ({ session, context }) => copyDebugInformation(session, context.extension),
  showOutput: ({ output }) => output.show(),
  openWalkthrough: ({ context }) =>
    commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#start`, false),
};

/** Registers the commands once: a restart changes the server behind them. */
export function registerCommands(surfaces: Surfaces, more: Actions = {}): Disposable[] {
  return Object.entries({ ...actions, ...more }).map(([name, action]) =>
    commands.registerCommand(`${clientId}.${name}`, (argument: unknown) =>
      attempt(surfaces, () => action(surfaces, argument)),
    ),
  );
}

/** Says what went wrong, once, with the two things that help. */
export async function attempt(
  { session, output }: Pick<Surfaces, 'session' | 'output'>,
  action: () => unknown,
): Promise<unknown> {
  try {
    return await action();
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    const reason = error instanceof Error ? error.message : String(error);
    const [restart, show] = [l10n.t('Restart Server'), l10n.t('Show Output')];
    void window.showErrorMessage(`${clientName}: ${reason}`, restart, show).then((choice) => {
      if (choice === show) output.show();
      if (choice === restart) void attempt({ session, output }, () => session.restart());
    });
    return undefined;
  }
}

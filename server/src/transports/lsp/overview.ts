import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { deploymentPage } from '../../features/deploymentPage.ts';
import { rootOverview } from '../../features/overview.ts';
import { rangeIn } from './convert.ts';
import { Debounce } from './debounce.ts';
import {
  changedNotification,
  type Overview,
  type OverviewRoot,
  overviewRequest,
  type Preview,
  previewRequest,
} from './protocol.ts';
import { inBackground, runSafe } from './runSafe.ts';
import type { Session } from './session.ts';
import { type CheckedRoot, shownRoot } from './shownRoot.ts';
import { uriOf } from './uris.ts';
import { summaryOf } from './verify.ts';

/** How long after the last change a view is told to ask again: what is beside the text need not follow every key. */
const changeDelay = 500;

/** Answers what is shown all the time, and says when it may have changed. */
export function serveOverview(session: Session): Debounce<'all'> {
  const { connection } = session;
  // Other editors do not know the notification: only who has asked is told.
  let isWatched = false;
  const failed = (message: string) => new ResponseError<void>(LSPErrorCodes.RequestFailed, message);
  connection.onRequest(overviewRequest, (_params, token: CancellationToken) => {
    isWatched = true;
    const guarded = { name: 'Overview', onError: failed('The deployment roots could not be looked at.') };
    return runSafe<Overview>(connection, guarded, token, async () => {
      const { roots, isAlone } = await checkedRoots(session);
      return { roots: roots.map((root) => overviewOf(root, isAlone)) };
    });
  });
  connection.onRequest(previewRequest, (_params, token: CancellationToken) => {
    isWatched = true;
    const guarded = { name: 'Preview', onError: failed('The deployment could not be predicted.') };
    return runSafe<Preview>(connection, guarded, token, async () => {
      const { roots, isAlone } = await checkedRoots(session);
      const shown = roots.map((root) => ({
        deployment: root.checked.report.deployment,
        ...shownRoot(root, isAlone),
      }));
      return { markdown: deploymentPage(shown) };
    });
  });
  const changes = new Debounce<'all'>(changeDelay, () => {
    void inBackground(connection, 'Change', () => connection.sendNotification(changedNotification, {}));
  });
  session.onChange(() => {
    if (isWatched) changes.schedule('all');
  });
  return changes;
}

/** The roots of all folders whose files are checked. */
async function checkedRoots({ folders }: Session): Promise<{ roots: readonly CheckedRoot[]; isAlone: boolean }> {
  const roots: CheckedRoot[] = [];
  for (const folder of folders.all()) {
    if (!(await folder.settings()).enable) continue;
    for (const root of await folders.rootsOf(folder)) roots.push({ folder, root, checked: await folder.check(root) });
  }
  return { roots, isAlone: folders.all().length === 1 };
}

function overviewOf(checkedRoot: CheckedRoot, isAlone: boolean): OverviewRoot {
  const { folder, root, checked } = checkedRoot;
  const { name, place } = shownRoot(checkedRoot, isAlone);
  const { headline, python, areas } = rootOverview(checked.report);
  return {
    uri: uriOf(folder.uri, root),
    name,
    headline,
    python,
    summary: summaryOf(checked.report.problems),
    areas: areas.map(({ problems, ...area }) => ({
      ...area,
      problems: problems.map(({ rule, severity, message, path, span, fixes }) => ({
        rule: rule.name,
        severity,
        message,
        uri: folder.uriOf(path),
        path: place(path).text,
        range: rangeIn(checked, path, span),
        fixable: fixes.some(({ safety }) => safety === 'safe'),
      })),
    })),
  };
}

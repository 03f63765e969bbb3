import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Problem } from '../../check/problem.ts';
import { deployReport } from '../../features/report.ts';
import type { ClosedFiles } from './closedFiles.ts';
import type { Debounce } from './debounce.ts';
import type { Folder } from './folder.ts';
import { problemsIn } from './problems.ts';
import { type Summary, type VerifyParams, type VerifyResult, verifyRequest } from './protocol.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';
import { type CheckedRoot, shownRoot } from './shownRoot.ts';
import { uriOf } from './uris.ts';

/** Answers `vercelPreflight/verify`, and shows the problems of files that nobody has open. */
export function serveVerify(session: Session, closedFiles: ClosedFiles, refresh: Debounce<'all'>): void {
  const { connection } = session;
  const onError = new ResponseError<void>(LSPErrorCodes.RequestFailed, 'The deploy config could not be verified.');
  connection.onRequest(verifyRequest, (params, token: CancellationToken) =>
    runSafe<VerifyResult>(connection, { name: 'Verify', onError }, token, async () => {
      const verified = await verify(session, params ?? {});
      for (const folder of new Set(verified.map((project) => project.folder))) await closedFiles.update(folder);
      refresh.schedule('all');
      return resultOf(session, verified);
    }),
  );
}

async function verify(session: Session, { folder: uri }: VerifyParams): Promise<CheckedRoot[]> {
  const asked = uri === undefined ? undefined : rootAt(session, uri);
  const verified: CheckedRoot[] = [];
  for (const folder of asked ? [asked.folder] : session.folders.all()) {
    // Whoever asks for a verdict wants it on what is there now, whatever a file watcher missed.
    folder.forgetFiles();
    if (asked) folder.addRoot(asked.root);
    const roots = asked ? [asked.root] : await session.folders.rootsOf(folder);
    for (const root of roots) {
      folder.verified.add(root);
      verified.push({ folder, root, checked: await folder.check(root) });
    }
  }
  return verified;
}

/** The folder at `uri` as a root: of the workspace folder that holds it, or of itself. */
function rootAt({ folders }: Session, uri: string): { folder: Folder; root: string } {
  const [place] = folders.places(uri);
  return place ? { folder: place.folder, root: place.path } : { folder: folders.adopt(uri), root: '' };
}

async function resultOf(session: Session, verified: readonly CheckedRoot[]): Promise<VerifyResult> {
  const isAlone = session.folders.all().length === 1;
  const folders = [...new Set(verified.map(({ folder }) => folder))];
  const problems = await Promise.all(
    folders.map((folder) =>
      problemsIn(
        folder,
        verified.filter((own) => own.folder === folder).map(({ root }) => root),
      ),
    ),
  );
  return {
    markdown: deployReport(
      verified.map((project) => ({ report: project.checked.report, ...shownRoot(project, isAlone) })),
    ),
    summary: summaryOf(problems.flat().map(({ problem }) => problem)),
    projects: verified.map(({ folder, root }) => ({ root, uri: uriOf(folder.uri, root) })),
  };
}

/** How many problems there are, by severity. */
export function summaryOf(problems: readonly Problem[]): Summary {
  const count = (wanted: Problem['severity']) => problems.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

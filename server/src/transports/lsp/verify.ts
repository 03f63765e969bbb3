import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Problem } from '../../check/problem.ts';
import { deployReport, type ReportedProject } from '../../features/report.ts';
import type { ClosedFiles } from './closedFiles.ts';
import type { Debounce } from './debounce.ts';
import type { Checked, Folder } from './folder.ts';
import { problemsIn } from './problems.ts';
import { type Summary, type VerifyParams, type VerifyResult, verifyRequest } from './protocol.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';
import { displayName, uriOf } from './uris.ts';

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

interface Verified {
  readonly folder: Folder;
  readonly root: string;
  readonly checked: Checked;
}

async function verify(session: Session, { folder: uri }: VerifyParams): Promise<Verified[]> {
  const asked = uri === undefined ? undefined : rootAt(session, uri);
  const verified: Verified[] = [];
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

async function resultOf(session: Session, verified: readonly Verified[]): Promise<VerifyResult> {
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
    markdown: deployReport(verified.map((project) => reported(project, isAlone))),
    summary: summaryOf(problems.flat().map(({ problem }) => problem)),
    projects: verified.map(({ folder, root }) => ({ root, uri: uriOf(folder.uri, root) })),
  };
}

function summaryOf(problems: readonly Problem[]): Summary {
  const count = (wanted: Problem['severity']) => problems.filter(({ severity }) => severity === wanted).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}

/** Paths are shown as from the workspace folder; where there are several, from the folder that holds them. */
function reported({ folder, root, checked }: Verified, isAlone: boolean): ReportedProject {
  const name = displayName(folder.uri);
  const shown = (path: string) => (isAlone ? path : path ? `${name}/${path}` : name);
  return {
    report: checked.report,
    name: shown(root) || name,
    place(path, offset) {
      const uri = folder.uriOf(path);
      if (offset === undefined) return { text: shown(path), address: uri };
      const line = (checked.lines(path)?.positionAt(offset).line ?? 0) + 1;
      return { text: `${shown(path)}:${line}`, address: `${uri}#L${line}` };
    },
  };
}

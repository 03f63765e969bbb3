import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Problem, ProblemFix } from '../../check/problem.ts';
import type { FileOutcome } from '../../features/changedFiles.ts';
import { type FixAllOutcome, fixAllSafe } from '../../features/fixAll.ts';
import { safeRound } from '../../features/safeRound.ts';
import type { FileSystem, Files } from '../../project/files.ts';
import type { Workspace } from '../../project/workspace.ts';
import type { FileChange } from '../../text/edit.ts';
import { textDifference } from '../../text/textDifference.ts';
import { canApply, type DocumentChange, documentChanges, workspaceEdit } from './edits.ts';
import type { Folder } from './folder.ts';
import type { Place } from './folders.ts';
import { Lines } from './positions.ts';
import { identityOf, problemsAt, rootsThatSee } from './problems.ts';
import { type FixAllResult, fixAllRequest } from './protocol.ts';
import { runSafe } from './runSafe.ts';
import type { Session } from './session.ts';
import { uriOf } from './uris.ts';

/** How often fixes are worked out anew because somebody typed meanwhile. */
const attempts = 5;

/** Answers `vercelPreflight/fixAll`. */
export function serveFixAll(session: Session): void {
  const { connection } = session;
  const onError = new ResponseError<void>(LSPErrorCodes.RequestFailed, 'The fixes could not be worked out.');
  connection.onRequest(fixAllRequest, (params, token: CancellationToken) =>
    runSafe<FixAllResult>(connection, { name: 'Fix all', onError }, token, () => {
      if (params?.uri === undefined) return fixEverything(session);
      const [place] = session.folders.places(params.uri);
      return place ? fixDocument(session, place) : Promise.resolve(resultOf(session, []));
    }),
  );
}

/** The safe fixes of one document that change nothing but that document. */
export async function fixDocument(session: Session, place: Place): Promise<FixAllResult> {
  const { folder, path } = place;
  const allows = ({ changes }: ProblemFix) => changes.every((change) => 'edits' in change && change.path === path);
  const problems = (await problemsAt(place)).map(({ problem }) => problem);
  // On most saves there is nothing to fix; that must cost nothing.
  if (safeRound(problems, allows).size === 0) {
    return resultOf(session, [{ folder, outcome: { files: [], fixed: 0, left: problems } }]);
  }
  const roots = async () => rootsThatSee(await folder.roots(), path);
  const concerns = (problem: Problem) => problem.path === path;
  return resultOf(session, [{ folder, outcome: await fixFolder(session, folder, { roots, concerns, allows }) }]);
}

async function fixEverything(session: Session): Promise<FixAllResult> {
  const outcomes: FolderOutcome[] = [];
  for (const folder of session.folders.all()) {
    if (!(await folder.settings()).enable) continue;
    const scope = {
      roots: () => session.folders.rootsOf(folder),
      concerns: () => true,
      allows: (fix: ProblemFix) => canApply(fix, session.abilities),
    };
    outcomes.push({ folder, outcome: await fixFolder(session, folder, scope) });
  }
  return resultOf(session, outcomes);
}

interface FolderOutcome {
  readonly folder: Folder;
  readonly outcome: FixAllOutcome;
}

interface Scope {
  roots(): Promise<readonly string[]>;
  concerns(problem: Problem): boolean;
  allows(fix: ProblemFix): boolean;
}

async function fixFolder({ grammars }: Session, folder: Folder, scope: Scope): Promise<FixAllOutcome> {
  for (let attempt = 1; ; attempt++) {
    const { generation } = folder;
    const roots = await scope.roots();
    const check = await folder.checker();
    const problems = (files: Files) => {
      const all = roots.flatMap((root) => check(files, root).problems).filter(scope.concerns);
      return [...new Map(all.map((problem) => [identityOf(problem), problem])).values()];
    };
    const files = filesOf(folder.workspace);
    const outcome = await fixAllSafe({ files, grammars, problems, allows: scope.allows });
    if (folder.generation === generation) return outcome;
    if (attempt === attempts) throw new Error('the files kept changing');
  }
}

/** The files of a workspace as they stand in its editors. */
function filesOf(workspace: Workspace): FileSystem {
  return {
    list: async (directory) => (await workspace.ask((files) => files.list(directory))) ?? [],
    read: (path) => workspace.ask((files) => files.source(path)),
    size: (path) => workspace.ask((files) => files.size(path)),
  };
}

function resultOf({ abilities }: Session, outcomes: readonly FolderOutcome[]): FixAllResult {
  const byUri = new Map<string, DocumentChange[]>();
  for (const { folder, outcome } of outcomes) {
    for (const file of outcome.files) {
      const uri = uriOf(folder.uri, file.path);
      // A module that roots of two workspace folders use is changed once.
      if (!byUri.has(uri)) byUri.set(uri, changesFor(folder, file, abilities.positionEncoding));
    }
  }
  return {
    edit: workspaceEdit([...byUri.values()].flat(), abilities),
    fixed: outcomes.reduce((sum, { outcome }) => sum + outcome.fixed, 0),
    left: outcomes.reduce((sum, { outcome }) => sum + outcome.left.length, 0),
  };
}

function changesFor(folder: Folder, file: FileOutcome, encoding: 'utf-16' | 'utf-8'): DocumentChange[] {
  const lines = file.before && new Lines(file.before.text, encoding);
  return documentChanges(folder, changeFor(file), lines);
}

function changeFor({ path, before, after }: FileOutcome): FileChange {
  if (!after) return { path, remove: true };
  if (before?.encoding !== after.encoding) return { path, create: after.text };
  return { path, edits: textDifference(before.text, after.text) };
}

import type { Problem, ProblemFix } from '../check/problem.ts';
import type { Grammars } from '../documents/parsers.ts';
import type { FileSystem, Files } from '../project/files.ts';
import { Workspace } from '../project/workspace.ts';
import { ChangedFiles, type FileOutcome } from './changedFiles.ts';
import { safeRound } from './safeRound.ts';

/** Fixes may lay bare new problems. Two that undo each other must come to an end. */
const mostRounds = 10;

export interface FixAllJob {
  readonly files: FileSystem;
  readonly grammars: Grammars;
  /** The problems that are to be fixed, each once. */
  problems(files: Files): readonly Problem[];
  /** Whether the caller can and may carry out `fix`. */
  allows(fix: ProblemFix): boolean;
}

export interface FixAllOutcome {
  readonly files: readonly FileOutcome[];
  /** How many problems went away. */
  readonly fixed: number;
  /** The problems that stay. */
  readonly left: readonly Problem[];
}

/** Applies safe fixes in memory until none is left to apply. Nothing is written. */
export async function fixAllSafe(job: FixAllJob): Promise<FixAllOutcome> {
  const changed = new ChangedFiles(job.files);
  const workspace = new Workspace(changed, job.grammars);
  let left = await problemsNow(workspace, job);
  let fixed = 0;
  for (let round = 0; round < mostRounds; round++) {
    const paths = await changed.apply(safeRound(left, job.allows));
    if (paths.length === 0) break;
    workspace.forget(paths);
    const now = await problemsNow(workspace, job);
    fixed += goneFrom(left, now);
    left = now;
  }
  return { files: await changed.outcomes(), fixed, left };
}

async function problemsNow(workspace: Workspace, job: FixAllJob): Promise<readonly Problem[]> {
  return (await workspace.ask((files) => job.problems(files))) ?? [];
}

/** How many of the problems `before` are not among those `after`. Their places may have moved, so they are counted. */
function goneFrom(before: readonly Problem[], after: readonly Problem[]): number {
  const counts = new Map<string, number>();
  for (const { rule, path } of before)
    counts.set(`${rule.name} ${path}`, (counts.get(`${rule.name} ${path}`) ?? 0) + 1);
  for (const { rule, path } of after) counts.set(`${rule.name} ${path}`, (counts.get(`${rule.name} ${path}`) ?? 0) - 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.max(0, count), 0);
}

import { checkProject } from '../../check/checkProject.ts';
import type { Problem, ProblemFix } from '../../check/problem.ts';
import { fixAllSafe } from '../../features/fixAll.ts';
import type { Files } from '../../project/files.ts';
import { rootsOf } from './directory.ts';
import { DiskFiles } from './files.ts';
import type { Host } from './host.ts';
import type { CheckSettings, Session } from './session.ts';
import { writeFiles } from './writeFiles.ts';

/** Applies the first fix of each problem, if it is safe or `unsafe` ones are wanted too, until none is left to apply. */
export async function fixFiles(host: Host, session: Session, settings: CheckSettings, unsafe: boolean): Promise<void> {
  const { files, fixed } = await fixAllSafe({
    files: session.files,
    grammars: session.grammars,
    problems: (view) => problemsToFix(view, settings, unsafe),
    allows: (fix) => canWrite(session, fix),
  });
  await writeFiles(session.directory, files, host.stderr);
  if (files.length === 0) await host.stderr('Nothing to fix.\n');
  else await host.stderr(`Fixed ${counted(fixed, 'problem')} in ${counted(files.length, 'file')}.\n`);
}

/** Roots may lie in each other; a problem that two of them have is fixed once. */
function problemsToFix(files: Files, settings: CheckSettings, unsafe: boolean): readonly Problem[] {
  const options = { ...settings, onCrash: () => undefined };
  const all = rootsOf(files).flatMap((root) => checkProject({ root, files }, options).problems);
  const unique = new Map(all.map((problem) => [identity(problem), problem]));
  return unsafe ? [...unique.values()].map(withFirstFixSafe) : [...unique.values()];
}

function identity({ rule, path, span }: Problem): string {
  return `${rule.name} ${span.start} ${span.end} ${path}`;
}

function withFirstFixSafe(problem: Problem): Problem {
  const [first, ...others] = problem.fixes;
  return first ? { ...problem, fixes: [{ ...first, safety: 'safe' }, ...others] } : problem;
}

/** A file that is not valid in its encoding would lose bytes when it is written. */
function canWrite({ files }: Session, { changes }: ProblemFix): boolean {
  return (
    !(files instanceof DiskFiles) || changes.every((change) => !('edits' in change) || files.isFaithful(change.path))
  );
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

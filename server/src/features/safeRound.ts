import type { Problem, ProblemFix } from '../check/problem.ts';
import { editsOverlap, type FileChange } from '../text/edit.ts';

/** Changes by path: one for each file. */
export type Changes = ReadonlyMap<string, FileChange>;

/**
 * The first fix of each problem, if it is safe, in the order of the problems. Where the best fix needs a decision, a
 * lesser one must not forestall it. A fix that touches what an earlier one changes is left for the next round.
 * @param allows leaves out fixes that the caller cannot carry out.
 */
export function safeRound(problems: readonly Problem[], allows: (fix: ProblemFix) => boolean): Changes {
  let accepted: Changes = new Map();
  for (const { fixes } of problems) {
    const first = fixes[0];
    if (first?.safety !== 'safe' || first.changes.length === 0 || !allows(first)) continue;
    accepted = withFix(accepted, first) ?? accepted;
  }
  return accepted;
}

/** The changes of one fix by path, or `undefined` when they contradict each other. */
export function changesOf(fix: ProblemFix): Changes | undefined {
  return withFix(new Map(), fix);
}

/** `accepted` and the whole of `fix`, or `undefined` when the two collide. */
function withFix(accepted: Changes, fix: ProblemFix): Changes | undefined {
  const result = new Map(accepted);
  for (const change of fix.changes) {
    const both = combined(result.get(change.path), change);
    if (!both) return undefined;
    result.set(change.path, both);
  }
  return result;
}

function combined(before: FileChange | undefined, change: FileChange): FileChange | undefined {
  if (!before) return change;
  if (!('edits' in before) || !('edits' in change) || editsOverlap(before.edits, change.edits)) return undefined;
  return { path: change.path, edits: [...before.edits, ...change.edits] };
}

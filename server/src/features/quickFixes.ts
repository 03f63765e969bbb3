import type { Problem, ProblemFix } from '../check/problem.ts';
import { type Span, touches } from '../text/span.ts';

/** One entry of the light bulb's menu. */
export interface QuickFix {
  readonly problem: Problem;
  readonly fix: ProblemFix;
  /** Whether an editor may apply it without asking: the first fix of its problem, if that is safe. */
  readonly isPreferred: boolean;
}

/** Every fix for a problem that touches `span`, by problem, best first within each. */
export function quickFixes(problems: readonly Problem[], span: Span): QuickFix[] {
  return problems
    .filter((problem) => touches(problem.span, span))
    .flatMap((problem) =>
      problem.fixes.map((fix, index) => ({ problem, fix, isPreferred: index === 0 && fix.safety === 'safe' })),
    );
}

import type { Fix, RelatedPlace, Rule, Severity } from '../rules/rule.ts';
import type { FileChange } from '../text/edit.ts';
import type { Span } from '../text/span.ts';

/** A finding with all that is needed to show it. */
export interface Problem {
  readonly rule: Rule;
  readonly path: string;
  readonly span: Span;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly ProblemFix[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** A fix with every change named by its path. */
export interface ProblemFix {
  readonly title: string;
  readonly safety: Fix['safety'];
  readonly changes: readonly FileChange[];
}

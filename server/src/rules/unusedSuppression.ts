import type { Span } from '../text/span.ts';

/** A name in a comment such as `# preflight: ignore[name]`, or in `per-file-ignores`, for which nothing was left unsaid. */
export interface UnusedSuppression {
  readonly path: string;
  /** The name of the rule as it is written. */
  readonly name: string;
  readonly span: Span;
  readonly in: 'comment' | 'configuration';
  /** Whether any rule has that name. */
  readonly isKnown: boolean;
  /** The comment, from `#` to `]`; absent in the configuration. */
  readonly comment?: Span;
  /** All names there are unused, so the comment or the pair can go as a whole. */
  readonly isWhole: boolean;
}

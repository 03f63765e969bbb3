import type { Problem, ProblemFix } from '../check/problem.ts';
import type { Severity } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import type { LogPlace, Unexplained } from './analysis.ts';
import type { Era } from './era.ts';
import type { Signature } from './signature.ts';
import type { Outcome } from './suspects.ts';

/** One possible cause, in the reader's own values. */
export interface EntryCause {
  readonly cause: string;
  readonly advice: string;
  /** What would decide, where the project's files do not. */
  readonly decides?: string;
  /** What the rules report in the project's files about this cause; none without a project. */
  readonly problems: readonly Problem[];
}

/** A place in the project. */
export interface ProjectPlace {
  readonly path: string;
  readonly span: Span;
}

/** One finding of the log, explained. */
export interface LogEntry {
  readonly signature: Signature;
  /** The verdict, what had a part in it, or what is merely worth knowing. */
  readonly part: 'verdict' | 'contributing' | 'note';
  readonly severity: Severity;
  readonly title: string;
  /** The characters of the log that say so. */
  readonly place: LogPlace;
  /** The line of output, secrets hidden. */
  readonly evidence: string;
  /** How often the log says it. */
  readonly count: number;
  /** The likeliest first; one where the files, or the log, prove it. */
  readonly causes: readonly EntryCause[];
  /** Whether the first cause is proven rather than likely. */
  readonly isCertain: boolean;
  /** What is different in a deployment of today. */
  readonly today?: string;
  /** Where in the project it comes from. */
  readonly blame?: ProjectPlace;
  /** Name of the rule that reports it there, or that would have. */
  readonly rule?: string;
  readonly fixes: readonly ProblemFix[];
}

/** A log, explained. */
export interface LogReport {
  readonly era: Era;
  readonly outcome: Outcome | undefined;
  readonly lineCount: number;
  /** The verdict first, then what contributed, then notes, each in the order of the log. */
  readonly entries: readonly LogEntry[];
  readonly unexplained: { readonly count: number; readonly first: readonly Unexplained[] };
}

/** The entry that says why it failed; `undefined` where nothing in the log proves a reason. */
export function verdictOf({ entries }: LogReport): LogEntry | undefined {
  return entries.find(({ part }) => part === 'verdict');
}

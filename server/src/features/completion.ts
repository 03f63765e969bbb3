import type { Span } from '../text/span.ts';

/** One entry of a completion list. */
export interface Completion {
  readonly label: string;
  readonly kind: 'key' | 'rule' | 'word' | 'snippet' | 'file' | 'package' | 'version';
  /** What is replaced; it ends at or behind the caret. */
  readonly span: Span;
  readonly newText: string;
  /** Whether `newText` has places to fill in, in the syntax of snippets. */
  readonly isSnippet?: true;
  /** Where a comma has to be put as well; before `span`. */
  readonly comma?: number;
  /** What is compared with what stands in `span`, where that is not the label. */
  readonly filterText?: string;
  /** Plain text beside the label. */
  readonly detail: string;
  /** Markdown. */
  readonly documentation: string;
}

/** What an editor shows beside the pointer. */
export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

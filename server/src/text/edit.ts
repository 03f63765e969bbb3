import type { Span } from './span.ts';

/** Replaces the characters of `span` by `newText`. An empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** What a fix does to one file. `path` is relative to the workspace folder, with `/`. */
export type FileChange =
  | { readonly path: string; readonly edits: readonly TextEdit[] }
  /** Writes the whole file as UTF-8 without a byte order mark, over any file that is there. */
  | { readonly path: string; readonly create: string }
  | { readonly path: string; readonly remove: true };

/**
 * `text` with all `edits` made. The order of the edits does not matter; two insertions at one place keep theirs.
 * @throws RangeError when edits overlap or lie outside the text: a fix that does so is a defect.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || a.index - b.index);
  let result = '';
  let at = 0;
  for (const { span, newText } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new RangeError(`edit ${span.start}-${span.end} overlaps another one or lies outside the text`);
    }
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Whether the two lists of edits touch the same characters, or insert at the same place. */
export function editsOverlap(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.some((x) => b.some((y) => overlaps(x.span, y.span)));
}

function overlaps(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}

import { applyEdits, type TextEdit } from './edit.ts';
import { lineEndingOf } from './lines.ts';

/**
 * `edits` so that the text ends as it did before: with a line ending where it had one, else without. A text that is
 * empty, before or after, stays as it is.
 * @throws RangeError as `applyEdits` does.
 */
export function keepingFinalNewline(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const after = applyEdits(text, edits);
  if (text === '' || after === '' || endsLine(text) === endsLine(after)) return edits;
  const end = text.length;
  if (endsLine(text)) return [...edits, { span: { start: end, end }, newText: lineEndingOf(text) }];
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const last = ordered.pop();
  if (!last) return edits;
  const newText = last.newText.replace(/[\r\n]+$/, '');
  const least = ordered.at(-1)?.span.end ?? 0;
  const blank = newText === '' ? (/[\r\n]+$/.exec(text.slice(least, last.span.start))?.[0].length ?? 0) : 0;
  return [...ordered, { span: { start: last.span.start - blank, end: last.span.end }, newText }];
}

function endsLine(text: string): boolean {
  return /[\r\n]$/.test(text);
}

import type { Span } from './span.ts';

/** The line that holds `offset`, without its line ending. */
export function lineAt(text: string, offset: number): Span {
  // `lastIndexOf` takes a negative place for the first one, so the first line is a case of its own.
  const start = offset === 0 ? 0 : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const end = text.slice(start).search(/[\r\n]/);
  return { start, end: end < 0 ? text.length : start + end };
}

/** The lines that `span` touches, with the last one's ending: what to delete so that no empty line is left. */
export function fullLines(text: string, span: Span): Span {
  const { start } = lineAt(text, span.start);
  const { end } = lineAt(text, span.end);
  const ending = /^(\r\n|\r|\n)/.exec(text.slice(end))?.[0] ?? '';
  return { start, end: end + ending.length };
}

/** The line ending that `text` uses: that of its first line, `\n` where it has only one. */
export function lineEndingOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** The white space at the start of the line that holds `offset`. */
export function indentationAt(text: string, offset: number): string {
  const { start, end } = lineAt(text, offset);
  return /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? '';
}

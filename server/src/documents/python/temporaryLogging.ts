import type { TextEdit } from '../../text/edit.ts';
import { fullLines } from '../../text/lines.ts';
import { type Span, textAt } from '../../text/span.ts';
import type { PythonDocument } from './document.ts';

/** What every line of temporary logging ends with. It is no suppression: those say `ignore`. */
export const temporaryMark = '# preflight: temporary';

/** The function that the lines call. No module of somebody else has it. */
export const temporaryLog = '_preflight_log';

/**
 * The lines of temporary logging in a module, each with its ending. A line counts where the comment at its end is the mark
 * and the code before it is of ours, so that text in a string and lines of somebody else stay.
 */
export function temporaryLines({ text, comments }: PythonDocument): readonly Span[] {
  if (!text.includes(temporaryMark)) return [];
  return comments.flatMap((comment) => {
    if (textAt(text, comment).trimEnd() !== temporaryMark) return [];
    const line = fullLines(text, comment);
    return text.slice(line.start, comment.start).includes('_preflight_') ? [line] : [];
  });
}

/** The edits that take temporary logging out of a module: nothing else changes, and none of its lines is left. */
export function withoutTemporaryLogging(document: PythonDocument): readonly TextEdit[] {
  return runsOf(temporaryLines(document)).map((run) => ({ span: closed(document.text, run), newText: '' }));
}

/** Lines that follow each other as one span. */
function runsOf(lines: readonly Span[]): Span[] {
  const runs: Span[] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last?.end === line.start) runs[runs.length - 1] = { start: last.start, end: line.end };
    else runs.push(line);
  }
  return runs;
}

/** At the end of a text without a final newline the lines brought the newline in front of them along. */
function closed(text: string, { start, end }: Span): Span {
  if (end < text.length || /[\r\n]$/.test(text)) return { start, end };
  const before = /(?:\r\n|\r|\n)$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { start: start - before, end };
}

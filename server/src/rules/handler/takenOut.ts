import type { PythonDocument } from '../../documents/python/document.ts';
import type { Node } from '../../documents/python/syntax.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineAt } from '../../text/lines.ts';
import { type Span, textAt } from '../../text/span.ts';
import { commentBehind, commentsOf, removalOf } from './textPieces.ts';

/** A statement that is taken out, with the comments that belong to it. */
export interface TakenOut {
  readonly edit: TextEdit;
  /** The comments directly above it and behind it, each a line. */
  readonly comments: readonly string[];
}

/**
 * Takes out `statement` and the comments around it, so that they can be put elsewhere.
 * @param keeps a part of it whose comments are written elsewhere as they are.
 */
export function takenOut(document: PythonDocument, { span }: Node<string>, keeps?: Span): TakenOut | undefined {
  const { text } = document;
  const behind = commentBehind(document, span);
  const around = [...commentsAbove(document, span), ...(behind ? [behind] : [])];
  const [first] = around;
  const start = Math.min(first?.start ?? span.start, span.start);
  const whole = { start, end: behind?.end ?? span.end };
  const edit = removalOf(document, whole, [...around, ...(keeps ? [keeps] : [])]);
  return edit && { edit, comments: around.map((comment) => textAt(text, comment).trimEnd()) };
}

/** The comments on the lines directly above `span`, each alone on its line. */
function commentsAbove(document: PythonDocument, span: Span): Span[] {
  const { text } = document;
  const found: Span[] = [];
  let top = lineAt(text, span.start).start;
  for (const comment of [...commentsOf(document)].reverse()) {
    if (comment.start >= top) continue;
    const line = lineAt(text, comment.start);
    if (line.start !== comment.start || !/^(?:\r\n|\r|\n)$/.test(text.slice(line.end, top))) break;
    found.unshift(comment);
    top = line.start;
  }
  return isHead(text, found) ? [] : found;
}

/** Whether the comments are those at the start of a file, which speak of the file. */
function isHead(text: string, [first]: readonly Span[]): boolean {
  return first !== undefined && text.slice(0, first.start).trim() === '';
}

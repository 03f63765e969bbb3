import type { PythonDocument } from '../../documents/python/document.ts';
import type { Node } from '../../documents/python/syntax.ts';
import type { TextEdit } from '../../text/edit.ts';
import { fullLines, indentationAt, lineAt } from '../../text/lines.ts';
import { contains, type Span, textAt } from '../../text/span.ts';
import { hasLongString } from './names.ts';

/**
 * The text of `node` as it reads at the left margin.
 * @param source what to take for its text, where something in it is replaced.
 */
export function textAtMargin({ text }: PythonDocument, node: Node<string>, source = textAt(text, node.span)): string {
  const indentation = indentationAt(text, node.span.start);
  if (indentation === '' || hasLongString(node, text)) return source;
  return source.replace(new RegExp(`(?<=[\\r\\n])${indentation}`, 'g'), '');
}

/** Every comment, without the carriage return that the grammar takes for a part of it. */
export function commentsOf({ text, comments }: PythonDocument): readonly Span[] {
  return comments.map(({ start, end }) => ({ start, end: text[end - 1] === '\r' ? end - 1 : end }));
}

/** The comment that follows on the line on which `span` ends. */
export function commentBehind(document: PythonDocument, span: Span): Span | undefined {
  const line = lineAt(document.text, span.end);
  return commentsOf(document).find(({ start }) => start >= span.end && start < line.end);
}

/** What one level of indentation is in the module: that of its first function or class, else a tab where lines begin with one, else four spaces. */
export function indentationUnit({ text, statements }: PythonDocument): string {
  for (const statement of statements) {
    const [first] = statement.kind === 'function' || statement.kind === 'class' ? statement.body : [];
    const unit = first && indentationAt(text, first.span.start);
    if (unit) return unit;
  }
  return /^\t/m.test(text) ? '\t' : '    ';
}

/** Whether nothing else but a comment stands on the lines of `span`. */
export function standsAlone(document: PythonDocument, span: Span): boolean {
  const { text } = document;
  const before = text.slice(lineAt(text, span.start).start, span.start);
  const end = commentBehind(document, span)?.start ?? lineAt(text, span.end).end;
  return before.trim() === '' && text.slice(span.end, end).trim() === '';
}

/**
 * Takes out the statement at `span`, its line and the blank lines that would be left over. A comment behind it stays, on
 * a line of its own. `undefined` where another statement is on its line, or a comment inside it would be lost.
 * @param keeps places whose comments are written elsewhere.
 */
export function removalOf(document: PythonDocument, span: Span, keeps: readonly Span[] = []): TextEdit | undefined {
  if (!standsAlone(document, span)) return undefined;
  const isKept = (found: Span) => keeps.some((place) => contains(place, found));
  const inner = commentsOf(document).filter((found) => contains(span, found) && !isKept(found));
  if (inner.length > 0) return undefined;
  const comment = commentBehind(document, span);
  if (comment) return { span: { start: span.start, end: comment.start }, newText: '' };
  const { text } = document;
  const lines = fullLines(text, span);
  const blankBefore =
    /(?:^|(?<=\n|\r(?!\n)))(?:[ \t]*(?:\r\n|\r|\n))+$/.exec(text.slice(0, lines.start))?.[0].length ?? 0;
  const blankAfter = /^(?:[ \t]*(?:\r\n|\r|\n))+/.exec(text.slice(lines.end))?.[0].length ?? 0;
  const isLast = text.slice(lines.end).trim() === '';
  const isSpaced = blankBefore > 0 || lines.start === 0;
  if (isLast) return { span: { start: lines.start - blankBefore, end: text.length }, newText: '' };
  return { span: { start: lines.start, end: lines.end + (isSpaced ? blankAfter : 0) }, newText: '' };
}

/**
 * `edits` with deletions that overlap made one, as two statements side by side both take the blank lines between them;
 * no blank lines are left at the end of the file.
 */
export function merged({ text }: PythonDocument, edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const last = result.at(-1);
    if (last?.newText !== '' || edit.newText !== '' || edit.span.start > last.span.end) result.push(edit);
    else result[result.length - 1] = deletion(last.span.start, Math.max(last.span.end, edit.span.end));
  }
  const last = result.at(-1);
  if (last?.newText !== '' || last.span.end !== text.length) return result;
  const least = result.at(-2)?.span.end ?? 0;
  const blank = /(?<=\n|\r(?!\n))(?:[ \t]*(?:\r\n|\r|\n))+$/.exec(text.slice(least, last.span.start))?.[0].length ?? 0;
  return [...result.slice(0, -1), deletion(last.span.start - blank, text.length)];
}

function deletion(start: number, end: number): TextEdit {
  return { span: { start, end }, newText: '' };
}

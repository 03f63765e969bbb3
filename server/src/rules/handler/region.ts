import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings } from '../../documents/python/scope.ts';
import type { FunctionDefinition, Node, Statement, StringLiteral } from '../../documents/python/syntax.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineAt, lineEndingOf } from '../../text/lines.ts';
import { contains, type Span } from '../../text/span.ts';
import { namesIn } from './names.ts';
import { commentsOf, removalOf, textAtMargin } from './textPieces.ts';

/** The function with its decorators, and with the comments behind it that belong to it: on its last line, or indented. */
export function regionOf(document: PythonDocument, { span }: FunctionDefinition): Span {
  const { text } = document;
  const last = span.end - (text[span.end - 1] === '\r' ? 1 : 0);
  let { end } = lineAt(text, last);
  for (const comment of commentsOf(document)) {
    if (comment.start < end) continue;
    const between = text.slice(end, comment.start);
    if (between.trim() !== '' || !/[ \t]$/.test(between)) break;
    end = comment.end;
  }
  return { start: span.start, end };
}

/**
 * Puts `lines` in the place of the function, or below what binds the last of the names that they `need`: a function is
 * free to stand above that, a statement is not.
 */
export function replacementOf(
  document: PythonDocument,
  definition: FunctionDefinition,
  { lines, needs }: { readonly lines: readonly string[]; readonly needs: readonly Node<string>[] },
): readonly TextEdit[] | undefined {
  const region = regionOf(document, definition);
  const ending = lineEndingOf(document.text);
  const below = lastNeeded(document, needs, region.end);
  if (!below) return [{ span: region, newText: lines.join(ending) }];
  const { end } = lineAt(document.text, below.span.end);
  const removal = removalOf(document, region, [region]);
  return removal && [removal, { span: { start: end, end }, newText: [''].concat(lines).join(ending) }];
}

/** The last statement behind `offset` that binds a name in `needs`. */
export function lastNeeded(
  document: PythonDocument,
  needs: readonly Node<string>[],
  offset: number,
): Statement | undefined {
  const names = new Set(namesIn(needs).map(({ id }) => id));
  return bindings(document).findLast(({ name, span }) => names.has(name) && span.start > offset)?.statement;
}

/**
 * The lines that stay of a function: its docstring as comments, its comments, and the statements `kept` but for the
 * last one that is an expression, in their order and at the left margin. Comments inside what is kept stay there.
 */
export function linesKept(
  document: PythonDocument,
  { definition }: { readonly definition: FunctionDefinition },
  kept: readonly Node<string>[],
  { docstring }: { readonly docstring?: StringLiteral },
): string[] {
  const { text } = document;
  const region = regionOf(document, definition);
  const loose = commentsOf(document).filter(
    (comment) => contains(region, comment) && !kept.some(({ span }) => contains(span, comment)),
  );
  const pieces = [
    ...loose.map(({ start, end }) => ({ start, lines: [text.slice(start, end).trimEnd()] })),
    ...kept
      .filter(({ kind }) => kind !== 'call')
      .map((node) => ({ start: node.span.start, lines: [textAtMargin(document, node)] })),
    ...(docstring ? [{ start: docstring.span.start, lines: commentLines(docstring.value ?? '') }] : []),
  ];
  return pieces.sort((a, b) => a.start - b.start).flatMap(({ lines }) => lines);
}

/** A docstring as comments: without the blank lines around it and the indentation of its lines. */
function commentLines(docstring: string): string[] {
  const lines = docstring.split(/\r\n|[\r\n\f\v\u0085\u2028\u2029]/).map((line) => line.trimEnd());
  while (lines[0]?.trim() === '') lines.shift();
  while (lines.at(-1)?.trim() === '') lines.pop();
  const depths = lines.slice(1).flatMap((line) => (line ? [line.length - line.trimStart().length] : []));
  const depth = depths.length > 0 ? Math.min(...depths) : 0;
  const rest = lines.slice(1).map((line) => line.slice(depth));
  const [first = ''] = lines;
  return lines.length === 0 ? [] : [first.trimStart(), ...rest].map((line) => (line ? `# ${line}` : '#'));
}

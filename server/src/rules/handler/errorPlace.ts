import type { PythonDocument } from '../../documents/python/document.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { firstError } from './names.ts';

/** The line on which a module that does not parse goes wrong; its first line where that cannot be told. */
export function errorPlace(document: PythonDocument): Span {
  const { text, statements } = document;
  const start = unmatchedBracket(text) ?? firstError(document)?.span.start ?? statements[0]?.span.start ?? 0;
  const line = lineAt(text, start);
  const source = text.slice(line.start, line.end);
  return { start: line.start + source.length - source.trimStart().length, end: line.start + source.trimEnd().length };
}

/** Strings and comments, in which brackets do not count, and brackets. */
const token = /("""|''')(?:\\.|[^\\])*?\1|"(?:\\.|[^"\\\r\n])*"|'(?:\\.|[^'\\\r\n])*'|#[^\r\n]*|[()[\]{}]/gs;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The first bracket that is closed by another one, by none, or that closes none. */
function unmatchedBracket(text: string): number | undefined {
  const open: { readonly at: number; readonly closedBy: string }[] = [];
  for (const { 0: found, index } of text.matchAll(token)) {
    if (found.length > 1) continue;
    const closedBy = closing[found];
    if (closedBy !== undefined) open.push({ at: index, closedBy });
    else {
      const last = open.pop();
      if (last?.closedBy !== found) return last?.at ?? index;
    }
  }
  return open[0]?.at;
}

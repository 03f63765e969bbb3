import type { PythonDocument } from '../../documents/python/document.ts';
import type { FunctionDefinition, Import, ImportFrom, Statement } from '../../documents/python/syntax.ts';
import type { TextEdit } from '../../text/edit.ts';
import { fullLines, indentationAt, lineAt, lineEndingOf } from '../../text/lines.ts';
import { contains, type Span, textAt } from '../../text/span.ts';

/** An import moved into the function that uses it. */
export interface MovedImport {
  /** The name of the function. */
  readonly into: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Moves an import at top level into the one function whose body uses all its names. `undefined` where there is no such
 * function, where the name stands anywhere else (in an annotation, in `__all__`), and where other code shares the lines.
 */
export function movedImport(document: PythonDocument, statement: Import | ImportFrom): MovedImport | undefined {
  const { text } = document;
  const line = lineAt(text, statement.span.start);
  if (!document.statements.includes(statement) || line.start !== statement.span.start) return undefined;
  if (statement.span.end > line.end || !/^[ \t]*(?:#.*)?$/.test(text.slice(statement.span.end, line.end)))
    return undefined;
  const user = onlyUser(document, statement);
  const place = user && firstLine(text, user);
  if (!user || place === undefined) return undefined;
  const moved = `${indentationAt(text, place)}${textAt(text, line).trimEnd()}${lineEndingOf(text)}`;
  const at = lineAt(text, place).start;
  return {
    into: user.name,
    edits: [
      { span: fullLines(text, statement.span), newText: '' },
      { span: { start: at, end: at }, newText: moved },
    ],
  };
}

function onlyUser(document: PythonDocument, statement: Import | ImportFrom): FunctionDefinition | undefined {
  if (statement.kind === 'importFrom' && statement.star) return undefined;
  const uses = statement.names.map(({ alias, name }) => usesOf(document, alias ?? name.split('.')[0] ?? '', statement));
  if (uses.length === 0 || uses.some((places) => places.length === 0)) return undefined;
  return functionsIn(document.statements).find((definition) => {
    const body = { start: definition.headerSpan.end, end: definition.span.end };
    const declares = /\b(?:global|nonlocal)\b/.test(textAt(document.text, body));
    return !declares && uses.flat().every((place) => contains(body, place));
  });
}

/** Where the name stands beside the import itself, strings included and comments not. */
function usesOf({ text, comments }: PythonDocument, name: string, { span }: Statement): Span[] {
  return [...text.matchAll(new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'g'))]
    .map(({ index }) => ({ start: index, end: index + name.length }))
    .filter((place) => !contains(span, place) && !comments.some((comment) => contains(comment, place)));
}

/** Functions at top level and methods of classes there. */
function functionsIn(statements: readonly Statement[]): FunctionDefinition[] {
  return statements.flatMap((statement) => {
    if (statement.kind === 'function') return [statement];
    return statement.kind === 'class' ? functionsIn(statement.body) : [];
  });
}

/** Where the first statement behind the docstring starts, if it starts a line. */
function firstLine(text: string, { body }: FunctionDefinition): number | undefined {
  const [first, second] = body;
  const isDocstring = first?.kind === 'expression' && first.expression.kind === 'string';
  const start = (isDocstring ? second : first)?.span.start;
  if (start === undefined) return undefined;
  return text.slice(lineAt(text, start).start, start).trim() === '' ? start : undefined;
}

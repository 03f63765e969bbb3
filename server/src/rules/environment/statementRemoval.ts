import type { PythonDocument } from '../../documents/python/document.ts';
import { importTimeStatements } from '../../documents/python/scope.ts';
import type { Import, ImportedName, ImportFrom, Statement, Try } from '../../documents/python/syntax.ts';
import type { TextEdit } from '../../text/edit.ts';
import { fullLines, lineAt } from '../../text/lines.ts';
import { contains, type Span } from '../../text/span.ts';

/**
 * Removes `statement`, which stands at import, and the imports that nothing else needs. With them goes a `try` that does
 * nothing else. `undefined` where a body would be left empty, or where other code shares the lines.
 */
export function removalOf(document: PythonDocument, statement: Statement): TextEdit[] | undefined {
  const imports = importsOf(document).filter((found) => unusedNames(document, found, statement).length > 0);
  const whole = imports.filter((found) => unusedNames(document, found, statement).length === found.names.length);
  const removed = withBodies(document, [statement, ...whole]);
  if (!removed?.every(({ span }) => hasLinesToItself(document, span))) return undefined;
  const partly = imports.filter((found) => !removed.some(({ span }) => contains(span, found.span)));
  const names = partly.flatMap((found) => nameRemovals(found, unusedNames(document, found, statement)));
  return [
    ...lineRemovals(
      document,
      removed.map(({ span }) => span),
    ),
    ...names,
  ];
}

function importsOf(document: PythonDocument): (Import | ImportFrom)[] {
  return [...importTimeStatements(document)].flatMap(({ statement }) =>
    statement.kind === 'import' || (statement.kind === 'importFrom' && !statement.star) ? [statement] : [],
  );
}

/** The imported names that stand nowhere but in the import and in `statement`, and in the latter at least once. */
function unusedNames(
  { text, comments }: PythonDocument,
  found: Import | ImportFrom,
  statement: Statement,
): ImportedName[] {
  return found.names.filter((imported) => {
    const name = imported.alias ?? imported.name.split('.')[0] ?? '';
    const uses = [...text.matchAll(new RegExp(`(?<![\\w.])${name}(?!\\w)`, 'g'))].filter(
      ({ index }) => !contains(found.span, at(index)) && !comments.some((comment) => contains(comment, at(index))),
    );
    return uses.length > 0 && uses.every(({ index }) => contains(statement.span, at(index)));
  });
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}

/** The statements to remove: instead of all that a `try` does, the `try`. */
function withBodies(document: PythonDocument, statements: readonly Statement[]): Statement[] | undefined {
  const blocks = [...importTimeStatements(document)].flatMap(({ statement }) =>
    blocksOf(statement).map((body) => ({ statement, body })),
  );
  for (const { statement, body } of blocks) {
    const left = body.filter((child) => !statements.includes(child));
    if (left.length === body.length || left.length > 0) continue;
    if (statement.kind !== 'try' || !isHarmless(statement)) return undefined;
    return [...statements.filter(({ span }) => !contains(statement.span, span)), statement];
  }
  return [...statements];
}

function blocksOf(statement: Statement): (readonly Statement[])[] {
  switch (statement.kind) {
    case 'if':
      return statement.branches.map(({ body }) => body);
    case 'try':
      return [statement.body, ...statement.handlers.map(({ body }) => body), statement.orelse, statement.finalbody];
    case 'with':
    case 'class':
    case 'for':
    case 'while':
      return [statement.body];
    default:
      return [];
  }
}

/** Whether nothing but its body does something: the handlers pass, and there is no `else` and no `finally`. */
function isHarmless({ handlers, orelse, finalbody }: Try): boolean {
  const passes = handlers.every(({ body }) =>
    body.every(({ kind, ...rest }) => kind === 'otherStatement' && 'keyword' in rest && rest.keyword === 'pass'),
  );
  return passes && orelse.length === 0 && finalbody.length === 0;
}

function hasLinesToItself({ text }: PythonDocument, { start, end }: Span): boolean {
  const before = text.slice(lineAt(text, start).start, start);
  const behind = text.slice(end, lineAt(text, end).end);
  return before.trim() === '' && /^[ \t]*(?:#.*)?$/.test(behind);
}

/** The lines of each span, and the blank line behind them where nothing, or a blank line, stands before them. */
function lineRemovals({ text }: PythonDocument, spans: readonly Span[]): TextEdit[] {
  let previous = { end: 0, takesBlank: true };
  return [...spans]
    .sort((one, other) => one.start - other.start)
    .map((span) => {
      const { start, end } = fullLines(text, span);
      const behindBlank = /\n[ \t]*\r?\n$/.test(text.slice(0, start));
      const takesBlank = behindBlank || (start === previous.end && previous.takesBlank);
      const blank = takesBlank ? (/^[ \t]*\r?\n/.exec(text.slice(end))?.[0].length ?? 0) : 0;
      previous = { end: end + blank, takesBlank };
      return { span: { start, end: end + blank }, newText: '' };
    });
}

/** Takes names out of an import that keeps others, each with the comma that sets it off. */
function nameRemovals({ names }: Import | ImportFrom, removed: readonly ImportedName[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let first = 0; first < names.length; first++) {
    let last = first;
    while (removed.includes(names[last] as ImportedName)) last++;
    if (last === first) continue;
    const next = names[last];
    const start = next ? names[first]?.span.start : names[first - 1]?.span.end;
    const end = next ? next.span.start : names[last - 1]?.span.end;
    if (start !== undefined && end !== undefined) edits.push({ span: { start, end }, newText: '' });
    first = last;
  }
  return edits;
}

import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings } from '../../documents/python/scope.ts';
import type { Expression, ImportFrom, Statement, Try } from '../../documents/python/syntax.ts';
import type { TextEdit } from '../../text/edit.ts';
import { indentationAt, lineAt, lineEndingOf } from '../../text/lines.ts';
import { contains, type Span, textAt } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import { hasLongString, namesIn } from './names.ts';
import { commentsOf, standsAlone } from './textPieces.ts';

/** The ways to bring the application of `binding` to where Vercel looks. */
export function hoistFixes(document: PythonDocument, binding: Binding): Fix[] {
  const { name, statement } = binding;
  const hoisted = unpacked(document, binding) ?? outOfBlock(document, binding);
  const again = lineBehind(document, statement, `${name} = ${name}`);
  return [
    ...(hoisted ? [{ title: `Bind \`${name}\` at top level`, safety: 'unsafe' as const, edits: [hoisted] }] : []),
    { title: `Add \`${name} = ${name}\` at top level`, safety: 'unsafe', edits: [again] },
  ];
}

/** Imports the application by its name as well. */
export function starFix(document: PythonDocument, statement: ImportFrom, name: string): Fix {
  const line = `from ${textAt(document.text, statement.moduleSpan)} import ${name}`;
  return { title: `Import \`${name}\` by name`, safety: 'unsafe', edits: [lineBehind(document, statement, line)] };
}

function lineBehind({ text }: PythonDocument, { span }: Statement, line: string): TextEdit {
  const { end } = lineAt(text, span.end);
  return { span: { start: end, end }, newText: `${lineEndingOf(text)}${line}` };
}

/** `app, x = a, b` on two lines. */
function unpacked(document: PythonDocument, { statement, tuple }: Binding): TextEdit | undefined {
  if (!tuple || statement.kind !== 'assignment' || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  const { value, span } = statement;
  const [left, right] = [elementsOf(target), elementsOf(value)];
  if (!left || !right || left.length !== right.length || !standsAlone(document, span)) return undefined;
  const own = new Set(namesIn(left).map(({ id }) => id));
  const { text, comments } = document;
  if (namesIn(right).some(({ id }) => own.has(id)) || comments.some((comment) => contains(span, comment)))
    return undefined;
  const lines = left.map((name, index) => `${textAt(text, name.span)} = ${textOf(text, right[index])}`);
  return { span, newText: lines.join(lineEndingOf(text)) };
}

/** The elements of a tuple or list whose text is on one line each and needs no parentheses. */
function elementsOf(expression: Expression | undefined): readonly Expression[] | undefined {
  if (expression?.kind !== 'tuple' && expression?.kind !== 'list') return undefined;
  return expression.elements.some(({ kind }) => kind === 'other' || kind === 'tuple') ? undefined : expression.elements;
}

function textOf(text: string, expression: Expression | undefined): string {
  const source = expression ? textAt(text, expression.span) : '';
  return /[\r\n]/.test(source) ? `(${source})` : source;
}

/** The body of `if True:`, or of a `try` that has nothing to offer in place of the application. */
function outOfBlock(document: PythonDocument, { statement, name, span }: Binding): TextEdit | undefined {
  const body = statement.kind === 'try' ? bodyOfTry(document, statement, name) : bodyOfIf(statement);
  const [first, last] = [body?.[0], body?.at(-1)];
  if (!body?.some((inner) => contains(inner.span, span) && isSimple(inner)) || !first || !last) return undefined;
  const { text } = document;
  const comments = commentsOf(document);
  const head = lineAt(text, statement.span.start).end;
  const above = comments.find(({ start }) => start > head && start < first.span.start);
  const place: Span = { start: (above ?? first.span).start, end: lineAt(text, last.span.end).end };
  const lost = comments.some((comment) => contains(statement.span, comment) && !contains(place, comment));
  if (lost || body.some((inner) => hasLongString(inner, text))) return undefined;
  const indentation = indentationAt(text, first.span.start);
  const source = textAt(text, place).replace(new RegExp(`(?<=[\\r\\n])${indentation}`, 'g'), '');
  const { end } = statement.span;
  return { span: { start: statement.span.start, end: Math.max(end, place.end) }, newText: source };
}

function isSimple({ kind }: Statement): boolean {
  return kind === 'assignment' || kind === 'importFrom' || kind === 'function';
}

function bodyOfIf(statement: Statement): readonly Statement[] | undefined {
  if (statement.kind !== 'if' || statement.branches.length !== 1) return undefined;
  const [branch] = statement.branches;
  return branch?.test?.kind === 'constant' && branch.test.value === true ? branch.body : undefined;
}

function bodyOfTry(document: PythonDocument, statement: Try, name: string): readonly Statement[] | undefined {
  const { body, handlers, orelse, finalbody } = statement;
  if (orelse.length > 0 || finalbody.length > 0) return undefined;
  const others = handlers.flatMap((handler) => handler.body);
  const isSilent = others.every((inner) => onlyComplains(inner) || bindsNothing(inner, name));
  const bound = bindings(document).filter(({ span }) => others.some((inner) => contains(inner.span, span)));
  return isSilent && bound.every((binding) => binding.value?.kind === 'constant') ? body : undefined;
}

/** `raise`, `pass`, `print(…)`, `logging.error(…)`, `sys.exit(1)` */
function onlyComplains({ kind, ...statement }: Statement): boolean {
  if (kind === 'raise') return true;
  if (kind === 'otherStatement') return 'keyword' in statement && statement.keyword === 'pass';
  return kind === 'expression';
}

/** `app = None` */
function bindsNothing(statement: Statement, name: string): boolean {
  if (statement.kind !== 'assignment' || statement.value?.kind !== 'constant') return false;
  return statement.targets.every((target) => target.kind === 'name' && target.id === name);
}

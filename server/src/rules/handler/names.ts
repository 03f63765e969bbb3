import type { PythonDocument } from '../../documents/python/document.ts';
import { perStatement } from '../../documents/python/perStatement.ts';
import type { Expression, Name, OtherStatement, StringLiteral } from '../../documents/python/syntax.ts';
import { contains, type Span } from '../../text/span.ts';

/** Calls `visit` with `node` and everything below it that has a kind: statements and expressions, in no set order. */
function walk(node: unknown, visit: (node: { readonly kind: unknown }) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('kind' in node) visit(node);
  for (const child of Object.values(node)) walk(child, visit);
}

/** Every name in `node`, a statement or an expression or a list of them, that is read or assigned to. */
export function namesIn(node: object): Name[] {
  const names: Name[] = [];
  walk(node, (found) => {
    if (isName(found)) names.push(found);
  });
  return names;
}

/** Whether something waits in `node`, so that it can stand in an `async` function only. */
export function awaitsIn(node: Expression): boolean {
  let awaits = false;
  walk(node, ({ kind }) => {
    if (kind === 'await') awaits = true;
  });
  return awaits;
}

/** Whether a string in `node` goes over several lines, so that its lines must not be moved to the left or right. */
export function hasLongString(node: object, text: string): boolean {
  let long = false;
  walk(node, (found) => {
    if (isString(found) && /[\r\n]/.test(text.slice(found.span.start, found.span.end))) long = true;
  });
  return long;
}

/** Whether the module speaks of its variable `name` outside the `except`ed places, as `__all__` does with a string. */
export function isUsed(document: PythonDocument, name: string, except: readonly Span[]): boolean {
  const { text, broken, statements } = document;
  const word = new RegExp(`(?<!\\w)${name}(?!\\w)`);
  if (broken.some(({ start, end }) => word.test(text.slice(start, end)))) return true;
  const isElsewhere = ({ span }: { readonly span: Span }) => !except.some((place) => contains(place, span));
  return statements
    .filter((statement) => wordsIn(statement).has(name))
    .some((statement) => mentionsOf(statement).some((mention) => wordOf(mention) === name && isElsewhere(mention)));
}

/** The names and strings in `statement`, which stands at top level. */
const wordsIn = perStatement((statement) => new Set(mentionsOf(statement).map(wordOf)));

function mentionsOf(node: object): (Name | StringLiteral)[] {
  const mentions: (Name | StringLiteral)[] = [];
  walk(node, (found) => {
    if (isName(found) || isString(found)) mentions.push(found);
  });
  return mentions;
}

const wordOf = (mention: Name | StringLiteral) => (mention.kind === 'name' ? mention.id : mention.value);

/** The first statement that does not parse, or that only Python 2 knows. */
export function firstError(document: PythonDocument): OtherStatement | undefined {
  return document.statements
    .filter(hasErrors)
    .flatMap(errorsIn)
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)[0];
}

const hasErrors = perStatement((statement) => errorsIn(statement).length > 0);

function errorsIn(node: object): OtherStatement[] {
  const errors: OtherStatement[] = [];
  walk(node, (found) => {
    if (isOther(found) && ['error', 'print', 'exec'].includes(found.keyword)) errors.push(found);
  });
  return errors;
}

function isName(node: { readonly kind: unknown }): node is Name {
  return node.kind === 'name';
}

function isString(node: { readonly kind: unknown }): node is StringLiteral {
  return node.kind === 'string';
}

function isOther(node: { readonly kind: unknown }): node is OtherStatement {
  return node.kind === 'otherStatement';
}

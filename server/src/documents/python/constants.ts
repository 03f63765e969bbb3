import type { Span } from '../../text/span.ts';
import type { PythonDocument } from './document.ts';
import { qualifiedName } from './resolve.ts';
import { surveyOf } from './survey.ts';
import type { Argument, Call, Dict, Expression } from './syntax.ts';

/** How far names and dicts are followed into one another. */
const deepest = 10;

/** One keyword argument of a call, or one entry of a dict that is passed as `**`. */
export interface Keyword {
  /** Of the argument or the entry, with its name. */
  readonly span: Span;
  readonly value: Expression;
}

/** The keyword arguments of a call. */
export interface Keywords {
  readonly values: ReadonlyMap<string, Keyword>;
  /** False where a `**value` could not be looked into, so that there may be more. */
  readonly complete: boolean;
}

/**
 * The string that `expression` is: a literal, or a name that is bound once, unconditionally, at module level to one.
 * @param expression a node of this very document.
 */
export function constantString(document: PythonDocument, expression: Expression): string | undefined {
  const constant = constantOf(document, expression);
  return constant?.kind === 'string' ? constant.value : undefined;
}

/** The number that `expression` is, as `constantString`; a sign may stand before it. Complex numbers are left out. */
export function constantNumber(document: PythonDocument, expression: Expression): number | undefined {
  const constant = constantOf(document, expression);
  if (constant?.kind === 'number') return Number.isNaN(constant.value) ? undefined : constant.value;
  if (constant?.kind !== 'unary') return undefined;
  const value = constantNumber(document, constant.operand);
  if (value === undefined) return undefined;
  return { '-': -value, '+': value }[constant.operator];
}

/**
 * `expression`, or what the name that it is was bound to, where that is one plain, unconditional assignment whose value is
 * not changed later.
 * @param expression a node of this very document.
 */
export function resolvedValue(document: PythonDocument, expression: Expression, depth = 0): Expression {
  if (expression.kind !== 'name' || depth > deepest) return expression;
  const survey = surveyOf(document);
  const [binding, ...more] = survey.scopeOf(expression).find(expression.id)?.bindings ?? [];
  const plain = binding?.how === 'assignment' || binding?.how === 'annotation';
  if (!plain || !binding.value || binding.conditional || more.length > 0) return expression;
  return survey.mutated.has(expression.id) ? expression : resolvedValue(document, binding.value, depth + 1);
}

/** Whether the bracket of `call` is closed: it is not while the call is being typed. */
export function isClosed({ text }: PythonDocument, { argumentsSpan }: Call): boolean {
  return text.charAt(argumentsSpan.end - 1) === ')';
}

/** The keyword arguments of `call`, with those in dicts that are bound once in this module and passed as `**name`. */
export function keywordsOf(document: PythonDocument, call: Call): Keywords {
  const values = new Map<string, Keyword>();
  return { values, complete: addArguments(document, call.arguments, values, 0) };
}

/** Adds to `values`; false where something could not be looked into. */
function addArguments(
  document: PythonDocument,
  list: readonly Argument[],
  values: Map<string, Keyword>,
  depth: number,
): boolean {
  return list.reduce((complete, { name, star, span, value }) => {
    if (name !== undefined) values.set(name, { span, value });
    return (star !== '**' || addMapping(document, value, values, depth)) && complete;
  }, true);
}

function addMapping(
  document: PythonDocument,
  expression: Expression,
  values: Map<string, Keyword>,
  depth: number,
): boolean {
  const mapping = depth < deepest ? constantOf(document, expression) : undefined;
  if (mapping?.kind === 'dict') return addItems(document, mapping, values, depth + 1);
  if (mapping?.kind !== 'call' || qualifiedName(document, mapping.callee) !== 'builtins.dict') return false;
  const positional = mapping.arguments.filter(({ name, star }) => name === undefined && star !== '**');
  return addArguments(document, mapping.arguments, values, depth + 1) && positional.length === 0;
}

function addItems(document: PythonDocument, { items }: Dict, values: Map<string, Keyword>, depth: number): boolean {
  return items.reduce((complete, { key, value, span }) => {
    if (!key) return addMapping(document, value, values, depth) && complete;
    const name = constantString(document, key);
    if (name !== undefined) values.set(name, { span, value });
    return complete && name !== undefined;
  }, true);
}

/** `expression`, or what the name that it is was bound to once and for all at module level. */
function constantOf(document: PythonDocument, expression: Expression, followed = 0): Expression | undefined {
  if (expression.kind !== 'name') return expression;
  const survey = surveyOf(document);
  const found = survey.scopeOf(expression).find(expression.id);
  const [binding, ...more] = found?.bindings ?? [];
  if (!binding?.value || more.length > 0 || found?.scope !== survey.module || followed > deepest) return undefined;
  const plain = binding.how === 'assignment' || binding.how === 'annotation';
  if (!plain || binding.conditional || survey.mutated.has(expression.id)) return undefined;
  return constantOf(document, binding.value, followed + 1);
}

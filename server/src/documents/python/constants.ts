import type { PythonDocument } from './document.ts';
import { surveyOf } from './survey.ts';
import type { Expression } from './syntax.ts';

/** How far names are followed into one another. */
const deepest = 10;

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
  return survey.changesOf(expression.id).length > 0 ? expression : resolvedValue(document, binding.value, depth + 1);
}

/** `expression`, or what the name that it is was bound to once and for all at module level. */
function constantOf(document: PythonDocument, expression: Expression, followed = 0): Expression | undefined {
  if (expression.kind !== 'name') return expression;
  const survey = surveyOf(document);
  const found = survey.scopeOf(expression).find(expression.id);
  const [binding, ...more] = found?.bindings ?? [];
  if (!binding?.value || more.length > 0 || found?.scope !== survey.module || followed > deepest) return undefined;
  const plain = binding.how === 'assignment' || binding.how === 'annotation';
  if (!plain || binding.conditional || survey.changesOf(expression.id).length > 0) return undefined;
  return constantOf(document, binding.value, followed + 1);
}

import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { textAtMargin } from './textPieces.ts';

/** A line that makes Vercel find an application. */
export interface ApplicationBinding {
  /** `app`, or `application` where the module calls something else `app`. */
  readonly name: string;
  /** `app = fastapi_app` */
  readonly line: string;
}

/**
 * Binds what `expression` makes to a name that Vercel looks for; `undefined` where the module uses both for something
 * else, and where `expression` is one of them and nothing in the module tells where it comes from.
 * @param others names that will be taken as well.
 */
export function bindApplication(
  document: PythonDocument,
  expression: Expression,
  others: readonly string[] = [],
): ApplicationBinding | undefined {
  const taken = new Set([...others, ...bindings(document).map((binding) => binding.name)]);
  const isOwn = expression.kind === 'name' && applicationNames.includes(expression.id);
  const hasStar = document.statements.some((statement) => statement.kind === 'importFrom' && statement.star);
  if (isOwn && !hasStar) return undefined;
  const name = isOwn ? expression.id : applicationNames.find((candidate) => !taken.has(candidate));
  if (name === undefined) return undefined;
  const source = textAtMargin(document, expression);
  return { name, line: `${name} = ${standsAlone(expression, source) ? source : `(${source})`}` };
}

/** Whether the expression needs no parentheses: a line break in it stands inside its own brackets. */
function standsAlone(expression: Expression, source: string): boolean {
  if (!/[\r\n]/.test(source)) return ['name', 'attribute', 'call', 'subscript'].includes(expression.kind);
  return expression.kind === 'call' && !/[\r\n]/.test(source.slice(0, source.indexOf('(')));
}

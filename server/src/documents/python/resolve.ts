import type { Binding } from './bindings.ts';
import { builtinNames } from './builtins.ts';
import type { PythonDocument } from './document.ts';
import { type Survey, surveyOf } from './survey.ts';
import type { Expression, Name } from './syntax.ts';

/**
 * The dotted name that `expression`, a name or an attribute of one, refers to through imports: `mangum.Mangum` for `M`
 * after `from mangum import Mangum as M`; with leading dots where the import is relative; `builtins.open` for an unbound
 * `open`. A name imported in several places counts if all agree, an alternative of `None` aside.
 * `undefined` for everything else: for what the module defines itself, and for what cannot be told.
 * @param expression a node of this very document.
 */
export function qualifiedName(document: PythonDocument, expression: Expression): string | undefined {
  return qualified(surveyOf(document), expression, new Set());
}

/**
 * The names that `expression` may refer to: `qualifiedName`, or, for a name that only a star import can have brought, that
 * name in each module that is imported so, the last one first, relative ones with their dots.
 * @param expression a node of this very document.
 */
export function possibleNames(document: PythonDocument, expression: Expression): readonly string[] {
  const survey = surveyOf(document);
  const name = qualified(survey, expression, new Set());
  if (name !== undefined) return [name];
  if (survey.stars.length === 0) return [];
  if (expression.kind === 'attribute') {
    return possibleNames(document, expression.value).map((value) => `${value}.${expression.attribute}`);
  }
  if (expression.kind !== 'name' || survey.scopeOf(expression).find(expression.id)) return [];
  if (survey.innerImports.some((binding) => binding.name === expression.id)) return [];
  return survey.stars.map((star) => `${star}${star.endsWith('.') ? '' : '.'}${expression.id}`).reverse();
}

function qualified(survey: Survey, expression: Expression, followed: Set<Binding>): string | undefined {
  if (expression.kind === 'name') return qualifiedId(survey, expression, followed);
  if (expression.kind !== 'attribute') return undefined;
  const value = qualified(survey, expression.value, followed);
  return value === undefined ? undefined : `${value}.${expression.attribute}`;
}

function qualifiedId(survey: Survey, name: Name, followed: Set<Binding>): string | undefined {
  const found = survey.scopeOf(name).find(name.id);
  if (found) return referent(survey, found.bindings, followed);
  if (builtinNames.has(name.id)) return `builtins.${name.id}`;
  const inner = survey.innerImports.filter((binding) => binding.name === name.id);
  if (inner.length > 0) return agreed(inner);
  const [star, ...more] = survey.stars;
  return star && more.length === 0 && !star.startsWith('.') ? `${star}.${name.id}` : undefined;
}

/** What a name with these bindings refers to. */
function referent(survey: Survey, bindings: readonly Binding[], followed: Set<Binding>): string | undefined {
  const meaningful = bindings.filter(({ how, value }) => how !== 'delete' && (how !== 'annotation' || value));
  const imports = meaningful.filter(({ refersTo }) => refersTo !== undefined);
  const others = meaningful.filter(({ refersTo, value }) => refersTo === undefined && !isNone(value));
  if (imports.length > 0) return others.length === 0 ? agreed(imports) : undefined;
  const [alias] = meaningful;
  if (!alias || meaningful.length > 1 || alias.tuple || !alias.value || followed.has(alias)) return undefined;
  return qualified(survey, alias.value, followed.add(alias));
}

function isNone(value: Expression | undefined): boolean {
  return value?.kind === 'constant' && value.value === null;
}

function agreed([first, ...rest]: readonly Binding[]): string | undefined {
  return rest.every(({ refersTo }) => refersTo === first?.refersTo) ? first?.refersTo : undefined;
}

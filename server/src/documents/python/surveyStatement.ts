import { boundByImport, boundByImportFrom } from './bindings.ts';
import { branchesAtImport, catchesKeyError } from './guards.ts';
import { Scope } from './scopes.ts';
import type { Place, Survey } from './survey.ts';
import {
  bodyPlace,
  surveyAll,
  surveyAnnotation,
  surveyExpression,
  surveyParameters,
  surveyTarget,
} from './surveyExpression.ts';
import type {
  Assignment,
  AugmentedAssignment,
  ClassDefinition,
  Delete,
  Expression,
  For,
  FunctionDefinition,
  If,
  Import,
  ImportFrom,
  Match,
  OtherStatement,
  Statement,
  Try,
  While,
  With,
} from './syntax.ts';

/** Records what `statements`, which stand at `place`, do. */
export function surveyStatements(statements: readonly Statement[], place: Place, survey: Survey): void {
  for (const statement of statements) {
    survey.statements.push({ node: statement, place });
    surveyStatement(statement, place, survey);
  }
}

type Surveyor<K extends Statement['kind']> = (
  statement: Extract<Statement, { kind: K }>,
  place: Place,
  survey: Survey,
) => void;

const surveyors: { readonly [K in Statement['kind']]: Surveyor<K> } = {
  assignment: surveyAssignment,
  augmentedAssignment: surveyAugmented,
  expression: ({ expression }, place, survey) => surveyExpression(expression, place, survey),
  import: surveyImport,
  importFrom: surveyImportFrom,
  function: surveyFunction,
  class: surveyClass,
  if: surveyIf,
  try: surveyTry,
  with: surveyWith,
  for: surveyFor,
  while: surveyWhile,
  match: surveyMatch,
  return: ({ value }, place, survey) => surveyExpression(value, place, survey),
  raise: ({ value, cause }, place, survey) => surveyAll([value, cause], place, survey),
  delete: surveyDelete,
  otherStatement: surveyOther,
};

function surveyStatement(statement: Statement, place: Place, survey: Survey): void {
  const surveyor = surveyors[statement.kind] as Surveyor<Statement['kind']>;
  surveyor(statement, place, survey);
}

function surveyAugmented({ target, value }: AugmentedAssignment, place: Place, survey: Survey): void {
  surveyExpression(value, place, survey);
  if (target.kind === 'attribute' || target.kind === 'subscript') {
    survey.mutate(target.value, { place, span: target.span });
    surveyExpression(target, place, survey);
  } else {
    surveyTarget(target, { how: 'augmented' }, place, survey);
  }
}

function surveyDelete({ targets }: Delete, place: Place, survey: Survey): void {
  for (const target of targets) surveyTarget(target, { how: 'delete' }, place, survey);
}

function surveyImport({ names }: Import, place: Place, survey: Survey): void {
  for (const name of names) survey.bind({ ...boundByImport(name), how: 'import' }, place);
}

function surveyWith({ items, body }: With, place: Place, survey: Survey): void {
  for (const { expression, target } of items) {
    surveyExpression(expression, place, survey);
    if (target) surveyTarget(target, { how: 'with' }, place, survey);
  }
  const conditional = place.conditional || items.some(({ expression }) => suppresses(expression));
  surveyStatements(body, { ...place, nested: true, conditional }, survey);
}

/** `suppress(ImportError)` of contextlib: what fails in it is passed over, as in a `try`. */
function suppresses(expression: Expression): boolean {
  if (expression.kind !== 'call') return false;
  const { callee } = expression;
  return (callee.kind === 'attribute' ? callee.attribute : callee.kind === 'name' ? callee.id : '') === 'suppress';
}

function surveyFor({ target, iterable, body, orelse }: For, place: Place, survey: Survey): void {
  surveyExpression(iterable, place, survey);
  surveyTarget(target, { how: 'loop', conditional: true }, place, survey);
  surveyStatements([...body, ...orelse], insideOf(place), survey);
}

function surveyWhile({ test, body, orelse }: While, place: Place, survey: Survey): void {
  surveyExpression(test, place, survey);
  surveyStatements([...body, ...orelse], insideOf(place), survey);
}

/** The place of code that may not run, in a compound statement at `place`. */
function insideOf(place: Place): Place {
  return { ...place, nested: true, conditional: true };
}

function surveyAssignment({ targets, annotation, value }: Assignment, place: Place, survey: Survey): void {
  surveyExpression(value, place, survey);
  surveyAnnotation(annotation, place, survey);
  const how = annotation ? 'annotation' : 'assignment';
  for (const target of targets) surveyTarget(target, value ? { how, value } : { how }, place, survey);
}

function surveyImportFrom({ module, level, names, star }: ImportFrom, place: Place, survey: Survey): void {
  const dotted = '.'.repeat(level) + module;
  if (star) survey.stars.push(dotted);
  for (const name of names) survey.bind({ ...boundByImportFrom(dotted, name), how: 'importFrom' }, place);
}

function surveyFunction(definition: FunctionDefinition, place: Place, survey: Survey): void {
  const { name, nameSpan, decorators, parameters, returns, body } = definition;
  for (const { expression } of decorators) surveyExpression(expression, place, survey);
  surveyParameters(parameters, place, survey);
  surveyAnnotation(returns, place, survey);
  survey.bind({ name, span: nameSpan, how: 'function', definition }, place);
  surveyStatements(body, bodyPlace(definition, place), survey);
}

function surveyClass(definition: ClassDefinition, place: Place, survey: Survey): void {
  const { name, nameSpan, decorators, bases, body } = definition;
  for (const { expression } of decorators) surveyExpression(expression, place, survey);
  for (const { value } of bases) surveyExpression(value, place, survey);
  survey.bind({ name, span: nameSpan, how: 'class', definition }, place);
  surveyStatements(body, { ...place, nested: false, scope: new Scope('class', place.scope) }, survey);
}

function surveyIf(statement: If, place: Place, survey: Survey): void {
  const outcomes = branchesAtImport(statement);
  for (const [index, { test, body }] of statement.branches.entries()) {
    const outcome = outcomes[index] ?? { runs: true, certain: false };
    surveyExpression(test, index === 0 ? place : { ...place, conditional: true }, survey);
    const conditional = place.conditional || !outcome.certain;
    surveyStatements(body, { ...place, nested: true, conditional, atImport: place.atImport && outcome.runs }, survey);
  }
}

function surveyTry({ body, handlers, orelse, finalbody }: Try, place: Place, survey: Survey): void {
  const inside = insideOf(place);
  surveyStatements(body, { ...inside, caught: place.caught || catchesKeyError(handlers) }, survey);
  for (const { type, name, body: handling } of handlers) {
    surveyExpression(type, inside, survey);
    if (name) surveyTarget(name, { how: 'except' }, inside, survey);
    surveyStatements(handling, inside, survey);
  }
  surveyStatements(orelse, inside, survey);
  surveyStatements(finalbody, { ...place, nested: true }, survey);
}

function surveyMatch({ subject, cases }: Match, place: Place, survey: Survey): void {
  const inside = insideOf(place);
  surveyExpression(subject, place, survey);
  for (const { captures, guard, body } of cases) {
    for (const name of captures) surveyTarget(name, { how: 'match' }, inside, survey);
    surveyExpression(guard, inside, survey);
    surveyStatements(body, inside, survey);
  }
}

function surveyOther({ keyword, children }: OtherStatement, place: Place, survey: Survey): void {
  const [first, ...rest] = children;
  if (keyword === 'global' || keyword === 'nonlocal') {
    for (const child of children) {
      if (child.kind !== 'name') continue;
      if (keyword === 'global') place.scope.declareGlobal(child.id);
      else place.scope.hide(child.id);
    }
    return;
  }
  if (keyword !== 'type' || !first) {
    surveyAll(children, place, survey);
    return;
  }
  const target = first.kind === 'subscript' ? first.value : first;
  if (target.kind === 'name') surveyTarget(target, { how: 'type' }, place, survey);
  surveyAll(rest, { ...place, atImport: false }, survey);
}

import type { Binding } from './bindings.ts';
import { Scope } from './scopes.ts';
import type { Place, Survey } from './survey.ts';
import type {
  Await,
  Binary,
  Call,
  Conditional,
  Expression,
  Lambda,
  OtherExpression,
  Parameter,
  Sequence,
  Subscript,
  Walrus,
} from './syntax.ts';

type Surveyor<K extends Expression['kind']> = (
  expression: Extract<Expression, { kind: K }>,
  place: Place,
  survey: Survey,
) => void;

const surveyors: { readonly [K in Expression['kind']]: Surveyor<K> } = {
  name: (name, place, survey) => survey.use(name, place),
  attribute: ({ value }, place, survey) => surveyExpression(value, place, survey),
  call: (call, place, survey) => surveyCall(call, place, survey, false),
  string: ({ fields }, place, survey) => surveyAll(fields, place, survey),
  number: () => undefined,
  constant: () => undefined,
  list: surveySequence,
  tuple: surveySequence,
  set: surveySequence,
  dict: ({ items }, place, survey) =>
    surveyAll(
      items.flatMap(({ key, value }) => [key, value]),
      place,
      survey,
    ),
  subscript: surveySubscript,
  lambda: surveyLambda,
  await: surveyAwait,
  binary: surveyBinary,
  unary: ({ operand }, place, survey) => surveyExpression(operand, place, survey),
  conditional: surveyConditional,
  walrus: surveyWalrus,
  other: surveyOther,
};

/** Records what `expression`, which is read at `place`, does. */
export function surveyExpression(expression: Expression | undefined, place: Place, survey: Survey): void {
  if (!expression) return;
  const surveyor = surveyors[expression.kind] as Surveyor<Expression['kind']>;
  surveyor(expression, place, survey);
}

/** Records what `expressions` do, one after the other. */
export function surveyAll(expressions: Iterable<Expression | undefined>, place: Place, survey: Survey): void {
  for (const expression of expressions) surveyExpression(expression, place, survey);
}

function surveySequence({ elements }: Sequence, place: Place, survey: Survey): void {
  surveyAll(elements, place, survey);
}

function surveySubscript(node: Subscript, place: Place, survey: Survey): void {
  survey.subscripts.push({ node, place });
  surveyAll([node.value, node.index], place, survey);
}

function surveyAwait({ value }: Await, place: Place, survey: Survey): void {
  if (value.kind === 'call') surveyCall(value, place, survey, true);
  else surveyExpression(value, place, survey);
}

function surveyConditional({ test, body, orelse }: Conditional, place: Place, survey: Survey): void {
  surveyExpression(test, place, survey);
  surveyAll([body, orelse], { ...place, conditional: true }, survey);
}

function surveyWalrus({ target, value }: Walrus, place: Place, survey: Survey): void {
  surveyExpression(value, place, survey);
  survey.use(target, place);
  survey.bind({ name: target.id, span: target.span, how: 'walrus', value }, place);
}

function surveyOther(expression: OtherExpression, place: Place, survey: Survey): void {
  if (expression.locals) surveyComprehension(expression, place, survey);
  else surveyAll(expression.children, place, survey);
}

function surveyCall(call: Call, place: Place, survey: Survey, awaited: boolean): void {
  const { callee } = call;
  survey.calls.push({ node: call, place, awaited });
  if (callee.kind === 'attribute' && mutatingMethods.has(callee.attribute)) {
    const update = callee.attribute === 'update' ? { update: call } : {};
    survey.mutate(callee.value, { place, span: call.span, ...update });
  }
  surveyExpression(callee, place, survey);
  for (const { value } of call.arguments) surveyExpression(value, place, survey);
}

/** The methods that change a list, a dict or a set (docs.python.org/3/library/stdtypes.html). */
const mutatingMethods: ReadonlySet<string> = new Set([
  ...['append', 'extend', 'insert', 'remove', 'pop', 'clear', 'sort', 'reverse'],
  ...['update', 'setdefault', 'popitem', 'add', 'discard', '__setitem__', '__delitem__'],
]);

function surveyBinary(node: Binary, place: Place, survey: Survey): void {
  const { left, operator, right } = node;
  if (operator === 'in' || operator === 'not in') survey.memberships.push({ node, place });
  surveyExpression(left, place, survey);
  const certain = operator !== 'and' && operator !== 'or';
  surveyExpression(right, certain ? place : { ...place, conditional: true }, survey);
}

function surveyLambda(lambda: Lambda, place: Place, survey: Survey): void {
  surveyParameters(lambda.parameters, place, survey);
  surveyExpression(lambda.body, bodyPlace(lambda, place), survey);
}

/** The place of the code in the body of `definition`, which itself stands at `place`. */
export function bodyPlace(definition: Lambda | NonNullable<Place['within']>, place: Place): Place {
  const names = definition.parameters.map(({ name }) => name);
  const scope = new Scope('function', place.scope, names);
  return { ...place, within: definition, atImport: false, conditional: false, nested: false, caught: false, scope };
}

/** Defaults run where the function is defined; so do annotations, unless they are text. */
export function surveyParameters(parameters: readonly Parameter[], place: Place, survey: Survey): void {
  for (const parameter of parameters) {
    surveyExpression(parameter.default, place, survey);
    surveyAnnotation(parameter.annotation, place, survey);
  }
}

/** Records what `annotation` does. */
export function surveyAnnotation(annotation: Expression | undefined, place: Place, survey: Survey): void {
  surveyExpression(annotation, survey.annotationsAreText ? { ...place, atImport: false } : place, survey);
}

function surveyComprehension({ children, locals }: OtherExpression, place: Place, survey: Survey): void {
  const scope = new Scope('comprehension', place.scope, locals);
  for (const [index, child] of children.entries()) {
    surveyExpression(child, index === 0 ? place : { ...place, scope, conditional: true }, survey);
  }
}

/** How a target is bound, and to what where that is one expression. */
type TargetBinding = Pick<Binding, 'how' | 'value' | 'tuple'> & { readonly conditional?: boolean };

/** Records that `target` is assigned to, deleted, or bound in another way. */
export function surveyTarget(target: Expression, binding: TargetBinding, place: Place, survey: Survey): void {
  if (target.kind === 'name') {
    survey.use(target, place);
    survey.bind({ ...binding, name: target.id, span: target.span }, place);
  } else if (target.kind === 'attribute' || target.kind === 'subscript') {
    const { how, value, tuple } = binding;
    const isPlain = target.kind === 'subscript' && how === 'assignment' && value !== undefined && !tuple;
    const item = isPlain ? { item: { key: target.index, value } } : {};
    survey.mutate(target.value, { place, span: target.span, ...item });
    surveyAll(target.kind === 'subscript' ? [target.value, target.index] : [target.value], place, survey);
  } else if (target.kind === 'list' || target.kind === 'tuple') {
    for (const element of target.elements) surveyTarget(element, unpacked(binding), place, survey);
  } else if (target.kind === 'other') {
    for (const child of target.children) surveyTarget(child, unpacked(binding), place, survey);
  } else {
    surveyExpression(target, place, survey);
  }
}

function unpacked({ value: _, ...binding }: TargetBinding): TargetBinding {
  return { ...binding, tuple: true };
}

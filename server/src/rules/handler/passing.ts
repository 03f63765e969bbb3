import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings } from '../../documents/python/scope.ts';
import type {
  Argument,
  Assignment,
  Call,
  Expression,
  FunctionDefinition,
  Import,
  ImportFrom,
  Parameter,
  Statement,
  StringLiteral,
} from '../../documents/python/syntax.ts';
import { type Adapter, adapterMadeBy, adapterOf, isImmediateAdapter } from './adapters.ts';
import { namesIn } from './names.ts';

/** What a function does that hands its event on to an adapter and does nothing else. */
export interface Passing {
  /** The adapter; absent where the function calls one that makes no object: `awsgi.response(app, event, context)`. */
  readonly adapter?: Adapter;
  /** The application that the adapter is for. */
  readonly application: Argument;
  /** What is called with the event. */
  readonly called: Expression;
  /** The statements of the body that the adapter needs, in order: imports, and assignments to a name. */
  readonly steps: readonly (Import | ImportFrom | Assignment)[];
  readonly docstring?: StringLiteral;
}

type Obstacle = { readonly obstacle: string };

const more: Obstacle = { obstacle: 'it does more than call the adapter' };

/** What `definition` hands its event on to, or why it is not that simple. */
export function passingIn(document: PythonDocument, definition: FunctionDefinition): Passing | Obstacle {
  const docstring = docstringOf(definition);
  const [body, last] = bodyOf(definition.body.slice(docstring ? 1 : 0));
  const steps: Passing['steps'][number][] = [];
  for (const statement of body) {
    if (!isStep(statement)) return more;
    steps.push(statement);
  }
  const call = last && calledAtEnd(last);
  if (call?.kind !== 'call') return more;
  const target = targetOf(document, definition, call, steps);
  if (!target) return more;
  const left = steps.filter((step) => step !== target.inlined);
  const clash = clashIn(document, left);
  if (clash !== undefined) return { obstacle: `\`${clash}\` means something else outside it` };
  if (!areNeeded(left, target.root) || speaksOf(definition.parameters, [...left, target.root])) return more;
  const { adapter, application } = target;
  const kept = left.filter((step) => step.kind === 'assignment' || !isKnown(document, step));
  return {
    application,
    called: call.callee,
    steps: kept,
    ...(adapter ? { adapter } : {}),
    ...(docstring ? { docstring } : {}),
  };
}

function docstringOf({ body: [first] }: FunctionDefinition): StringLiteral | undefined {
  if (first?.kind !== 'expression' || first.expression.kind !== 'string') return undefined;
  return first.expression.value === undefined ? undefined : first.expression;
}

/** The statements but the last, and the last with `response = f(…)` before `return response` taken together. */
function bodyOf(statements: readonly Statement[]): [readonly Statement[], Statement | undefined] {
  const last = statements.at(-1);
  const before = statements.at(-2);
  const returned = last?.kind === 'return' && last.value?.kind === 'name' ? last.value.id : undefined;
  if (returned !== undefined && before?.kind === 'assignment' && plainTarget(before) === returned) {
    return [statements.slice(0, -2), before];
  }
  return [statements.slice(0, -1), last];
}

function plainTarget({ targets: [target, ...others] }: Assignment): string | undefined {
  return target?.kind === 'name' && others.length === 0 ? target.id : undefined;
}

function isStep(statement: Statement): statement is Passing['steps'][number] {
  if (statement.kind === 'import') return true;
  if (statement.kind === 'importFrom') return !statement.star;
  return statement.kind === 'assignment' && statement.value !== undefined && plainTarget(statement) !== undefined;
}

function calledAtEnd(last: Statement): Expression | undefined {
  const value =
    last.kind === 'expression'
      ? last.expression
      : last.kind === 'return' || last.kind === 'assignment'
        ? last.value
        : undefined;
  return value?.kind === 'await' ? value.value : value;
}

interface Target {
  readonly adapter?: Adapter;
  readonly application: Argument;
  /** The step that makes the adapter. */
  readonly inlined?: Assignment;
  /** What is left of the call once the event is taken out of it. */
  readonly root: Expression;
}

function targetOf(
  document: PythonDocument,
  { parameters }: FunctionDefinition,
  call: Call,
  steps: Passing['steps'],
): Target | undefined {
  const { callee, arguments: list } = call;
  if (!handsOn(parameters, list)) return isImmediateAdapter(document, call) ? immediate(parameters, list) : undefined;
  const inlined = callee.kind === 'name' ? steps.findLast((step) => assigns(step, callee.id)) : undefined;
  const adapter = inlined ? adapterMadeBy(document, inlined.value) : adapterOf(document, callee);
  if (!adapter) return undefined;
  return { adapter, application: adapter.application, root: adapter.call, ...(inlined ? { inlined } : {}) };
}

function assigns(step: Passing['steps'][number], name: string): step is Assignment {
  return step.kind === 'assignment' && plainTarget(step) === name;
}

/** `awsgi.response(app, event, context)`, perhaps with options behind. */
function immediate(
  parameters: readonly Parameter[],
  [application, ...others]: readonly Argument[],
): Target | undefined {
  const [event, options] = [others.slice(0, parameters.length), others.slice(parameters.length)];
  if (!application || application.star || options.some(({ name }) => name === undefined)) return undefined;
  return handsOn(parameters, event) ? { application, root: application.value } : undefined;
}

/** Whether a call with `list` hands on just what a function with `parameters` was given. */
export function handsOn(parameters: readonly Parameter[], list: readonly Argument[]): boolean {
  return (
    parameters.length > 0 &&
    parameters.length === list.length &&
    parameters.every(({ name, star }, index) => {
      const argument = list[index];
      const isSame = argument?.value.kind === 'name' && argument.value.id === name && argument.star === star;
      return isSame && (argument.name === undefined || argument.name === name);
    })
  );
}

/** The names that a step binds, with what they refer to where it is an import. */
export function boundBy(step: Passing['steps'][number]): { name: string; imported?: string }[] {
  if (step.kind === 'assignment') {
    const name = plainTarget(step);
    return name === undefined ? [] : [{ name }];
  }
  const prefix = step.kind === 'import' ? '' : `${'.'.repeat(step.level)}${step.module}`;
  return step.names.map(({ name, alias }) => {
    if (step.kind === 'import') return { name: alias ?? name.split('.')[0] ?? name, imported: name };
    return {
      name: alias ?? name,
      imported: prefix === '' || prefix.endsWith('.') ? prefix + name : `${prefix}.${name}`,
    };
  });
}

/** A name that a step binds and that the module binds to something else. */
function clashIn(document: PythonDocument, steps: Passing['steps']): string | undefined {
  return steps
    .flatMap(boundBy)
    .find(({ name, imported }) =>
      bindings(document).some((binding) => binding.name === name && !isImportOf(binding, imported)),
    )?.name;
}

function isImportOf({ imported, conditional }: Binding, wanted: string | undefined): boolean {
  return wanted !== undefined && imported === wanted && !conditional;
}

/** Whether the module imports the same at top level. */
function isKnown(document: PythonDocument, step: Import | ImportFrom): boolean {
  return boundBy(step).every(({ name, imported }) =>
    bindings(document).some((binding) => binding.name === name && isImportOf(binding, imported)),
  );
}

/** Whether every assignment among `steps` is there for what is called. */
function areNeeded(steps: Passing['steps'], root: Expression): boolean {
  const needed = new Set(namesIn(root).map(({ id }) => id));
  for (const step of [...steps].reverse()) {
    if (step.kind !== 'assignment') continue;
    if (!needed.has(plainTarget(step) ?? '') || !step.value) return false;
    for (const { id } of namesIn(step.value)) needed.add(id);
  }
  return true;
}

function speaksOf(parameters: readonly Parameter[], nodes: readonly object[]): boolean {
  const own = new Set(parameters.map(({ name }) => name));
  return namesIn([...nodes]).some(({ id }) => own.has(id));
}

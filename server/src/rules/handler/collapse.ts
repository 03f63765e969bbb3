import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings } from '../../documents/python/scope.ts';
import type { Argument, Expression } from '../../documents/python/syntax.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import type { TextEdit } from '../../text/edit.ts';
import { contains, type Span } from '../../text/span.ts';
import type { Fix } from '../rule.ts';
import { type Adapter, adapterMadeBy } from './adapters.ts';
import { bindApplication } from './bindApplication.ts';
import { type HandlerFile, handlerBindings } from './handlerFile.ts';
import { importRemoval } from './importRemoval.ts';
import { isUsed, namesIn } from './names.ts';
import { boundBy, type Passing } from './passing.ts';
import { linesKept, regionOf, replacementOf } from './region.ts';
import { type TakenOut, takenOut } from './takenOut.ts';
import { merged, removalOf, textAtMargin } from './textPieces.ts';
import type { Wrapper } from './wrapper.ts';

/** How Vercel comes to find an application once the function is gone. */
interface Served {
  /** The lines that bind it; none where it is there already. */
  readonly lines: readonly string[];
  /** What the adapter is then given, where that changes. */
  readonly name?: string;
  /** Edits elsewhere in the file that bind it. */
  readonly edits: readonly TextEdit[];
}

/** What makes a hidden application visible: edits outside the function. */
export type Unhide = readonly TextEdit[];

/**
 * Puts `handler = Mangum(app)` in the place of the function, and binds an `app` where Vercel would find none.
 * @param unhide edits that make an application visible that the module binds where Vercel does not look.
 */
export function collapse(file: HandlerFile, wrapper: Wrapper, unhide?: Unhide): Fix | undefined {
  const { document, served } = file;
  const passing = passingOf(wrapper);
  const application = passing && applicationOf(file, passing, unhide);
  if (!passing?.adapter || !application) return undefined;
  const variables = variablesOf(document, wrapper, passing.adapter);
  if (!variables) return undefined;
  const value = variables.name ?? adapterText(document, passing.adapter, application.name);
  const kept = [...passing.steps, ...(variables.name ? [] : [passing.adapter.call])];
  const comments = variables.gone.flatMap((gone) => gone.comments);
  const lines = [
    ...comments,
    ...linesKept(document, wrapper, kept, passing),
    ...application.lines,
    `handler = ${value}`,
  ];
  const needs = [...kept, passing.adapter.call, ...(variables.name ? [passing.called] : [])];
  const own = replacementOf(document, wrapper.definition, { lines, needs });
  if (!own) return undefined;
  const bound = application.lines.length > 0 ? ` and bind \`${application.name ?? 'app'}\`` : '';
  return {
    title: `Collapse into \`handler = ${short(value)}\`${bound}`,
    safety: served !== undefined && isHarmless(document, passing) ? 'safe' : 'unsafe',
    edits: merged(document, [...own, ...variables.gone.map(({ edit }) => edit), ...application.edits]),
  };
}

/**
 * Whether nothing can go wrong when the adapter is made while the module is imported, and not when the function is
 * called: it already was, or it takes nothing but what the module has.
 */
function isHarmless(document: PythonDocument, { adapter, steps }: Passing): boolean {
  if (steps.length > 0 || !adapter) return false;
  if (adapter.variable) return true;
  const bound = new Set(bindings(document).flatMap(({ name, conditional }) => (conditional ? [] : [name])));
  const isPlain = ({ value, star }: Argument) =>
    !star && (['string', 'number', 'constant'].includes(value.kind) || (value.kind === 'name' && bound.has(value.id)));
  return adapter.call.arguments.every(isPlain);
}

/** Takes out the function and its adapter, and leaves the application to Vercel. */
export function serveDirectly(file: HandlerFile, wrapper: Wrapper, unhide?: Unhide): Fix | undefined {
  const { document, served } = file;
  const passing = passingOf(wrapper);
  const application = passing && applicationOf(file, passing, unhide);
  if (!passing || !application) return undefined;
  const variables = passing.adapter ? variablesOf(document, wrapper, passing.adapter) : { gone: [] };
  if (!variables) return undefined;
  const steps = served === undefined ? stepsFor(passing) : [];
  const comments = variables.gone.flatMap((gone) => gone.comments);
  const lines = [...comments, ...linesKept(document, wrapper, steps, {}), ...application.lines];
  const region = regionOf(document, wrapper.definition);
  const removal = lines.length > 0 ? undefined : removalOf(document, region);
  const needs = application.lines.length > 0 ? [...steps, passing.application.value] : [];
  const own = removal ? [removal] : replacementOf(document, wrapper.definition, { lines, needs });
  if (!own) return undefined;
  const removals = variables.gone.map(({ edit }) => edit);
  const imports = importEdits(document, passing, [region, ...removals.map(({ span }) => span)]);
  return {
    title: `Serve \`${served ?? boundName(passing) ?? application.name ?? 'app'}\` directly`,
    safety: 'unsafe',
    edits: merged(document, [...own, ...removals, ...application.edits, ...imports]),
  };
}

/** The steps that make the application; the others are for the adapter. */
function stepsFor({ steps, application }: Passing): Passing['steps'] {
  const needed = new Set([...applicationNames, ...namesIn(application.value).map(({ id }) => id)]);
  const kept = [...steps].reverse().filter((step) => {
    if (!boundBy(step).some(({ name }) => needed.has(name))) return false;
    if (step.kind === 'assignment') for (const { id } of namesIn(step)) needed.add(id);
    return true;
  });
  return kept.reverse();
}

/** The name by which Vercel finds the application that the function itself makes or imports. */
function boundName({ steps }: Passing): string | undefined {
  const visible = steps.filter(({ kind }) => kind !== 'import');
  return visible.flatMap(boundBy).find(({ name }) => applicationNames.includes(name))?.name;
}

function passingOf({ passing }: Wrapper): Passing | undefined {
  return passing && !('obstacle' in passing) ? passing : undefined;
}

function applicationOf({ document, served }: HandlerFile, passing: Passing, unhide?: Unhide): Served | undefined {
  if (served !== undefined || boundName(passing) !== undefined) return { lines: [], edits: [] };
  if (unhide) return { lines: [], edits: unhide };
  const taken = passing.steps.flatMap(boundBy).map(({ name }) => name);
  const binding = bindApplication(document, passing.application.value, taken);
  return binding && { lines: [binding.line], name: binding.name, edits: [] };
}

/** What becomes of the variables that hold the adapter. */
interface Variables {
  /** Those that go with the function. */
  readonly gone: readonly TakenOut[];
  /** The one that stays, so that `handler` becomes another name for it. */
  readonly name?: string;
}

/**
 * The variable of the adapter goes with the function, unless something else uses it; so does what `handler` was before
 * the function. `undefined` where the adapter's variable has to go and cannot.
 */
function variablesOf(document: PythonDocument, { definition }: Wrapper, { variable }: Adapter): Variables | undefined {
  const earlier = earlierHandlers(document, definition.span, variable?.value);
  if (!variable) return { gone: earlier };
  const { statement, name } = variable;
  const isPlain = statement.kind === 'assignment' && statement.targets.length === 1;
  if (name === 'handler') {
    const goes = isPlain && earlier.some(({ edit }) => contains(edit.span, variable.span));
    return goes ? { gone: earlier } : undefined;
  }
  const isOnly = bindings(document).filter((other) => other.name === name).length === 1;
  const isFree = !isUsed(document, name, [statement.span, regionOf(document, definition)]);
  const goes = isPlain && isOnly && isFree && statement.span.end <= definition.span.start;
  const own = goes ? takenOut(document, statement, variable.value?.span) : undefined;
  return own ? { gone: [own, ...earlier] } : { gone: earlier, name };
}

/** The adapters that `handler` was before the function, where nothing reads it in between. */
function earlierHandlers(document: PythonDocument, definition: Span, keeps: Expression | undefined): TakenOut[] {
  const earlier = handlerBindings(document).filter(
    ({ value, tuple, span }) => adapterMadeBy(document, value) && !tuple && span.end <= definition.start,
  );
  const statements = earlier.map(({ statement }) => statement);
  const isPlain = statements.every((statement) => statement.kind === 'assignment' && statement.targets.length === 1);
  const spans = statements.map(({ span }) => span);
  if (!isPlain || usedBetween(document, spans, definition)) return [];
  return statements.flatMap((statement) => takenOut(document, statement, keeps?.span) ?? []);
}

/** Whether something on the way to the function reads `handler` while the module is imported. */
function usedBetween({ statements }: PythonDocument, own: readonly Span[], definition: Span): boolean {
  return statements
    .filter(({ span }) => span.end <= definition.start && !own.some((place) => contains(place, span)))
    .some((statement) => namesIn(statement).some(({ id }) => id === 'handler'));
}

/** The text of the call that makes the adapter, given `name` for its application. */
export function adapterText(
  document: PythonDocument,
  { call, application }: Adapter,
  name: string | undefined,
): string {
  if (name === undefined) return textAtMargin(document, call);
  const { span } = application.value;
  const { text } = document;
  const source = `${text.slice(call.span.start, span.start)}${name}${text.slice(span.end, call.span.end)}`;
  return textAtMargin(document, call, source);
}

/** Takes out the import of the adapter, where nothing else uses it. */
function importEdits(document: PythonDocument, { adapter, called }: Passing, gone: readonly Span[]): TextEdit[] {
  const [root] = namesIn(adapter?.call.callee ?? called);
  return root ? importRemoval(document, root.id, gone) : [];
}

/** `value` for a title. */
export function short(value: string): string {
  return value.length <= 40 && !/[\r\n]/.test(value) ? value : `${value.slice(0, value.indexOf('(') + 1)}…)`;
}

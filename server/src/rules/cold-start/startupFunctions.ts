import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings, calls, constantString, keywordsOf } from '../../documents/python/scope.ts';
import type { Expression, FunctionDefinition } from '../../documents/python/syntax.ts';
import { lifespanApplications } from '../../facts/startupWork.ts';
import { contains } from '../../text/span.ts';

/** A function that runs when the application starts, and where the part that runs then ends. */
export interface StartupFunction {
  readonly definition: FunctionDefinition;
  /** Offset: of the `yield` of a lifespan, else of the end of the function. */
  readonly end: number;
}

/**
 * The functions of the module that the server runs before the first request: those given as `lifespan=` or `on_startup=`,
 * and those that are registered for the event `startup`.
 */
export function startupFunctions(document: PythonDocument): readonly StartupFunction[] {
  const found = new Set<FunctionDefinition>();
  const add = (expression: Expression | undefined) => {
    const definition = expression && definitionOf(document, expression);
    if (definition) found.add(definition);
  };
  for (const { call, name } of calls(document)) {
    const [first, second] = call.arguments;
    if (call.callee.kind === 'attribute' && call.callee.attribute === 'add_event_handler') {
      if (first && constantString(document, first.value) === 'startup') add(second?.value);
    }
    if (!lifespanApplications.has(name ?? '')) continue;
    const { values } = keywordsOf(document, call);
    add(values.get('lifespan')?.value);
    const list = values.get('on_startup')?.value;
    if (list?.kind === 'list' || list?.kind === 'tuple') for (const element of list.elements) add(element);
  }
  for (const { definition } of bindings(document)) {
    if (definition?.kind === 'function' && isRegistered(document, definition)) found.add(definition);
  }
  return [...found].map((definition) => ({ definition, end: endOf(document, definition) }));
}

function definitionOf(document: PythonDocument, expression: Expression): FunctionDefinition | undefined {
  if (expression.kind !== 'name') return undefined;
  const [binding, ...more] = bindings(document).filter(({ name }) => name === expression.id);
  return more.length === 0 && binding?.definition?.kind === 'function' ? binding.definition : undefined;
}

/** `@app.on_event("startup")` of FastAPI and Starlette, `@app.before_serving` of Quart. */
function isRegistered(document: PythonDocument, { decorators }: FunctionDefinition): boolean {
  return decorators.some(({ expression }) => {
    if (expression.kind === 'attribute') return expression.attribute === 'before_serving';
    if (expression.kind !== 'call' || expression.callee.kind !== 'attribute') return false;
    const [event] = expression.arguments;
    return expression.callee.attribute === 'on_event' && event && constantString(document, event.value) === 'startup';
  });
}

function endOf({ text, comments }: PythonDocument, { body, span }: FunctionDefinition): number {
  const isDocstring = body[0]?.kind === 'expression' && body[0].expression.kind === 'string';
  const start = (isDocstring ? body[1] : body[0])?.span.start ?? span.end;
  const place = [...text.slice(start, span.end).matchAll(/\byield\b/g)]
    .map(({ index }) => start + index)
    .find((offset) => !comments.some((comment) => contains(comment, { start: offset, end: offset })));
  return place ?? span.end;
}

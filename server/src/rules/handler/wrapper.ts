import type { PythonDocument } from '../../documents/python/document.ts';
import { calls, qualifiedName } from '../../documents/python/scope.ts';
import type { Call, Expression, FunctionDefinition, Lambda } from '../../documents/python/syntax.ts';
import { contains } from '../../text/span.ts';
import { type Adapter, adapterOf, isImmediateAdapter } from './adapters.ts';
import { handlerBindings } from './handlerFile.ts';
import { awaitsIn } from './names.ts';
import { type Passing, passingIn } from './passing.ts';

/** A function `handler` in the shape that AWS Lambda calls. */
export interface Wrapper {
  readonly definition: FunctionDefinition;
  /** The adapter object that does its work, where there is one. */
  readonly adapter?: Adapter;
  /** What it calls, where it does nothing but that; a sentence's end that says why not, where an adapter is called. */
  readonly passing: Passing | { readonly obstacle: string } | undefined;
}

/** The function that `handler` is in the end, where AWS Lambda could call it. */
export function wrapperOf(document: PythonDocument): Wrapper | undefined {
  const definition = handlerBindings(document).at(-1)?.definition;
  if (definition?.kind !== 'function') return undefined;
  const called = callsIn(document, definition);
  const adapter = called.flatMap((call) => adapterOf(document, call) ?? adapterOf(document, call.callee) ?? [])[0];
  const usesAdapter = adapter !== undefined || called.some((call) => isImmediateAdapter(document, call));
  if (!usesAdapter && (!isLambdaShaped(definition) || definition.decorators.length > 0)) return undefined;
  const passing = usesAdapter ? passingOf(document, definition) : undefined;
  return { definition, passing, ...(adapter ? { adapter } : {}) };
}

function callsIn(document: PythonDocument, { span, headerSpan }: FunctionDefinition): Call[] {
  return calls(document).flatMap(({ call }) =>
    contains(span, call.span) && call.span.start >= headerSpan.end ? [call] : [],
  );
}

function passingOf(document: PythonDocument, definition: FunctionDefinition): Wrapper['passing'] {
  const decorator = definition.decorators.find(({ expression }) => !isHarmless(document, expression));
  if (decorator) return { obstacle: `\`@${shortText(document, decorator.expression)}\` decorates it` };
  const passing = passingIn(document, definition);
  if ('obstacle' in passing || !passing.adapter || !awaitsIn(passing.adapter.call)) return passing;
  return { obstacle: 'it waits for something to make the adapter' };
}

/** Whether a decorator leaves what it decorates as it is. */
function isHarmless(document: PythonDocument, expression: Expression): boolean {
  const name = qualifiedName(document, expression) ?? '';
  return /^(?:typing|typing_extensions)\.(?:final|no_type_check|override)$|^builtins\.staticmethod$/.test(name);
}

function shortText({ text }: PythonDocument, { span }: Expression): string {
  return /^[\w.]{0,30}/.exec(text.slice(span.start, span.end))?.[0] ?? '';
}

/** `handler(event, context)`, whatever the two are called, if the second is called as AWS calls it. */
function isLambdaShaped({ parameters }: FunctionDefinition): boolean {
  const [first, second, ...more] = parameters;
  return (
    first !== undefined &&
    second !== undefined &&
    !first.star &&
    !second.star &&
    more.every(({ default: given, star }) => given || star) &&
    /^_*(?:context|ctx|lambda_context|aws_context)$/.test(second.name)
  );
}

/** How a message names the function: `handler(event, context)`. */
export function signatureOf({ parameters }: FunctionDefinition | Lambda): string {
  const names = parameters.map(({ star = '', name }) => `${star}${name}`).join(', ');
  return names.length > 20 ? 'handler(…)' : `handler(${names})`;
}

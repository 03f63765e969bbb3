import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings, qualifiedName } from '../../documents/python/scope.ts';
import type { Argument, Call, Expression } from '../../documents/python/syntax.ts';
import { lambdaAdapters } from '../../facts/callables.ts';

/** An object that adapts an application to AWS Lambda. */
export interface Adapter {
  /** The call that makes it: `Mangum(app, lifespan="off")`. */
  readonly call: Call;
  /** The argument that is the application. */
  readonly application: Argument;
  /** The variable at top level that holds it. */
  readonly variable?: Binding;
}

/** Adapters that are called with the application and the event at once, and make nothing that could be a handler. */
const immediateAdapter = /(?:^|\.)(?:response|handle_request|handler)$/;

/** The adapter that `expression` makes, where it is a call of one. */
export function adapterMadeBy(document: PythonDocument, expression: Expression | undefined): Adapter | undefined {
  if (expression?.kind !== 'call') return undefined;
  const name = qualifiedName(document, expression.callee);
  if (name === undefined || !lambdaAdapters.has(name) || immediateAdapter.test(name)) return undefined;
  const application = expression.arguments.find(
    (argument) => !argument.star && (argument.name === undefined || /^(?:wsgi_)?app$/.test(argument.name)),
  );
  return application && { call: expression, application };
}

/** The adapter that `expression` makes or, as a name at module level, was given by its last plain assignment. */
export function adapterOf(document: PythonDocument, expression: Expression | undefined): Adapter | undefined {
  if (expression?.kind !== 'name') return adapterMadeBy(document, expression);
  const variable = bindings(document).findLast(
    ({ name, value, conditional, tuple }) => name === expression.id && value && !conditional && !tuple,
  );
  const adapter = adapterMadeBy(document, variable?.value);
  return adapter && variable && { ...adapter, variable };
}

/** Whether `call` hands an application and an event to an adapter at once: `awsgi.response(app, event, context)`. */
export function isImmediateAdapter(document: PythonDocument, call: Call): boolean {
  const name = qualifiedName(document, call.callee);
  return name !== undefined && lambdaAdapters.has(name) && immediateAdapter.test(name);
}

import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings, qualifiedName } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { applicationInterfaces } from '../../facts/callables.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { type Adapter, adapterOf } from './adapters.ts';
import { handlerBindings } from './handlerFile.ts';

/** The class called `handler`, in these letters, that Vercel would look for when the request comes. */
export function classHandler(document: PythonDocument): Binding | undefined {
  return handlerBindings(document).find(({ how }) => how === 'class');
}

/** The adapter that `handler` is in the end, and where it becomes one. */
export function adapterHandler(
  document: PythonDocument,
): { readonly binding: Binding; readonly adapter: Adapter } | undefined {
  const binding = handlerBindings(document).at(-1);
  if (!binding?.value || binding.tuple) return undefined;
  const adapter = adapterOf(document, binding.value);
  return adapter && { binding, adapter };
}

/** What `handler` is in the end, where that is an application or a lambda: no class, and no adapter either. */
export function plainHandler(
  document: PythonDocument,
): { readonly binding: Binding; readonly value: Expression } | undefined {
  const binding = handlerBindings(document).at(-1);
  const value = binding?.value;
  if (!binding || !value || binding.tuple || binding.how === 'walrus') return undefined;
  if (adapterOf(document, value)) return undefined;
  return value.kind === 'lambda' || isApplication(document, value) ? { binding, value } : undefined;
}

/** Whether `expression` is surely an application: it is made here, or carries the name of one. */
export function isApplication(document: PythonDocument, expression: Expression): boolean {
  if (expression.kind === 'call') {
    const name = qualifiedName(document, expression.callee);
    return name !== undefined && applicationInterfaces.has(name);
  }
  if (expression.kind !== 'name') return false;
  const found = bindings(document).filter(({ name, conditional }) => name === expression.id && !conditional);
  const [only] = found;
  if (found.length === 1 && only?.value?.kind === 'call') return isApplication(document, only.value);
  if (found.some(({ how }) => how === 'class')) return false;
  if (applicationNames.includes(expression.id)) return true;
  return found.length === 1 && applicationNames.includes(only?.imported?.split('.').at(-1) ?? '');
}

import type { Entrypoint } from '../../deployment/deployment.ts';
import { servedVariable } from '../../deployment/servedVariable.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { intactPart } from '../../documents/python/intact.ts';
import { type Binding, bindings } from '../../documents/python/scope.ts';
import type { ModuleContext } from '../rule.ts';
import { firstError } from './names.ts';

/** What Vercel does with a file that serves, or was meant to serve, requests. */
export interface HandlerFile {
  /** The module, or what parses of it. */
  readonly document: PythonDocument;
  /** The variable that Vercel serves from the file; `undefined` where it finds none. */
  readonly served: string | undefined;
  /**
   * What becomes of the file: the build `stops` at it, it becomes `no-function` and nobody is told, or nothing names it
   * (`unnamed`), so that only what holds for every deployment can be said.
   */
  readonly fate: 'served' | 'stops' | 'no-function' | 'unnamed';
}

/**
 * What becomes of the module at `context.path`; `undefined` where nothing can be said: where it does not parse, where a
 * preset serves another file, and where `[tool.vercel]` names a handler, which is taken whatever it is.
 * While somebody types, it is what becomes of the statements that parse, see `intactPart`.
 */
export function handlerFile(written: PythonDocument, context: ModuleContext): HandlerFile | undefined {
  const document = written.hasError ? intactPart(written) : written;
  if (!document || document.vercel?.valid === false || firstError(document)) return undefined;
  const named = entrypointOf(context);
  const entrypoint = named && (written.hasError ? mended(named, document) : named);
  const fate = entrypoint && fateOf(entrypoint, context);
  if (!entrypoint || !fate) return undefined;
  if (entrypoint.via === 'setting' && /^handler$/i.test(entrypoint.variable ?? '')) return undefined;
  return { document, served: entrypoint.variable, fate };
}

/** The entrypoint as it is without the statement that somebody is typing; a setting names its variable itself. */
function mended(entrypoint: Entrypoint, document: PythonDocument): Entrypoint {
  return entrypoint.via === 'setting' ? entrypoint : { ...entrypoint, variable: servedVariable(document)?.name };
}

/** Who names the file, for a file that several name the one that counts. */
export function entrypointOf({ path, deployment }: ModuleContext): Entrypoint | undefined {
  const all = deployment.entrypoints.filter((entrypoint) => entrypoint.path === path);
  return all.find(({ via }) => via !== 'name') ?? all[0];
}

/** What becomes of a file that `entrypoint` names. */
export function fateOf(entrypoint: Entrypoint, { deployment }: ModuleContext): HandlerFile['fate'] | undefined {
  const { via, variable } = entrypoint;
  if (via === 'name') return 'unnamed';
  if (via === 'preset') {
    const isServing = (other: Entrypoint) => other.path === entrypoint.path && variable !== undefined;
    const serving = deployment.entrypoints.find(
      (other) => other.via === via && (other.variable !== undefined || isServing(other)),
    );
    if (serving) return serving.path === entrypoint.path ? 'served' : undefined;
    return deployment.errors.some(({ code }) => code.endsWith('_ENTRYPOINT_NOT_FOUND')) ? 'stops' : undefined;
  }
  if (variable !== undefined) return 'served';
  return via === 'api' ? 'no-function' : 'stops';
}

/** What follows from there being nothing to serve, for the middle of a sentence. */
export function outcomeOf({ fate }: Pick<HandlerFile, 'fate'>): string {
  return fate === 'no-function' ? 'so this file becomes no function' : 'so the build stops';
}

/** The bindings of `handler` that hold whenever the module is imported, in the order of the text. */
export function handlerBindings(document: PythonDocument): readonly Binding[] {
  return bindings(document).filter(({ name, how, conditional, value }) => {
    return name === 'handler' && !conditional && how !== 'delete' && (how !== 'annotation' || value !== undefined);
  });
}

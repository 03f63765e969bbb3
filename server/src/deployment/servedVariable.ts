import type { PythonDocument } from '../documents/python/document.ts';
import { intactPart } from '../documents/python/intact.ts';
import { type Binding, bindings } from '../documents/python/scope.ts';
import type { SourceFile } from '../documents/sourceFile.ts';
import { applicationNames } from '../facts/entrypoints.ts';
import { documentAt, type Files } from '../project/files.ts';

/** The variable that Vercel serves from a module, and where it is bound. */
export interface ServedVariable {
  readonly name: string;
  readonly binding: Binding;
}

/**
 * The first binding at top level, in source order, of `app` or `application` (assigned, annotated, defined, or imported
 * by name), or of a class called `handler` in any case. Bindings inside `if`, `try` and the like do not count.
 * Where Vercel's own analysis is at hand it decides whether there is one.
 * Source: platform.md B.2, F23, F24; `findAppOrHandler` of @vercel/python-analysis 0.14.0.
 */
export function servedVariable(document: PythonDocument): ServedVariable | undefined {
  const { vercel } = document;
  if (!isLookedAt(document) || (vercel && vercel.entrypoint === undefined)) return undefined;
  const name = vercel?.entrypoint;
  const all = bindings(document);
  const binding =
    all.find((candidate) => isServed(candidate) && (name === undefined || candidate.name === name)) ??
    (name === undefined ? undefined : all.find((candidate) => candidate.name === name));
  return binding && { name: binding.name, binding };
}

/**
 * The variable that the builder will find in a module that somebody is typing in, as far as what parses tells; that which
 * it finds, in a module that parses.
 */
export function intendedVariable(document: PythonDocument): string | undefined {
  const whole = document.hasError ? intactPart(document) : document;
  return whole && servedVariable(whole)?.name;
}

/** The variable that the builder finds in the module at `path`. */
export function variableIn(files: Files, path: string): string | undefined {
  const source = files.source(path);
  const document = source && isLookedAt(source) ? documentAt(files, path, 'python') : undefined;
  return document && (document.vercel ? document.vercel.entrypoint : servedVariable(document)?.name);
}

/** The builder parses no text without one of these words as they are spelled here, and reads every text as UTF-8. */
function isLookedAt({ text, encoding }: SourceFile): boolean {
  return encoding.startsWith('utf-8') && /app|handler|Handler/.test(text);
}

function isServed({ name, how, conditional, tuple }: Binding): boolean {
  if (conditional || tuple) return false;
  if (how === 'class') return name.toLowerCase() === 'handler';
  return applicationNames.includes(name) && ['assignment', 'annotation', 'function', 'importFrom'].includes(how);
}

import type { PythonDocument } from '../documents/python/document.ts';
import { bindings, type CallSite, calls, possibleNames } from '../documents/python/scope.ts';
import type { Expression } from '../documents/python/syntax.ts';
import { documentAt, type Files } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import { moduleFiles, splitLevel } from './modulePath.ts';

/** How deep re-exports are followed. */
const deepest = 10;

/** Answers by what was looked at: a view of the files never changes. */
const known = new WeakMap<Files, Map<string, string | undefined>>();

/** A call of something outside the project. */
export interface OutsideCall {
  readonly site: CallSite;
  /** What is called, as `meaningOf` tells it. */
  readonly name: string;
}

const outsideCallsIn = new WeakMap<Files, WeakMap<PythonDocument, readonly OutsideCall[]>>();

/** Every call in `document`, which lies at `path`, of something that neither the project nor Python itself defines. */
export function outsideCalls(project: Project, path: string, document: PythonDocument): readonly OutsideCall[] {
  const memory = outsideCallsIn.get(project.files) ?? new WeakMap<PythonDocument, readonly OutsideCall[]>();
  outsideCallsIn.set(project.files, memory);
  const before = memory.get(document);
  if (before) return before;
  const found = calls(document).flatMap((site): OutsideCall[] => {
    if (site.name?.startsWith('builtins.')) return [];
    const name = firstOutside(project, path, namesOf(document, site), deepest);
    return name === undefined ? [] : [{ site, name }];
  });
  memory.set(document, found);
  return found;
}

function namesOf(document: PythonDocument, { name, call }: CallSite): readonly string[] {
  return name === undefined ? possibleNames(document, call.callee) : [name];
}

/**
 * The dotted name outside the project that `expression` refers to, as `qualifiedName`, followed through the project's own
 * modules that only pass it on: `sqlalchemy.create_engine` for `from .engines import make` where `engines.py` says
 * `from sqlalchemy import create_engine as make`. `undefined` for what the project defines itself, and where it cannot be told.
 * @param path of `document`, of which `expression` is a node.
 */
export function meaningOf(
  project: Project,
  path: string,
  document: PythonDocument,
  expression: Expression,
): string | undefined {
  return firstOutside(project, path, possibleNames(document, expression), deepest);
}

/**
 * The meaning of the one name there is; of several, which star imports may have brought, the first that a module of the
 * project is seen to pass on, else the one outside name they all agree in, their packages being one.
 */
function firstOutside(project: Project, path: string, names: readonly string[], depth: number): string | undefined {
  if (depth === 0) return undefined;
  const [only, ...others] = names;
  if (only !== undefined && others.length === 0) return outside(project, path, only, depth);
  const outsiders: string[] = [];
  for (const name of names) {
    const at = definedAt(project, path, name);
    if (at === 'elsewhere') outsiders.push(name);
    else if (at?.isBound) return outside(project, path, name, depth);
  }
  const packages = new Set(outsiders.map((name) => name.split('.')[0]));
  return packages.size === 1 ? outsiders.sort((a, b) => a.length - b.length)[0] : undefined;
}

function outside(project: Project, path: string, name: string, depth: number): string | undefined {
  const memory = known.get(project.files) ?? new Map<string, string | undefined>();
  known.set(project.files, memory);
  const key = `${path}\n${name}`;
  if (memory.has(key)) return memory.get(key);
  const at = definedAt(project, path, name);
  const answer = at === 'elsewhere' ? name : at && passedOn(project, at, depth - 1);
  memory.set(key, answer);
  return answer;
}

interface Definition {
  readonly path: string;
  readonly document: PythonDocument;
  /** The name in that module, and the attributes behind it. */
  readonly name: string;
  readonly attributes: readonly string[];
  readonly isBound: boolean;
}

/** The module of the project that should bind `dotted`; `undefined` where there is none, though it belongs to the project. */
function definedAt(project: Project, path: string, dotted: string): Definition | 'elsewhere' | undefined {
  const { level, name } = splitLevel(dotted);
  const parts = name.split('.');
  for (let length = parts.length - 1; length >= (level > 0 ? 0 : 1); length--) {
    const module = moduleFiles(project, path, { level, name: parts.slice(0, length).join('.') }).at(-1);
    const document = module === undefined ? undefined : documentAt(project.files, module, 'python');
    const own = parts[length];
    if (module === undefined || !document || own === undefined) continue;
    const isBound = bindings(document).some((binding) => binding.name === own && binding.how !== 'delete');
    return { path: module, document, name: own, attributes: parts.slice(length + 1), isBound };
  }
  return level > 0 ? undefined : 'elsewhere';
}

/** What a module of the project means by a name that it imports, or gives another one. */
function passedOn(project: Project, { path, document, name, attributes, isBound }: Definition, depth: number) {
  const behind = attributes.map((attribute) => `.${attribute}`).join('');
  const found = bindings(document).filter((binding) => binding.name === name && binding.how !== 'delete');
  const [binding, ...more] = found;
  const names = !isBound
    ? starNames(document, name)
    : binding?.refersTo !== undefined && more.every(({ refersTo }) => refersTo === binding.refersTo)
      ? [binding.refersTo]
      : binding?.value && !binding.tuple && more.length === 0
        ? possibleNames(document, binding.value)
        : [];
  return firstOutside(
    project,
    path,
    names.map((one) => `${one}${behind}`),
    depth,
  );
}

/** What a name that the module does not bind may be by its star imports. */
function starNames({ statements }: PythonDocument, name: string): string[] {
  const stars = statements.flatMap((statement) =>
    statement.kind === 'importFrom' && statement.star ? [`${'.'.repeat(statement.level)}${statement.module}`] : [],
  );
  return stars.map((star) => `${star}${star.endsWith('.') ? '' : '.'}${name}`).reverse();
}

import type { PythonDocument } from '../documents/python/document.ts';
import { importTimeStatements } from '../documents/python/scope.ts';
import type { Statement } from '../documents/python/syntax.ts';
import { documentAt } from '../project/files.ts';
import type { Project } from '../project/project.ts';
import type { Span } from '../text/span.ts';
import type { Deployment, Entrypoint } from './deployment.ts';
import { type ModuleName, moduleFiles } from './modulePath.ts';
import { namedModules } from './namedModules.ts';
import { intendedVariable } from './servedVariable.ts';

/** A module that importing an entrypoint imports in turn. */
export interface ClosureEntry {
  /** The chain of files from an entrypoint to this one, both included. */
  readonly chain: readonly string[];
  /** Whether every way to it goes through an import inside `if` or `try`. */
  readonly conditional: boolean;
}

/**
 * The project's own modules that run when an entrypoint is imported, by path, nearest first: those that run in any case,
 * then those that may not.
 */
export function importClosure(project: Project, entrypoints: readonly string[]): ReadonlyMap<string, ClosureEntry> {
  const closure = new Map<string, ClosureEntry>();
  const certain: Step[] = entrypoints.map((path) => ({ path, chain: [path], conditional: false }));
  const uncertain: Step[] = [];
  for (let next = certain.shift() ?? uncertain.shift(); next; next = certain.shift() ?? uncertain.shift()) {
    if (closure.has(next.path)) continue;
    const document = documentAt(project.files, next.path, 'python');
    if (!document) continue;
    const { path, ...entry } = next;
    closure.set(path, entry);
    for (const found of importedFiles(project, path, document)) {
      const conditional = entry.conditional || found.conditional;
      (conditional ? uncertain : certain).push({ path: found.path, chain: [...entry.chain, found.path], conditional });
    }
  }
  return closure;
}

/** Answers by deployment, which is a new object whenever a file changed. */
const known = new WeakMap<Deployment, ReadonlyMap<string, ClosureEntry>>();

/** The modules of the project that run when an entrypoint is imported on Vercel, nearest first. */
export function deployedModules(project: Project, deployment: Deployment): ReadonlyMap<string, ClosureEntry> {
  const found = known.get(deployment);
  if (found) return found;
  const closure = importClosure(project, startingPoints(project, deployment));
  known.set(deployment, closure);
  return closure;
}

/** The place in the module `importer` of the import that runs the module at `path`; `undefined` for none. */
export function importOf(project: Project, importer: string, path: string): Span | undefined {
  const document = documentAt(project.files, importer, 'python');
  if (!document) return undefined;
  return importTimeStatements(document).find(({ statement }) =>
    moduleNames(statement).some((name) => moduleFiles(project, importer, name).includes(path)),
  )?.statement.span;
}

/**
 * The files that Vercel imports itself. Where the build stops there are no functions; then those that it would have
 * imported: helpers below `api`, and files that only look like an entrypoint, are not among them. A file that somebody is
 * typing in is one of them if the rest of it says so.
 */
export function startingPoints(project: Project, { mode, functions, entrypoints }: Deployment): string[] {
  const isServed = ({ path, via, variable }: Entrypoint) =>
    via !== 'name' && (variable !== undefined || isServedBesides(project, path));
  if (functions.length > 0) {
    const typed = mode === 'framework' ? [] : entrypoints.filter((one) => one.variable === undefined && isServed(one));
    return [...functions, ...typed].map(({ path }) => path);
  }
  const named = entrypoints.filter(({ via }) => via === 'builds' || via === 'setting');
  const found = entrypoints.filter(isServed);
  const meant = named.length > 0 ? named : mode === 'framework' ? found.slice(0, 1) : found;
  return meant.map(({ path }) => path);
}

/** Whether the module does not parse, and what does parse of it binds an application. */
function isServedBesides({ files }: Project, path: string): boolean {
  const document = documentAt(files, path, 'python');
  return document?.hasError === true && intendedVariable(document) !== undefined;
}

interface Step extends ClosureEntry {
  readonly path: string;
}

/** An import of the project's own, where it stands. */
export interface ImportPlace {
  readonly path: string;
  /** Of the statement, or of the string that names the module. */
  readonly span: Span;
  readonly conditional: boolean;
}

/** The files of the project that importing the module at `path` imports, in the order of the text. */
export function importedFiles(project: Project, path: string, document: PythonDocument): readonly ImportPlace[] {
  const statements = [...importTimeStatements(document)].flatMap(({ statement, conditional }) =>
    moduleNames(statement).map((name) => ({ name, span: statement.span, conditional })),
  );
  const strings = namedModules(document).map(({ name, ...rest }) => ({ name: { level: 0, name }, ...rest }));
  return [...statements, ...strings].flatMap(({ name, ...rest }) =>
    moduleFiles(project, path, name).map((file) => ({ path: file, ...rest })),
  );
}

function moduleNames(statement: Statement): ModuleName[] {
  if (statement.kind === 'import') return statement.names.map(({ name }) => ({ level: 0, name }));
  if (statement.kind !== 'importFrom') return [];
  const { module, level, names } = statement;
  const below = names.map(({ name }) => ({ level, name: module ? `${module}.${name}` : name }));
  return [{ level, name: module }, ...below];
}

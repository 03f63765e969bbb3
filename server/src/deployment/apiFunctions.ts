import { inside, nameOf, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { apiRouteError, sortedBySegments } from './apiRoutes.ts';
import { isPythonBuilder } from './builds.ts';
import type { BuildError } from './deployment.ts';
import { type FunctionSettings, settingsFor } from './functionSettings.ts';
import { variableIn } from './servedVariable.ts';
import { uploadedFiles } from './uploadedFiles.ts';

/** What zero configuration makes of the `api` folder. */
export interface ApiFunctions {
  /** The Python files that become functions, in the order in which they are built. */
  readonly python: readonly string[];
  /** The files of every language that become functions. */
  readonly all: readonly string[];
  readonly error?: BuildError;
}

/** Languages by what their files' names look like. */
const languages: readonly (readonly [string, RegExp])[] = [
  ['node', /\.(?:js|mjs|ts|tsx)$/],
  ['go', /^(?!.*_test\.go$).*\.go$/],
  ['python', /\.py$/],
  ['ruby', /\.rb$/],
  ['rust', /\.rs$/],
];

/**
 * The files below `api` that become functions of their own.
 * @param withPython whether Python files do: not beside a preset that builds one function out of all of them.
 * Source: `detectBuilders` of @vercel/fs-detectors 7.7.3.
 */
export function apiFunctionsOf(
  project: Project,
  functions: readonly FunctionSettings[],
  withPython: boolean,
): ApiFunctions {
  const names = uploadedFiles(project, inside(project.root, 'api')).map((path) => relativeTo(project.root, path));
  const python: string[] = [];
  const all: string[] = [];
  for (const name of sortedBySegments(names)) {
    const use = builderOf(project, name, functions, withPython);
    if (use === undefined) continue;
    const error = apiRouteError(name, names);
    if (error) return { python: [], all: [], error: { ...error, file: inside(project.root, name) } };
    all.push(name);
    if (isPythonBuilder(use)) python.push(inside(project.root, name));
  }
  return { python, all };
}

function builderOf(
  project: Project,
  name: string,
  functions: readonly FunctionSettings[],
  withPython: boolean,
): string | undefined {
  if (!mayBeFunction(name)) return undefined;
  if (name.endsWith('.py') && variableIn(project.files, inside(project.root, name)) === undefined) return undefined;
  const language = languages.find(([, pattern]) => pattern.test(nameOf(name)))?.[0];
  const own = language === undefined || (language === 'python' && !withPython) ? undefined : `@vercel/${language}`;
  return settingsFor(name, functions)?.runtime || own;
}

/** Names that start with a dot or an underscore are for helpers. */
export function mayBeFunction(name: string): boolean {
  return !/\/[._]/.test(name) && !name.includes('/node_modules/') && !name.endsWith('.d.ts');
}

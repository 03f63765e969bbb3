import type { PythonPreset } from '../facts/frameworks.ts';
import { inside, nameOf } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { mayBeFunction } from './apiFunctions.ts';
import type { BuildError, DeployedFunction, Entrypoint } from './deployment.ts';
import { djangoApplication } from './django.ts';
import { type PresetEntrypoint, presetEntrypoint } from './presetEntrypoint.ts';
import { type PythonBuild, sourceName } from './pythonBuilds.ts';
import { servedInterface } from './servedInterface.ts';
import { variableIn } from './servedVariable.ts';
import { uploadedFiles } from './uploadedFiles.ts';

/** What one run of the builder makes of the project's Python files. */
export interface BuiltEntrypoint {
  /** The files it looks at, in its order. */
  readonly entrypoints: readonly Entrypoint[];
  readonly function?: DeployedFunction;
  /** The folder from which it looks for manifests. */
  readonly folder: string;
  readonly error?: BuildError;
}

/** The entrypoint that a run of the builder finds. */
export function builtEntrypoint(project: Project, build: PythonBuild, preset: PythonPreset | null): BuiltEntrypoint {
  if (build.path !== undefined) return configured(project, build.path, build.via);
  return fromPreset(project, presetEntrypoint(project, preset ?? 'python'));
}

function configured(project: Project, path: string, via: PythonBuild['via']): BuiltEntrypoint {
  const file = path.endsWith('.py') ? path : `${path}.py`;
  const name = sourceName(project, file);
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const fail = (message: string): BuildError => ({ code: 'PYTHON_ENTRYPOINT_NOT_FOUND', message, file });
  if (!project.files.has(file)) {
    return { entrypoints: [], folder, error: fail(`Configured Python entrypoint "${name}" was not found.`) };
  }
  const variable = variableIn(project.files, file);
  const entrypoints = [{ path: file, via, variable }];
  if (variable !== undefined) return { entrypoints, folder, function: functionOf(project, file, variable) };
  const message = `Could not find a top-level "app", "application", or "handler" in "${name}".`;
  return { entrypoints, folder, error: fail(message) };
}

function fromPreset(project: Project, answer: PresetEntrypoint): BuiltEntrypoint {
  const { via, looked, found, managed, error } = answer;
  if (managed !== undefined) return fromDjango(project, managed);
  const entrypoints = looked.map((path) => ({
    path,
    via,
    variable: path === found?.path ? found.variable : variableIn(project.files, path),
  }));
  const made = found ? { function: functionOf(project, found.path, found.variable) } : {};
  return { entrypoints, folder: project.root, ...made, ...(error ? { error } : {}) };
}

/** The application behind manage.py is learnt when manage.py runs, which is after the installation: no error yet. */
function fromDjango(project: Project, folder: string): BuiltEntrypoint {
  const application = djangoApplication(project, folder);
  if (!application) return { entrypoints: [], folder };
  const { path, variable } = application;
  return { entrypoints: [{ path, via: 'preset', variable }], folder, function: functionOf(project, path, variable) };
}

function functionOf(project: Project, path: string, variable: string): DeployedFunction {
  return { path, variable, interface: servedInterface(project, path, variable) };
}

/** The name that the field gives the file with a Lambda-style handler. Looked at even where nothing refers to it. */
const handlerFileName = 'api_handler.py';

/** Files that are no entrypoints and were most likely meant to be: `api/*.py` that serve nothing, and a Lambda handler. */
export function meantEntrypoints(project: Project, found: readonly Entrypoint[], withApi: boolean): Entrypoint[] {
  const { root, files } = project;
  const named = inside(root, handlerFileName);
  const api = withApi ? uploadedFiles(project, inside(root, 'api')) : [];
  const modules = api.filter((path) => path.endsWith('.py') && mayBeFunction(`/${nameOf(path)}`));
  const all = [
    ...modules.map((path) => ({ path, via: 'api' as const })),
    ...(files.has(named) ? [{ path: named, via: 'name' as const }] : []),
  ];
  return all
    .filter(({ path }) => found.every((one) => one.path !== path))
    .map((one) => ({ ...one, variable: variableIn(files, one.path) }));
}

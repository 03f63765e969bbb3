import type { Files } from '../project/files.ts';
import { directoryOf, relativeTo } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { configurationErrors } from './configurationErrors.ts';
import { cronsOf } from './crons.ts';
import { deployedSettings } from './deployedSettings.ts';
import type { BuildError, DeployedFunction, Deployment, FrameworkChoice } from './deployment.ts';
import { type BuiltEntrypoint, builtEntrypoint, meantEntrypoints } from './entrypoint.ts';
import { frameworkOf } from './framework.ts';
import { installOf } from './installSource.ts';
import { type PythonBuild, type PythonBuilds, pythonBuildsOf } from './pythonBuilds.ts';
import { type PythonPackage, pythonPackageOf } from './pythonPackage.ts';
import { pythonOf, versionErrorOf } from './pythonVersion.ts';
import { repositoryRoot } from './repositoryRoot.ts';
import { workerError } from './workerErrors.ts';

/** Answers by what was looked at: a view of the files never changes, so neither does its answer. */
const known = new WeakMap<Files, Map<string, Deployment>>();

/** What Vercel would do with `project`. Pure; remembered for as long as the files do not change. */
export function resolveDeployment(project: Project): Deployment {
  const byRoot = known.get(project.files) ?? new Map<string, Deployment>();
  known.set(project.files, byRoot);
  const deployment = byRoot.get(project.root) ?? resolve(project);
  byRoot.set(project.root, deployment);
  return deployment;
}

function resolve(project: Project): Deployment {
  const framework = frameworkOf(project);
  const planned = pythonBuildsOf(project, framework);
  const packageOf = packagesOf(project);
  const runs = planned.builds.map((build) => runOf(project, build, framework, packageOf));
  const errors = errorsOf(project, planned, runs);
  const found = runs.flatMap(({ built }) => built.entrypoints);
  const withApi = planned.mode === 'zero-config' || framework.python === 'fasthtml';
  const entrypoints = [...found, ...meantEntrypoints(project, found, withApi)];
  const [first] = entrypoints;
  const folder = mainFolder(runs) ?? (first ? directoryOf(first.path) : project.root);
  return {
    mode: planned.mode,
    framework,
    entrypoints,
    errors,
    install: installOf(project, folder, packageOf(folder)),
    python: pythonOf(project, packageOf(folder)),
    functions: errors.length > 0 ? [] : runs.flatMap(({ function: made }) => made ?? []),
    crons: errors.length > 0 ? [] : cronsOf(project),
  };
}

type PackageOf = (folder: string) => PythonPackage;

/** What the builder finds on its way up from a folder, looked for once. */
function packagesOf(project: Project): PackageOf {
  const top = repositoryRoot(project);
  const byFolder = new Map<string, PythonPackage>();
  return (folder) => {
    const found = byFolder.get(folder) ?? pythonPackageOf(project.files, folder, top);
    byFolder.set(folder, found);
    return found;
  };
}

interface Run {
  readonly built: BuiltEntrypoint;
  readonly found: PythonPackage;
  readonly function?: DeployedFunction;
  /** With which the run stops before it looks for an entrypoint. */
  readonly error?: BuildError;
}

function runOf(project: Project, build: PythonBuild, framework: FrameworkChoice, packageOf: PackageOf): Run {
  const built = builtEntrypoint(project, build, framework.python);
  const error = build.via === 'preset' ? workerError(project) : undefined;
  const made = built.function && withSettings(project, build, built.function);
  return { built, found: packageOf(built.folder), ...(error ? { error } : {}), ...(made ? { function: made } : {}) };
}

function withSettings(project: Project, build: PythonBuild, made: DeployedFunction): DeployedFunction {
  const settings = deployedSettings(build, relativeTo(project.root, made.path));
  return settings ? { ...made, settings } : made;
}

/** The answers about the whole deployment are taken from the first run that makes a function. */
function mainFolder(runs: readonly Run[]): string | undefined {
  return (runs.find(({ built }) => built.function) ?? runs[0])?.built.folder;
}

/** In the order in which they come up, each once; a run tells its first only. */
function errorsOf(project: Project, { error }: PythonBuilds, runs: readonly Run[]): readonly BuildError[] {
  const configuration = configurationErrors(project);
  if (configuration.length > 0) return configuration;
  if (error) return [error];
  const byMessage = new Map<string, BuildError>();
  for (const { built, found, error: early } of runs) {
    const first = early ?? built.error ?? found.error ?? versionErrorOf(pythonOf(project, found));
    if (first && !byMessage.has(first.message)) byMessage.set(first.message, first);
  }
  return [...byMessage.values()];
}

import type { DeployedFunction, Deployment } from '../../deployment/deployment.ts';
import type { FittingPythons } from '../../deployment/installed/fittingPythons.ts';
import { fromRoot } from './directory.ts';

/** What Vercel would do with a root, as `resolve` prints it: paths are relative to the root. */
export interface DeploymentModel {
  /** Path of the root from the folder that was asked about; `.` for that folder itself. */
  readonly root: string;
  readonly mode: Deployment['mode'];
  readonly framework: Deployment['framework']['python'];
  readonly python: {
    readonly version: string;
    readonly source: string | null;
    readonly requested: string | null;
    readonly notes: readonly string[];
    /** Those that the pinned requirements allow, newest first; null where none of them is known. */
    readonly fits: readonly string[] | null;
  };
  readonly install: { readonly source: string | null; readonly ignored: readonly string[] };
  readonly functions: readonly FunctionModel[];
  readonly crons: Deployment['crons'];
  readonly errors: readonly { readonly code: string; readonly message: string; readonly file: string | null }[];
}

/** A function with what vercel.json sets for it; `null` where the plan's default holds. */
export interface FunctionModel extends Omit<DeployedFunction, 'settings'> {
  /** In seconds, or `max`. */
  readonly maxDuration: number | 'max' | null;
  /** In megabytes. */
  readonly memory: number | null;
  readonly includeFiles: readonly string[];
  readonly excludeFiles: readonly string[];
}

/** `deployment` of the folder `root`, and the Pythons that would do there, ready to print. */
export function deploymentModel(
  root: string,
  deployment: Deployment,
  pythons: FittingPythons | undefined,
): DeploymentModel {
  const { mode, framework, python, install, functions, crons, errors } = deployment;
  const own = (path: string) => fromRoot(root, path);
  const ownOrNull = (path: string | null | undefined) => (path === null || path === undefined ? null : own(path));
  return {
    root: root || '.',
    mode,
    framework: framework.python,
    python: {
      version: python.version,
      source: ownOrNull(python.source),
      requested: python.requested,
      notes: python.because,
      fits: pythons?.versions ?? null,
    },
    install: { source: ownOrNull(install.source), ignored: install.ignored.map(own) },
    functions: functions.map((made) => functionModel(own(made.path), made)),
    crons,
    errors: errors.map(({ code, message, file }) => ({ code, message, file: ownOrNull(file) })),
  };
}

function functionModel(path: string, { variable, interface: kind, settings }: DeployedFunction): FunctionModel {
  return {
    path,
    variable,
    interface: kind,
    maxDuration: settings?.maxDuration ?? null,
    memory: settings?.memory ?? null,
    includeFiles: settings?.includeFiles ?? [],
    excludeFiles: settings?.excludeFiles ?? [],
  };
}

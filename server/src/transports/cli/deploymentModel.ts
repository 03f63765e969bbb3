import type { Deployment } from '../../deployment/deployment.ts';
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
  readonly functions: Deployment['functions'];
  readonly errors: readonly { readonly code: string; readonly message: string; readonly file: string | null }[];
}

/** `deployment` of the folder `root`, and the Pythons that would do there, ready to print. */
export function deploymentModel(
  root: string,
  deployment: Deployment,
  pythons: FittingPythons | undefined,
): DeploymentModel {
  const { mode, framework, python, install, functions, errors } = deployment;
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
    functions: functions.map(({ path, variable, interface: kind }) => ({ path: own(path), variable, interface: kind })),
    errors: errors.map(({ code, message, file }) => ({ code, message, file: ownOrNull(file) })),
  };
}

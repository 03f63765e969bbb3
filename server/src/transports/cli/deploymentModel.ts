import type { BundleEstimate } from '../../deployment/bundleEstimate.ts';
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
  /** The largest bundle; null where no function is bundled. */
  readonly bundle: BundleModel | null;
  readonly errors: readonly { readonly code: string; readonly message: string; readonly file: string | null }[];
}

/** How large a bundle is, in bytes. */
export interface BundleModel {
  /** Path of the function. */
  readonly function: string;
  /** Of what is known; 0 where nothing is. */
  readonly bytesAtLeast: number;
  readonly heaviest: readonly { readonly name: string; readonly bytes: number; readonly sure: 'exact' | 'at-least' }[];
  /** The packages whose size is not known. */
  readonly unknown: readonly string[];
  /** Whether what the packages need in turn is counted. */
  readonly isClosure: boolean;
  /** Where the sizes of packages come from. */
  readonly basis: string | null;
  /** The limit that it is over; null where it is not known to be over one. */
  readonly limit: number | null;
  readonly outcome: BundleEstimate['outcome'];
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

/** What is printed. */
export interface Resolved {
  readonly root: string;
  readonly deployment: Deployment;
  readonly pythons: FittingPythons | undefined;
  readonly estimate: BundleEstimate | undefined;
}

/** A deployment of the folder `root`, the Pythons that would do there, and the size of its bundle, ready to print. */
export function deploymentModel({ root, deployment, pythons, estimate }: Resolved): DeploymentModel {
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
    bundle: estimate ? bundleModel(estimate, own) : null,
    errors: errors.map(({ code, message, file }) => ({ code, message, file: ownOrNull(file) })),
  };
}

function bundleModel(estimate: BundleEstimate, own: (path: string) => string): BundleModel {
  const { made, bytes, heaviest, distributions, basis, limit, outcome } = estimate;
  return {
    function: own(made.path),
    bytesAtLeast: Math.floor(bytes),
    heaviest: heaviest.map(({ kind, name, bytes: size, sure }) => ({
      ...{ name: kind === 'file' ? own(name) : name, bytes: Math.floor(size), sure },
    })),
    unknown: distributions.unknown,
    isClosure: distributions.isClosure,
    basis: basis ?? null,
    limit: limit ?? null,
    outcome,
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

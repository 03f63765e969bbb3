import { bundleLimits, bundleLimitVariables } from '../facts/bundleLimits.ts';
import { platform } from '../facts/platform.ts';
import { nameOf } from '../project/paths.ts';
import { type Project, vercelJsonOf } from '../project/project.ts';
import { type Distributions, dataFilesOf, distributionsOf, type Weight } from './bundleWeights.ts';
import type { DeployedFunction, Deployment } from './deployment.ts';
import { commandRequirements } from './installed/commandRequirements.ts';
import { installedRequirements } from './installed/installedRequirements.ts';
import { pinnedBuilder } from './pinnedBuilder.ts';
import { pulledVariablesOf } from './pulledVariables.ts';
import { environmentSettings } from './vercelJson/environmentSettings.ts';

/**
 * What the builder does with a bundle of at least this size.
 *
 * - `unknown`: it is not known to be over a limit, or a variable or an older builder sets other limits;
 * - `installs-at-start`: packages are taken out of it and installed when the function starts;
 * - `stops-custom-install`: the build ends, because a command of the project's own installs, and would not without it;
 * - `stops`: the build ends.
 */
export type BundleOutcome = 'unknown' | 'installs-at-start' | 'stops-custom-install' | 'stops';

export interface BundleEstimate {
  /** The function whose bundle it is: of several, the one that weighs most. */
  readonly made: DeployedFunction;
  /**
   * How many bytes the bundle holds at least. It is never exact: wheels are known packed, source files are not counted,
   * and the builder adds its own runtime.
   */
  readonly bytes: number;
  /** The data files of the project. */
  readonly files: readonly Weight[];
  readonly distributions: Distributions;
  /** Heaviest first, at most five. */
  readonly heaviest: readonly Weight[];
  /** Where the sizes of distributions come from, such as `uv.lock`; absent where none is known. */
  readonly basis?: string;
  readonly outcome: BundleOutcome;
  /** In bytes: the limit that it is over; absent where none is. */
  readonly limit?: number;
}

const known = new WeakMap<Deployment, { readonly estimate: BundleEstimate | undefined }>();

/** The largest bundle of `deployment`, as far as sizes are known; `undefined` where no function is bundled. */
export function bundleEstimate(project: Project, deployment: Deployment): BundleEstimate | undefined {
  const before = known.get(deployment);
  if (before) return before.estimate;
  const estimate = find(project, deployment);
  known.set(deployment, { estimate });
  return estimate;
}

function find(project: Project, deployment: Deployment): BundleEstimate | undefined {
  const bySettings = new Map(deployment.functions.map((made) => [globsOf(made), made]));
  const all = [...bySettings.values()].map((made) => ({ made, files: dataFilesOf(project, made) }));
  const [first, ...others] = all;
  if (!first) return undefined;
  const { made, files } = others.reduce((most, one) => (total(one.files) > total(most.files) ? one : most), first);
  const installed = commandRequirements(project, deployment) ?? installedRequirements(project, deployment);
  const distributions = distributionsOf(project, installed, deployment.python.version);
  const all5 = [...files, ...distributions.weights].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  const bytes = total(files) + total(distributions.weights);
  const basis = basisOf(project, distributions);
  const asked = { bytes, own: total(files), isCustom: deployment.install.command !== undefined };
  const outcome = hasOtherLimits(project, made) ? 'unknown' : outcomeOf(asked);
  const limit = limitOf(outcome, bytes);
  return {
    ...{ made, bytes, files, distributions, heaviest: all5, outcome },
    ...(basis === undefined ? {} : { basis }),
    ...(limit === undefined ? {} : { limit }),
  };
}

function globsOf({ settings }: DeployedFunction): string {
  return JSON.stringify([settings?.includeFiles ?? [], settings?.excludeFiles ?? []]);
}

function total(weights: readonly Weight[]): number {
  return weights.reduce((sum, { bytes }) => sum + bytes, 0);
}

interface Asked {
  readonly bytes: number;
  /** What the builder cannot take out of the bundle: the project's own files. */
  readonly own: number;
  readonly isCustom: boolean;
}

/** Source: `PythonDependencyExternalizer` of @vercel/python 25.0.0. */
function outcomeOf({ bytes, own, isCustom }: Asked): BundleOutcome {
  if (bytes <= bundleLimits.standard) return 'unknown';
  if (bytes > bundleLimits.extended || own > bundleLimits.standard) return 'stops';
  return isCustom ? 'stops-custom-install' : 'installs-at-start';
}

function limitOf(outcome: BundleOutcome, bytes: number): number | undefined {
  if (outcome === 'unknown') return undefined;
  return bytes > bundleLimits.extended ? bundleLimits.extended : bundleLimits.standard;
}

/** Whether vercel.json or the variables that were pulled name one that sets other limits, or a builder of its own. */
function hasOtherLimits(project: Project, made: DeployedFunction): boolean {
  const pinned = pinnedBuilder(project, made.path);
  if (pinned !== undefined && pinned !== platform.builder) return true;
  const document = vercelJsonOf(project);
  const set = new Set(document ? environmentSettings(document).map(({ name }) => name) : []);
  const pulled = pulledVariablesOf(project)?.names;
  return bundleLimitVariables.some((name) => set.has(name) || pulled?.has(name));
}

function basisOf(project: Project, { basis, weights }: Distributions): string | undefined {
  const [first] = weights;
  const facts = basis.has('facts') ? `wheels known on ${project.files.packages()?.date}` : undefined;
  const lock = first && basis.has('lock') ? nameOf(first.path) : undefined;
  return lock && facts ? `${lock}, ${facts}` : (lock ?? facts);
}

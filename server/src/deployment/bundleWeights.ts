import { hasWheel } from '../documents/packages/fit.ts';
import { dataFileKinds } from '../facts/dataFileKinds.ts';
import type { Entry, Files } from '../project/files.ts';
import { inside } from '../project/paths.ts';
import type { Project } from '../project/project.ts';
import { ignoredFolders } from '../project/walk.ts';
import type { Span } from '../text/span.ts';
import { bundleOf } from './bundleFiles.ts';
import type { DeployedFunction } from './deployment.ts';
import { pinnedRelease } from './installed/fittingPythons.ts';
import type { InstalledRequirement, InstalledRequirements } from './installed/requirement.ts';

/** Something in the bundle, and how much it weighs. */
export interface Weight {
  readonly kind: 'distribution' | 'file';
  /** As the manifest writes it, or the path from the root folder's workspace. */
  readonly name: string;
  /** The file itself, or the manifest or lock file that names the distribution. */
  readonly path: string;
  /** Where `path` names it. */
  readonly span?: Span;
  readonly bytes: number;
  /** The size of a file is exact. A wheel is packed, and what is bundled is not: that is larger. */
  readonly sure: 'exact' | 'at-least';
}

/** The distributions of a bundle, as far as their sizes are known. */
export interface Distributions {
  readonly weights: readonly Weight[];
  /** The names of those whose size is not known. */
  readonly unknown: readonly string[];
  /** Whether what they need in turn is among them. */
  readonly isClosure: boolean;
  /** Where the sizes come from: the lock file, what is known of packages, or both. */
  readonly basis: ReadonlySet<'lock' | 'facts'>;
}

const weighed = new WeakMap<InstalledRequirements, Distributions>();

/**
 * The weights of what is installed on `python`, such as `3.12`. A size counts where the lock file tells it, or where an
 * exact version is pinned whose wheel is known; of each distribution the least.
 */
export function distributionsOf({ files }: Project, installed: InstalledRequirements, python: string): Distributions {
  const before = weighed.get(installed);
  if (before) return before;
  const certain = installed.requirements.filter(({ applies }) => applies === true);
  const needsFacts = certain.some(({ wheelBytes, pin, isFromPyPI }) => wheelBytes === undefined && pin && isFromPyPI);
  const facts = needsFacts ? files.packages() : undefined;
  const weights = new Map<string, Weight>();
  const unknown = new Map<string, string>();
  const basis = new Set<'lock' | 'facts'>();
  for (const requirement of certain) {
    const { name, normalizedName, path, span, wheelBytes } = requirement;
    const bytes = isStubs(normalizedName)
      ? undefined
      : (wheelBytes ?? (facts && knownBytes(facts, requirement, python)));
    const known = weights.get(normalizedName);
    if (bytes === undefined) unknown.set(normalizedName, name);
    else if (!known || bytes < known.bytes) {
      basis.add(wheelBytes === undefined ? 'facts' : 'lock');
      weights.set(normalizedName, { kind: 'distribution', name, path, span, bytes, sure: 'at-least' });
    }
  }
  for (const name of unknown.keys()) weights.delete(name);
  const answer = {
    weights: [...weights.values()],
    unknown: [...unknown.values()],
    isClosure: installed.isLocked,
    basis,
  };
  if (facts || !needsFacts) weighed.set(installed, answer);
  return answer;
}

/** Stubs are not bundled: the builder leaves every `.pyi` out (`shouldStripVendorFile` of @vercel/python 25.0.0). */
function isStubs(normalizedName: string): boolean {
  return /^types-|-stubs$|^mypy-boto3/.test(normalizedName);
}

type Facts = NonNullable<ReturnType<Files['packages']>>;

function knownBytes(facts: Facts, requirement: InstalledRequirement, python: string): number | undefined {
  const release = pinnedRelease(facts, requirement);
  return release && hasWheel(release, python) === true
    ? facts.wheelBytes(requirement.normalizedName, release.version)
    : undefined;
}

/** The data files of the project that the bundle of `made` holds, with their sizes. Installed packages are not looked at. */
export function dataFilesOf(project: Project, made: Pick<DeployedFunction, 'settings'>): readonly Weight[] {
  const bundle = bundleOf(project, made);
  return dataFilesBelow(project.files, project.root).flatMap((path) => {
    const bytes = bundle.holds(path) ? project.files.size(path) : undefined;
    return bytes === undefined ? [] : [{ kind: 'file', name: path, path, bytes, sure: 'exact' } as const];
  });
}

function dataFilesBelow(files: Files, directory: string): string[] {
  const entries = files.list(directory);
  const { data, folders } = sorted.get(entries) ?? sort(entries);
  const below = folders.flatMap((name) => dataFilesBelow(files, inside(directory, name)));
  return [...data.map((name) => inside(directory, name)), ...below];
}

interface Sorted {
  readonly data: readonly string[];
  readonly folders: readonly string[];
}

/** A listing that did not change is the same object: so a keystroke costs a look at each folder and not at each file. */
const sorted = new WeakMap<readonly Entry[], Sorted>();

function sort(entries: readonly Entry[]): Sorted {
  const named = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).map(({ name }) => name);
  const answer = {
    data: named('file').filter((name) => dataFileKinds.has(/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '')),
    folders: named('directory').filter((name) => !ignoredFolders.has(name)),
  };
  sorted.set(entries, answer);
  return answer;
}

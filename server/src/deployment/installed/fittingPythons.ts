import { lacksWheel, refusesPython } from '../../documents/packages/fit.ts';
import type { PackageFacts, Release } from '../../documents/packages/packageFacts.ts';
import { compareVersions } from '../../documents/pep440.ts';
import { installedPythons } from '../../facts/pythonVersions.ts';
import type { Project } from '../../project/project.ts';
import type { Deployment } from '../deployment.ts';
import { installedRequirements } from './installedRequirements.ts';
import type { InstalledRequirement, InstalledRequirements } from './requirement.ts';
import { isSameIndex, type Origin } from './sources.ts';

/** Which of the Pythons that Vercel runs the pinned requirements allow, as far as is known. */
export interface FittingPythons {
  /** Newest first; all of them where nothing known speaks against one. */
  readonly versions: readonly string[];
  /** What rules out the others: the first pinned requirement for each. */
  readonly because: readonly RuledOut[];
  /** How many pinned requirements are known. */
  readonly known: number;
  /** The day of the newest evidence. */
  readonly date: string;
}

/** A Python that a requirement rules out: its release refuses it, or has nothing built for it. */
export interface RuledOut {
  readonly python: string;
  readonly requirement: InstalledRequirement;
  readonly how: 'refused' | 'without-wheel';
}

/**
 * The Pythons that would do. Pins with a marker that does not hold, or may not, are left out.
 * @returns `undefined` where no pinned requirement is known.
 */
export function fittingPythons(project: Project, deployment: Deployment): FittingPythons | undefined {
  const installed = installedRequirements(project, deployment);
  const pinned = installed.requirements.filter(({ pin, applies }) => pin && applies === true);
  const facts = pinned.length > 0 ? project.files.packages() : undefined;
  const before = facts && answers.get(facts)?.get(installed);
  if (before) return before;
  const answer = facts && fittingFor(facts, pinned);
  if (answer) remember(answers, facts, installed, answer);
  return answer;
}

/** Answers by what was known then: a package index may be asked later. */
type Answers<K extends object, V> = WeakMap<PackageFacts, WeakMap<K, V>>;

function remember<K extends object, V>(known: Answers<K, V>, facts: PackageFacts, key: K, value: V): void {
  const answers = known.get(facts) ?? new WeakMap<K, V>();
  known.set(facts, answers.set(key, value));
}

/** What a lock file installs is the same object for as long as the file is. */
const answers: Answers<InstalledRequirements, FittingPythons> = new WeakMap();

function fittingFor(facts: PackageFacts, pinned: readonly InstalledRequirement[]): FittingPythons | undefined {
  const known = pinned.flatMap((requirement) => {
    const release = pinnedRelease(facts, requirement);
    return release ? [{ requirement, release }] : [];
  });
  if (known.length === 0) return undefined;
  const because = installedPythons.flatMap((python): RuledOut[] => {
    const against = known.find(({ release }) => refusesPython(release, python) || lacksWheel(release, python));
    if (!against) return [];
    const how = refusesPython(against.release, python) ? 'refused' : 'without-wheel';
    return [{ python, requirement: against.requirement, how }];
  });
  const versions = installedPythons.filter((python) => !because.some((row) => row.python === python));
  return { versions, because, known: known.length, date: facts.date };
}

/** Why the other Pythons would not do, a sentence for each requirement that rules some out. */
export function exclusions({ because }: FittingPythons): string[] {
  const byWords = new Map<string, string[]>();
  for (const { python, requirement, how } of because) {
    const words = `${`${requirement.name} ${requirement.pin?.text ?? ''}`.trim()} ${verbs[how]}`;
    byWords.set(words, [...(byWords.get(words) ?? []), python]);
  }
  return [...byWords].map(([words, pythons]) => `${words} ${listed(pythons)}.`);
}

const verbs = { refused: 'does not allow', 'without-wheel': 'has no wheel for' } as const;

/**
 * Whether what is known of packages of this name speaks of the package that is meant: it comes from PyPI, or the very index
 * was asked that the project names for it. Another index may have another package of the same name.
 */
export function isSpokenOf(
  facts: PackageFacts,
  { normalizedName, isFromPyPI, index }: Origin & Pick<InstalledRequirement, 'normalizedName'>,
): boolean {
  return isFromPyPI || (index !== undefined && isSameIndex(facts.askedIndex?.(normalizedName), index));
}

/** What is known of the release that `requirement` pins; `undefined` for packages of which nothing is known. */
export function pinnedRelease(facts: PackageFacts, requirement: InstalledRequirement): Release | undefined {
  const { pin, normalizedName } = requirement;
  if (!pin || pin.version.local || !isSpokenOf(facts, requirement)) return undefined;
  const before = releases.get(facts)?.get(requirement);
  if (before !== undefined) return before ?? undefined;
  const found = facts.releases(normalizedName)?.find(({ version }) => compareVersions(version, pin.version) === 0);
  remember(releases, facts, requirement, found ?? null);
  return found;
}

const releases: Answers<InstalledRequirement, Release | null> = new WeakMap();

function listed(words: readonly string[]): string {
  return words.length < 3 ? words.join(' and ') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

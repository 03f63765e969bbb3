import type { InstalledRequirement, InstalledRequirements } from '../../deployment/installed/requirement.ts';
import { normalizeName } from '../../documents/pep508.ts';
import { remembered } from '../../documents/remembered.ts';
import { broughtBy, rarelyBrought } from '../../facts/broughtBy.ts';
import { importNames } from '../../facts/importNames.ts';
import { mixUps } from '../../facts/mixUps.ts';
import { removedModules } from '../../facts/removedModules.ts';
import type { ImportedModule } from './imports.ts';

/** What brings the module, best first; `undefined` for one that is not known, or that Python brings. */
export function distributionsOf({ names, top }: ImportedModule, python: string): readonly string[] | undefined {
  const removed = Object.hasOwn(removedModules, top) ? removedModules[top] : undefined;
  if (removed) return minorOf(python) >= minorOf(removed.since) ? removed.distributions : undefined;
  const dotted = names.flatMap((name) =>
    name.split('.').map((_, index, parts) => parts.slice(0, parts.length - index).join('.')),
  );
  const found = dotted.find((name) => Object.hasOwn(importNames, name));
  return found === undefined ? undefined : importNames[found];
}

function minorOf(python: string): number {
  return Number(python.split('.')[1]);
}

/** `psycopg[binary]` is psycopg, `setuptools<82` is setuptools. */
export function plainName(distribution: string): string {
  return normalizeName(distribution.replace(/[[<].*/, ''));
}

/** Whether one of the distributions, by normal name and best first, is installed, or may be because of what is. */
export function mayBeInstalled(wanted: readonly string[], installed: InstalledRequirements): boolean {
  const { present, names, brought, unknown } = surveyOf(installed);
  if (wanted.some((name) => isLike(names, name))) return true;
  if (installed.isLocked) return false;
  if (present.some(({ normalizedName }) => wanted.includes(mixUpOf(normalizedName) ?? ''))) return true;
  if (wanted.some((name) => isLike(brought, name))) return true;
  const [best] = wanted;
  if (best === undefined || !rarelyBrought.has(best)) return unknown.length > 0;
  return unknown.some((requirement) => isOfFamily(requirement, best));
}

/** What is installed, and what that brings as far as it is known. */
interface Survey {
  readonly present: readonly InstalledRequirement[];
  readonly names: ReadonlySet<string>;
  readonly brought: ReadonlySet<string>;
  /** Those of which, or of whose extras, nothing is known: those of other indexes among them. */
  readonly unknown: readonly InstalledRequirement[];
}

const surveyOf = remembered(({ requirements }: InstalledRequirements): Survey => {
  const present = requirements.filter(({ applies }) => applies !== false);
  const names = new Set(present.map(({ normalizedName }) => normalizedName));
  const isKnown = (requirement: InstalledRequirement) =>
    requirement.isFromPyPI && keysOf(requirement).every((key) => Object.hasOwn(broughtBy, key));
  const unknown = present.filter((requirement) => !isKnown(requirement));
  return { present, names, brought: withAllTheyBring(present.flatMap(keysOf)), unknown };
});

/** As `broughtBy` names the distribution and each of its extras. */
function keysOf({ normalizedName, extras }: InstalledRequirement): string[] {
  return [normalizedName, ...extras.map((extra) => `${normalizedName}[${normalizeName(extra)}]`)];
}

function withAllTheyBring(keys: readonly string[]): ReadonlySet<string> {
  const all = new Set(keys);
  for (const key of all)
    for (const other of Object.hasOwn(broughtBy, key) ? (broughtBy[key] ?? []) : []) all.add(other);
  return all;
}

/** Whether the name is there, or a distribution of the same family, such as psycopg2 for psycopg2-binary. */
function isLike(names: ReadonlySet<string>, wanted: string): boolean {
  return names.has(wanted) || names.has(wanted.replace(/-(?:binary|python|client|headless)$/, ''));
}

function mixUpOf(name: string): string | undefined {
  return Object.hasOwn(mixUps, name) ? mixUps[name]?.meant : undefined;
}

/** Whether name or extras share a word with the other name. */
function isOfFamily({ normalizedName, extras }: InstalledRequirement, other: string): boolean {
  const words = new Set([normalizedName, ...extras].flatMap((name) => normalizeName(name).split('-')));
  return other.split('-').some((word) => words.has(word));
}

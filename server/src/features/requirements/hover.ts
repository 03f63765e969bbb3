import { isSpokenOf, pinnedRelease } from '../../deployment/installed/fittingPythons.ts';
import type { InstalledRequirement } from '../../deployment/installed/requirement.ts';
import { writtenRequirements } from '../../deployment/installed/written.ts';
import type { AnyDocument } from '../../documents/kinds.ts';
import type { PackageFacts, Release } from '../../documents/packages/packageFacts.ts';
import { contains, isPrerelease } from '../../documents/pep440.ts';
import { installedPythons } from '../../facts/pythonVersions.ts';
import type { Hover } from '../completion.ts';
import type { FeatureContext } from '../context.ts';
import { cell, code, link } from '../markdown.ts';
import { packagePage } from './links.ts';
import { fitOf, originText, sizeText } from './releaseFit.ts';

/** How many releases are shown beside the pinned one. */
const shown = 5;

/**
 * What is known of the requirement at `offset`: its releases, which of Vercel's Pythons each fits, and how large it is.
 * `undefined` where there is no requirement, and for packages of which nothing is known.
 */
export function requirementHover(document: AnyDocument, offset: number, context: FeatureContext): Hover | undefined {
  const where = { project: context.project, path: context.path, python: installedPythons[0] };
  const at = (candidate: InstalledRequirement) => candidate.span.start <= offset && offset <= candidate.span.end;
  const requirement = writtenRequirements(document, where).find(at);
  const facts = requirement && context.project.files.packages();
  if (!requirement || !facts || !isSpokenOf(facts, requirement)) return undefined;
  const releases = facts.releases(requirement.normalizedName);
  if (!releases || releases.length === 0) return undefined;
  const markdown = pageOf(facts, { requirement, releases, runs: context.deployment().python.version });
  return { span: requirement.span, markdown };
}

interface Known {
  readonly requirement: InstalledRequirement;
  readonly releases: readonly Release[];
  /** The Python that runs. */
  readonly runs: string;
}

function pageOf(facts: PackageFacts, known: Known): string {
  const { requirement, runs } = known;
  const { normalizedName, name } = requirement;
  const rows = rowsOf(facts, known);
  const pythons = installedPythons.map((python) => (python === runs ? `**${python}** (runs here)` : python));
  const table = [
    `| Release | ${pythons.join(' | ')} | Size |`,
    `| --- |${' --- |'.repeat(pythons.length + 1)}`,
    ...rows.map((release) => rowOf(facts, normalizedName, release, noteOn(facts, release, requirement))),
  ];
  const unknown = requirement.pin && !pinnedRelease(facts, requirement) ? unknownPin(requirement.pin.text) : [];
  const title = requirement.isFromPyPI ? `${code(name)} on ${link('PyPI', packagePage(normalizedName))}` : code(name);
  return [title, table.join('\n'), ...unknown, originText(facts, normalizedName)].join('\n\n');
}

function unknownPin(version: string): string[] {
  return [`Nothing is known of release ${cell(version)}.`];
}

/** The newest releases that the requirement admits, the newest of all, and the pinned one; newest first. */
function rowsOf(facts: PackageFacts, { requirement, releases }: Known): readonly Release[] {
  const newest = releases.filter(({ version }) => !isPrerelease(version));
  const { specifier } = requirement;
  const admitted = specifier ? newest.filter(({ version }) => contains(version, specifier)) : newest;
  const pinned = pinnedRelease(facts, requirement);
  const chosen = new Set([...(newest.length > 0 ? newest : releases).slice(-shown), ...admitted.slice(-shown), pinned]);
  return releases.filter((release) => chosen.has(release)).reverse();
}

function noteOn(facts: PackageFacts, release: Release, requirement: InstalledRequirement): string {
  if (release === pinnedRelease(facts, requirement))
    return release.isYanked ? ' (pinned here, yanked)' : ' (pinned here)';
  if (release.isYanked) return ' (yanked)';
  const { specifier, pin } = requirement;
  return specifier && !pin && contains(release.version, specifier) ? ' (allowed here)' : '';
}

function rowOf(facts: PackageFacts, name: string, release: Release, note: string): string {
  const fits = installedPythons.map((python) => fitOf(release, python));
  return `| ${cell(release.text)}${note} | ${fits.join(' | ')} | ${sizeText(facts, name, release) ?? ''} |`;
}

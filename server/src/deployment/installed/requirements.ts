import type { RequirementEntry, RequirementsDocument, RequirementsEntry } from '../../documents/requirements.ts';
import { documentAt } from '../../project/files.ts';
import { appliesWith } from './markers.ts';
import { type InstalledRequirement, type InstalledRequirements, pinIn, type Reading } from './requirement.ts';
import { type Origin, originOf, uvSources } from './sources.ts';

/** The requirements of a requirements file; what it installs from folders and URLs may bring anything. */
export function fromRequirements({ project, path, python }: Reading): InstalledRequirements | undefined {
  const document = documentAt(project.files, path, 'requirements.txt');
  if (!document) return undefined;
  const requirements = writtenInRequirements(document, { project, path, python });
  return { requirements, isComplete: document.entries.every(isPlain), isLocked: false };
}

/** The requirements that `document` names itself; those with errors are left out. */
export function writtenInRequirements(
  document: RequirementsDocument,
  { project, path, python }: Reading,
): InstalledRequirement[] {
  const named = indexesOf(document);
  const sources = uvSources(project, path);
  return document.entries.flatMap((entry) => {
    if (entry.kind !== 'requirement' || entry.name === '' || entry.errors.length > 0) return [];
    const origin = entry.url === undefined ? originOf(entry.normalizedName, sources, named) : { isFromPyPI: false };
    const isSettled = sources.settled.has(entry.normalizedName);
    return [installed(entry, { path, python, origin, isSettled })];
  });
}

interface Common {
  readonly path: string;
  readonly python: string;
  readonly origin: Origin;
  /** Whether its version is settled elsewhere too. */
  readonly isSettled: boolean;
}

function installed(entry: RequirementEntry, { path, python, origin, isSettled }: Common): InstalledRequirement {
  const { requirementSpan, name, nameSpan, normalizedName, extras, extrasSpan, specifier, url, marker } = entry;
  const pin = pinIn(specifier);
  return {
    ...{ path, span: requirementSpan, name, nameSpan, normalizedName, extras },
    ...(specifier ? { specifier } : {}),
    ...(pin ? { pin } : {}),
    ...(specifier || url ? {} : { specifierPlace: (extrasSpan ?? nameSpan).end }),
    applies: isSettled ? undefined : appliesWith(marker, python),
    ...origin,
    // With a hash nobody changes the version by hand: the hash belongs to it.
    isLocked: entry.hashes.length > 0,
  };
}

/** The places where packages come from that the document names. */
export function indexesOf({ entries }: RequirementsDocument): string[] {
  return entries.flatMap(indexesIn);
}

function indexesIn(entry: RequirementsEntry): string[] {
  if (entry.kind !== 'option') return [];
  const { name, value = '' } = entry.option;
  return /^(?:-i|--index-url|--pypi-url|--extra-index-url|-f|--find-links)$/.test(name) ? [value] : [];
}

function isPlain(entry: RequirementsEntry): boolean {
  return entry.kind === 'option' || (entry.kind === 'requirement' && entry.errors.length === 0);
}

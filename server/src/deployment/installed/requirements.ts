import type {
  OptionEntry,
  RequirementEntry,
  RequirementsDocument,
  RequirementsEntry,
} from '../../documents/requirements.ts';
import { documentAt } from '../../project/files.ts';
import { markerHolds } from './markers.ts';
import { type InstalledRequirement, type InstalledRequirements, isPyPI, pinIn, type Reading } from './requirement.ts';

/** The requirements of a requirements file; what it installs from folders and URLs may bring anything. */
export function fromRequirements({ project, path, python }: Reading): InstalledRequirements | undefined {
  const document = documentAt(project.files, path, 'requirements.txt');
  if (!document) return undefined;
  const requirements = writtenInRequirements(document, { path, python });
  return { requirements, isComplete: document.entries.every(isPlain), isLocked: false };
}

/** The requirements that `document` names itself; those with errors are left out. */
export function writtenInRequirements(
  document: RequirementsDocument,
  { path, python }: Pick<Reading, 'path' | 'python'>,
): InstalledRequirement[] {
  const isFromPyPI = !document.entries.some(namesIndex);
  return document.entries.flatMap((entry) => {
    if (entry.kind !== 'requirement' || entry.name === '' || entry.errors.length > 0) return [];
    return [installed(entry, { path, python, isFromPyPI })];
  });
}

interface Common {
  readonly path: string;
  readonly python: string;
  readonly isFromPyPI: boolean;
}

function installed(entry: RequirementEntry, { path, python, isFromPyPI }: Common): InstalledRequirement {
  const { requirementSpan, name, nameSpan, normalizedName, extras, extrasSpan, specifier, url, marker } = entry;
  const pin = pinIn(specifier);
  return {
    ...{ path, span: requirementSpan, name, nameSpan, normalizedName, extras },
    ...(specifier ? { specifier } : {}),
    ...(pin ? { pin } : {}),
    ...(specifier || url ? {} : { specifierPlace: (extrasSpan ?? nameSpan).end }),
    applies: marker?.node ? markerHolds(marker.node, python) : !marker || undefined,
    isFromPyPI: isFromPyPI && url === undefined,
    // With a hash nobody changes the version by hand: the hash belongs to it.
    isLocked: entry.hashes.length > 0,
  };
}

/** Whether the entry names a place where packages come from, and it is not PyPI. */
function namesIndex(entry: RequirementsEntry): entry is OptionEntry {
  if (entry.kind !== 'option') return false;
  const { name, value } = entry.option;
  return /^(?:-i|--index-url|--pypi-url|--extra-index-url|-f|--find-links)$/.test(name) && !isPyPI(value);
}

function isPlain(entry: RequirementsEntry): boolean {
  return entry.kind === 'option' || (entry.kind === 'requirement' && entry.errors.length === 0);
}

import { parseSpecifierSet } from '../../documents/pep440.ts';
import { normalizeName } from '../../documents/pep508.ts';
import { parseMarker } from '../../documents/pep508Marker.ts';
import type { PipfileDocument, PipfilePackage } from '../../documents/pipfile.ts';
import type { TomlDocument } from '../../documents/toml.ts';
import { type TomlText, textAtPath, valueAtPath } from '../../documents/tomlValues.ts';
import { documentAt } from '../../project/files.ts';
import { markerHolds } from './markers.ts';
import { type InstalledRequirement, type InstalledRequirements, pinIn, type Reading } from './requirement.ts';
import { type Origin, originAt, originOf, type Sources, uvSources } from './sources.ts';

/** `[packages]` of a Pipfile without a lock file: the builder makes a pyproject.toml of it. */
export function fromPipfile({ project, path, python }: Reading): InstalledRequirements | undefined {
  const document = documentAt(project.files, path, 'Pipfile');
  if (!document) return undefined;
  const where = placeOf({ project, path, python });
  const requirements = document.packages.map((entry) => requirementOf(document, where, entry));
  return { requirements, isComplete: requirements.every(({ isFromPyPI }) => isFromPyPI), isLocked: false };
}

/** Where a package comes from that `document` does not give an index of its own. */
export function originInPipfile({ toml }: PipfileDocument, normalizedName: string, reading: Reading): Origin {
  return originIn(toml, normalizedName, { named: undefined, sources: placeOf(reading).sources });
}

/** All packages that `document` names, those for development among them. */
export function writtenInPipfile(document: PipfileDocument, reading: Reading): InstalledRequirement[] {
  const where = placeOf(reading);
  return [
    ...document.packages.map((entry) => requirementOf(document, where, entry)),
    ...document.devPackages.map((entry) => requirementOf(document, where, entry, 'dev-packages')),
  ];
}

interface Where {
  readonly path: string;
  readonly python: string;
  readonly sources: Sources;
}

function placeOf({ project, path, python }: Reading): Where {
  return { path, python, sources: uvSources(project, path) };
}

function requirementOf(
  { toml }: PipfileDocument,
  { path, python, sources }: Where,
  { name: key, span, version }: PipfilePackage,
  section = 'packages',
): InstalledRequirement {
  const [, name = key, written = ''] = /^([^[]*)(?:\[(.*)\])?$/.exec(key) ?? [];
  const listed = toml.entry([section, key, 'extras'])?.items.flatMap(({ string }) => string ?? []) ?? [];
  const text = version?.value.trim() === '*' ? '' : version?.value;
  const isVerbatim = version && version.span.end - version.span.start === version.value.length;
  const from = version?.span.start ?? 0;
  const place = (start: number, end: number) =>
    isVerbatim ? { start: from + start, end: from + end } : (version?.span ?? span);
  const specifier = text ? parseSpecifierSet(text, place) : undefined;
  const pin = pinIn(specifier);
  const markers = textAtPath(toml, [section, key, 'markers']);
  const node = markers && parseMarker(markers.value, () => markers.span);
  return {
    ...{ path, span: version ? { start: span.start, end: version.entry.valueSpan.end } : span, name, nameSpan: span },
    ...{ normalizedName: normalizeName(name), extras: [...written.split(',').filter(Boolean), ...listed] },
    ...(specifier ? { specifier } : {}),
    ...(pin ? { pin } : {}),
    applies: !node || ('code' in node ? undefined : markerHolds(node, python)),
    ...(version
      ? originIn(toml, normalizeName(name), { named: textAtPath(toml, [section, key, 'index']), sources })
      : { isFromPyPI: false }),
    isLocked: false,
  };
}

interface Told {
  /** The name of the index that the requirement itself gives. */
  readonly named: TomlText | undefined;
  readonly sources: Sources;
}

/** Where a package comes from, by the `[[source]]` tables. The builder hands all of them to uv. */
function originIn(toml: TomlDocument, normalizedName: string, { named, sources }: Told): Origin {
  const value = valueAtPath(toml, ['source']);
  // Of a file that somebody types in nothing is known.
  const tables = Array.isArray(value) ? value : toml.has(['source']) ? [{ url: '' }] : [];
  const urls = tables.map((table) => String(table?.url));
  if (named) return originAt(urls[tables.findIndex((table) => table?.name === named.value)]);
  return originOf(normalizedName, sources, urls);
}

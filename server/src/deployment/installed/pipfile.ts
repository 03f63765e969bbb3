import { parseSpecifierSet } from '../../documents/pep440.ts';
import { normalizeName } from '../../documents/pep508.ts';
import { parseMarker } from '../../documents/pep508Marker.ts';
import type { PipfileDocument, PipfilePackage } from '../../documents/pipfile.ts';
import { textAtPath, valueAtPath } from '../../documents/tomlValues.ts';
import { documentAt } from '../../project/files.ts';
import { markerHolds } from './markers.ts';
import { type InstalledRequirement, type InstalledRequirements, isPyPI, pinIn, type Reading } from './requirement.ts';

/** `[packages]` of a Pipfile without a lock file: the builder makes a pyproject.toml of it. */
export function fromPipfile({ project, path, python }: Reading): InstalledRequirements | undefined {
  const document = documentAt(project.files, path, 'Pipfile');
  if (!document) return undefined;
  const requirements = document.packages.map((entry) => requirementOf(document, { path, python }, entry));
  return { requirements, isComplete: requirements.every(({ isFromPyPI }) => isFromPyPI), isLocked: false };
}

/** All packages that `document` names, those for development among them. */
export function writtenInPipfile(
  document: PipfileDocument,
  where: { readonly path: string; readonly python: string },
): InstalledRequirement[] {
  return [
    ...document.packages.map((entry) => requirementOf(document, where, entry)),
    ...document.devPackages.map((entry) => requirementOf(document, where, entry, 'dev-packages')),
  ];
}

function requirementOf(
  { toml }: PipfileDocument,
  { path, python }: { readonly path: string; readonly python: string },
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
    isFromPyPI:
      version !== undefined && !toml.has([section, key, 'index']) && usesPyPIAlone(valueAtPath(toml, ['source'])),
    isLocked: false,
  };
}

function usesPyPIAlone(sources: unknown): boolean {
  return !Array.isArray(sources) || sources.every((source) => isPyPI(String(source?.url)));
}

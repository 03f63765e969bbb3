import { parseSpecifierSet } from '../../documents/pep440.ts';
import { normalizeName, parseRequirement } from '../../documents/pep508.ts';
import { asSpecifier } from '../../documents/poetry.ts';
import type { PyprojectDocument } from '../../documents/pyproject.ts';
import type { TomlKey, TomlPath } from '../../documents/toml.ts';
import { type TomlText, textAtPath, valueAtPath } from '../../documents/tomlValues.ts';
import { documentAt } from '../../project/files.ts';
import { markerHolds } from './markers.ts';
import { type InstalledRequirement, type InstalledRequirements, isPyPI, pinIn, type Reading } from './requirement.ts';

/**
 * `[project] dependencies` and the groups that uv installs unasked; the group `dev` is left out, because the builder runs
 * `uv sync --no-dev` (@vercel/python 25.0.0). Where there is no `[project]`, what Poetry would install: uv stops there.
 */
export function fromPyproject({ project, path, python }: Reading): InstalledRequirements | undefined {
  const document = documentAt(project.files, path, 'pyproject.toml');
  if (!document) return undefined;
  const texts = [document.dependencies, ...installedGroups(document)].flatMap((list) => list?.items ?? []);
  const declared = texts.flatMap((text) => fromText(document, { path, python }, text) ?? []);
  const poetry = document.project ? [] : document.poetryDependencies;
  const requirements = [...declared, ...poetry.flatMap((key) => fromPoetry(document, path, key) ?? [])];
  const isDynamic = valueAtPath(document.toml, ['project', 'dynamic']);
  const isComplete =
    requirements.length === texts.length + poetry.length &&
    !(Array.isArray(isDynamic) && isDynamic.includes('dependencies')) &&
    !requirements.some(({ isFromPyPI }) => !isFromPyPI) &&
    !document.uvWorkspace;
  return { requirements, isComplete, isLocked: false };
}

/** All requirements that `document` names, whoever installs them; those with errors are left out. */
export function writtenInPyproject(document: PyprojectDocument, where: Common): InstalledRequirement[] {
  const { toml, dependencies, optionalDependencies, dependencyGroups } = document;
  const lists = [dependencies, ...optionalDependencies.values(), ...dependencyGroups.values()];
  const texts = lists.flatMap((list) => list?.items ?? []);
  const groups = toml.keys(['tool', 'poetry', 'group']).map(({ name }) => ['group', name, 'dependencies']);
  const tables = [['dependencies'], ['dev-dependencies'], ...groups].map((keys) => ['tool', 'poetry', ...keys]);
  const poetry = tables.flatMap((table) => {
    const keys = toml.keys(table).filter(({ name }) => name !== 'python');
    return keys.map((key) => poetryRequirement(document, where.path, key, table));
  });
  return [...texts.flatMap((text) => fromText(document, where, text) ?? []), ...poetry];
}

/** Source: https://docs.astral.sh/uv/concepts/projects/dependencies/#default-groups (general knowledge, not read for this). */
function installedGroups({ toml, dependencyGroups }: PyprojectDocument) {
  const groups = valueAtPath(toml, ['tool', 'uv', 'default-groups']);
  const isInstalled = (name: string) => groups === 'all' || (Array.isArray(groups) && groups.includes(name));
  return [...dependencyGroups].flatMap(([name, list]) => (name !== 'dev' && isInstalled(name) ? [list] : []));
}

interface Common {
  readonly path: string;
  readonly python: string;
}

function fromText(
  document: PyprojectDocument,
  { path, python }: Common,
  { value, span, entry }: TomlText,
): InstalledRequirement | undefined {
  const isVerbatim = document.text.slice(span.start, span.end) === value;
  const place = (start: number, end: number) =>
    isVerbatim ? { start: span.start + start, end: span.start + end } : entry.valueSpan;
  const requirement = parseRequirement(value, place);
  const { name, nameSpan, normalizedName, extras, extrasSpan, specifier, url, marker, errors } = requirement;
  if (name === '' || errors.length > 0) return undefined;
  const pin = pinIn(specifier);
  return {
    ...{ path, span: requirement.span, name, nameSpan, normalizedName, extras },
    ...(specifier ? { specifier } : {}),
    ...(pin ? { pin } : {}),
    ...(specifier || url || !isVerbatim ? {} : { specifierPlace: (extrasSpan ?? nameSpan).end }),
    applies: marker?.node ? markerHolds(marker.node, python) : !marker || undefined,
    isFromPyPI: url === undefined && isPlainlyFromPyPI(document, normalizedName),
    isLocked: false,
  };
}

/** Whether uv is told of no other source for it. */
function isPlainlyFromPyPI({ toml }: PyprojectDocument, normalizedName: string): boolean {
  const sources = toml.keys(['tool', 'uv', 'sources']).map(({ name }) => normalizeName(name));
  const otherIndexes = ['index', 'extra-index-url', 'find-links'].some((key) => toml.has(['tool', 'uv', key]));
  const main = valueAtPath(toml, ['tool', 'uv', 'index-url']);
  return !sources.includes(normalizedName) && !otherIndexes && (main === undefined || isPyPI(String(main)));
}

const poetryTable = ['tool', 'poetry', 'dependencies'];

/** Nothing for what is installed with an extra alone. */
function fromPoetry(document: PyprojectDocument, path: string, key: TomlKey): InstalledRequirement | undefined {
  if (valueAtPath(document.toml, [...poetryTable, key.name, 'optional']) === true) return undefined;
  return poetryRequirement(document, path, key, poetryTable);
}

function poetryRequirement(
  { toml }: PyprojectDocument,
  path: string,
  key: TomlKey,
  table: TomlPath,
): InstalledRequirement {
  const keys = [...table, key.name];
  const version = textAtPath(toml, keys) ?? textAtPath(toml, [...keys, 'version']);
  const text = version && asSpecifier(version.value);
  const pinned = /^==([^,*]+)$/.exec(text ?? '')?.[1];
  const at = version && pinned ? version.span.start + version.value.indexOf(pinned) : -1;
  const spanOfVersion = at < 0 || !pinned ? (version?.span ?? key.span) : { start: at, end: at + pinned.length };
  const specifier = text ? parseSpecifierSet(text, () => spanOfVersion) : undefined;
  const pin = pinIn(specifier);
  const has = (name: string) => toml.has([...keys, name]);
  const extras = toml.entry([...keys, 'extras'])?.items.flatMap(({ string }) => string ?? []) ?? [];
  return {
    ...{ path, span: version ? { start: key.span.start, end: version.entry.valueSpan.end } : key.span },
    ...{ name: key.name, nameSpan: key.span, normalizedName: normalizeName(key.name), extras },
    ...(specifier ? { specifier } : {}),
    ...(pin ? { pin } : {}),
    applies: ['python', 'markers', 'platform'].some(has) ? undefined : true,
    isFromPyPI: version !== undefined && !has('source') && !toml.has(['tool', 'poetry', 'source']),
    isLocked: false,
  };
}

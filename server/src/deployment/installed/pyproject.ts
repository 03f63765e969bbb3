import { parseSpecifierSet } from '../../documents/pep440.ts';
import { normalizeName, parseRequirement } from '../../documents/pep508.ts';
import { asSpecifier } from '../../documents/poetry.ts';
import type { PyprojectDocument } from '../../documents/pyproject.ts';
import type { TomlDocument, TomlKey, TomlPath } from '../../documents/toml.ts';
import { type TomlText, type TomlTextArray, textAtPath, valueAtPath } from '../../documents/tomlValues.ts';
import { documentAt } from '../../project/files.ts';
import { appliesWith } from './markers.ts';
import { type InstalledRequirement, type InstalledRequirements, pinIn, type Reading } from './requirement.ts';
import { type Origin, originAt, originOf, type Sources, uvSources } from './sources.ts';

/**
 * `[project] dependencies` and the groups that uv installs unasked; the group `dev` is left out, because the builder runs
 * `uv sync --no-dev` (@vercel/python 25.0.0). Where there is no `[project]`, what Poetry would install: uv stops there.
 */
export function fromPyproject({ project, path, python }: Reading): InstalledRequirements | undefined {
  const document = documentAt(project.files, path, 'pyproject.toml');
  if (!document) return undefined;
  const where = placeOf({ project, path, python });
  const texts = [document.dependencies, ...installedGroups(document)].flatMap((list) => list?.items ?? []);
  const declared = texts.flatMap((text) => fromText(document, where, text) ?? []);
  const poetry = document.project ? [] : document.poetryDependencies;
  const requirements = [...declared, ...poetry.flatMap((key) => fromPoetry(document, where, key) ?? [])];
  const isDynamic = valueAtPath(document.toml, ['project', 'dynamic']);
  const isComplete =
    requirements.length === texts.length + poetry.length &&
    !(Array.isArray(isDynamic) && isDynamic.includes('dependencies')) &&
    !requirements.some(({ isFromPyPI }) => !isFromPyPI) &&
    !document.uvWorkspace;
  return { requirements, isComplete, isLocked: false };
}

/** All requirements that `document` names, whoever installs them; those with errors are left out. */
export function writtenInPyproject(document: PyprojectDocument, reading: Reading): InstalledRequirement[] {
  const where = placeOf(reading);
  const { toml, dependencies, optionalDependencies, dependencyGroups } = document;
  const lists = [dependencies, ...optionalDependencies.values(), ...dependencyGroups.values()];
  const texts = lists.flatMap((list) => list?.items ?? []);
  const groups = toml.keys(['tool', 'poetry', 'group']).map(({ name }) => ['group', name, 'dependencies']);
  const tables = [['dependencies'], ['dev-dependencies'], ...groups].map((keys) => ['tool', 'poetry', ...keys]);
  const poetry = tables.flatMap((table) => {
    const keys = toml.keys(table).filter(({ name }) => name !== 'python');
    return keys.map((key) => poetryRequirement(document, where, key, table));
  });
  return [...texts.flatMap((text) => fromText(document, where, text) ?? []), ...poetry];
}

/** Source: https://docs.astral.sh/uv/concepts/projects/dependencies/#default-groups (general knowledge, not read for this). */
function installedGroups({ toml, dependencyGroups }: PyprojectDocument): Iterable<TomlTextArray> {
  const groups = valueAtPath(toml, ['tool', 'uv', 'default-groups']);
  const byName = new Map([...dependencyGroups].map(([name, list]) => [normalizeName(name), list]));
  const chosen = groups === 'all' ? [...byName.keys()] : Array.isArray(groups) ? groups.map(String) : [];
  const installed = new Set<TomlTextArray>();
  const waiting = chosen.map(normalizeName).filter((name) => name !== 'dev');
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const list = byName.get(name);
    if (!list || installed.has(list)) continue;
    installed.add(list);
    waiting.push(...includedGroups(list));
  }
  return installed;
}

/** The groups of `{ include-group = "name" }`, by normal name. Source: https://peps.python.org/pep-0735/ (general knowledge) */
function includedGroups({ entry }: TomlTextArray): string[] {
  const pairs = entry.items.flatMap(({ items }) => items);
  return pairs.flatMap(({ path, string }) =>
    path.at(-1) === 'include-group' && string !== undefined ? [normalizeName(string)] : [],
  );
}

interface Common {
  readonly path: string;
  readonly python: string;
  readonly sources: Sources;
}

function placeOf({ project, path, python }: Reading): Common {
  return { path, python, sources: uvSources(project, path) };
}

function fromText(
  document: PyprojectDocument,
  { path, python, sources }: Common,
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
    applies: sources.settled.has(normalizedName) ? undefined : appliesWith(marker, python),
    ...(url === undefined ? originOf(normalizedName, sources) : { isFromPyPI: false }),
    isLocked: false,
  };
}

const poetryTable = ['tool', 'poetry', 'dependencies'];

/** Nothing for what is installed with an extra alone. */
function fromPoetry(document: PyprojectDocument, where: Common, key: TomlKey): InstalledRequirement | undefined {
  if (valueAtPath(document.toml, [...poetryTable, key.name, 'optional']) === true) return undefined;
  return poetryRequirement(document, where, key, poetryTable);
}

function poetryRequirement(
  { toml }: PyprojectDocument,
  { path, sources }: Common,
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
    // A constraint that we do not read may exclude anything.
    applies: ['python', 'markers', 'platform'].some(has) || (version && text === undefined) ? undefined : true,
    ...(version
      ? poetryOrigin(toml, normalizeName(key.name), { named: textAtPath(toml, [...keys, 'source']), sources })
      : { isFromPyPI: false }),
    isLocked: false,
  };
}

interface Told {
  /** The name of the source that the requirement itself gives. */
  readonly named: TomlText | undefined;
  readonly sources: Sources;
}

/** Source: https://python-poetry.org/docs/repositories/#package-sources (general knowledge, not read for this) */
function poetryOrigin(toml: TomlDocument, normalizedName: string, { named, sources }: Told): Origin {
  const value = valueAtPath(toml, ['tool', 'poetry', 'source']);
  // Of a file that somebody types in nothing is known.
  const tables = Array.isArray(value) ? value : toml.has(['tool', 'poetry', 'source']) ? [{ url: '' }] : [];
  const urlOf = (table: { name?: unknown; url?: unknown }) =>
    String(table?.name).toLowerCase() === 'pypi' ? 'https://pypi.org/simple' : String(table?.url);
  if (named) return originAt(tables.filter((table) => table?.name === named.value).map(urlOf)[0]);
  return originOf(normalizedName, sources, tables.filter((table) => table?.priority !== 'explicit').map(urlOf));
}

import { normalizeName, parseRequirement } from '../../documents/pep508.ts';
import { parseTomlValue } from '../../documents/toml.ts';
import { valueAtPath } from '../../documents/tomlValues.ts';
import { jsonAt, propertiesOf, stringOf } from '../../documents/vercelJson.ts';
import { documentAt } from '../../project/files.ts';
import { directoryOf, inside, upTo } from '../../project/paths.ts';
import { type Project, vercelJsonOf } from '../../project/project.ts';

/** Where the files say that packages come from, beside PyPI. */
export interface Sources {
  /** The indexes in which every package is looked for before PyPI, or instead of it; as they are written. */
  readonly indexes: readonly string[];
  /** What is said of single packages, by normal name: the index, or nothing for a repository, a URL or a folder. */
  readonly own: ReadonlyMap<string, string | undefined>;
  /** Packages whose versions are settled beside the requirements: constraints and overrides, by normal name. */
  readonly settled: ReadonlySet<string>;
}

/** Where one package comes from. */
export interface Origin {
  /** Whether it comes from PyPI as far as the files say: no URL, no folder, no other index. */
  readonly isFromPyPI: boolean;
  /** The one other index in which it is looked for first, as it is written. */
  readonly index?: string;
}

export const noSources: Sources = { indexes: [], own: new Map(), settled: new Set() };

/** Whether `url` is that of the index which everybody installs from. */
export function isPyPI(url: string | undefined): boolean {
  return /^https?:\/\/(?:pypi\.org|pypi\.python\.org|files\.pythonhosted\.org)(?:\/|$)/i.test(url ?? '');
}

/** Where a package comes from that is looked for in `sources` and in `more` indexes that its own file names. */
export function originOf(
  normalizedName: string,
  { indexes, own }: Pick<Sources, 'indexes' | 'own'>,
  more: readonly string[] = [],
): Origin {
  if (own.has(normalizedName)) return originAt(own.get(normalizedName));
  const all = [...new Set([...more, ...indexes])].filter((url) => !isPyPI(url));
  const [only, ...others] = all;
  return only === undefined ? { isFromPyPI: true } : others.length > 0 ? { isFromPyPI: false } : originAt(only);
}

/** Where a package comes from whose index is known; nothing is known for `undefined`. */
export function originAt(index: string | undefined): Origin {
  return { isFromPyPI: isPyPI(index), ...(index === undefined || isPyPI(index) ? {} : { index }) };
}

/**
 * What uv is told of where packages come from, for the manifest at `path`: by the settings beside it and in the folders above
 * it, which hold for the members of a workspace, and by the environment that vercel.json sets for the build.
 * Source: https://docs.astral.sh/uv/concepts/indexes/ (general knowledge, not read for this); uv.toml takes the place of
 * `[tool.uv]`, in the builder too (`maybeLoadPyProject` of @vercel/python-analysis 0.14.0).
 */
export function uvSources(project: Project, path: string): Sources {
  const settings = upTo(directoryOf(path), '').flatMap((folder) => settingsIn(project, folder));
  const read = settings.map(sourcesIn);
  return {
    indexes: [...read.flatMap(({ indexes }) => indexes), ...fromEnvironment(project)],
    settled: new Set(read.flatMap(({ settled }) => [...settled])),
    // What stands nearest comes last, and wins.
    own: new Map(read.toReversed().flatMap(({ own }) => [...own])),
  };
}

type Table = Readonly<Record<string, unknown>>;

function settingsIn({ files }: Project, folder: string): Table[] {
  const uvToml = files.source(inside(folder, 'uv.toml'))?.text;
  const pyproject = documentAt(files, inside(folder, 'pyproject.toml'), 'pyproject.toml');
  const toml = pyproject?.toml;
  const isUnreadable = toml?.value === undefined && toml?.has(['tool', 'uv']) && telling.test(pyproject?.text ?? '');
  const own = isUnreadable ? unreadable : toml && tableOf(valueAtPath(toml, ['tool', 'uv']));
  // `sources` stay in pyproject.toml: uv.toml may not have them.
  return [...(uvToml === undefined ? [] : [strictly(uvToml)]), ...(own ? [own] : [])];
}

/** What says where packages come from, in half-typed text too. */
const telling = /\b(?:index|index-url|extra-index-url|find-links|sources)\b/;

/** Of settings that somebody types in nothing is known: they may name any index. */
const unreadable: Table = { 'find-links': ['unknown'] };

function strictly(text: string): Table {
  try {
    return parseTomlValue(text);
  } catch {
    return unreadable;
  }
}

function sourcesIn(settings: Table): Sources {
  const tables = listOf(settings.index).map(tableOf);
  const byName = new Map(tables.map((table) => [String(table?.name), String(table?.url)]));
  const listed = tables.filter((table) => table?.explicit !== true).map((table) => String(table?.url));
  const pip = tableOf(settings.pip) ?? {};
  const keys = ['index-url', 'extra-index-url', 'find-links'];
  const strategy = settings['index-strategy'] ?? 'first-index';
  const plain = [settings, pip].flatMap((table) => keys.flatMap((key) => listOf(table[key]).map(String)));
  const own = Object.entries(tableOf(settings.sources) ?? {}).map(([name, value]): [string, string | undefined] => {
    const [only, ...others] = listOf(value).map(tableOf);
    const index = others.length === 0 && only?.marker === undefined ? only?.index : undefined;
    return [normalizeName(name), typeof index === 'string' ? byName.get(index) : undefined];
  });
  // With another strategy the first index that has a package does not decide.
  const others = strategy === 'first-index' ? [] : ['unknown'];
  const lists = ['constraint-dependencies', 'override-dependencies', 'exclude-dependencies'];
  const settled = lists.flatMap((key) => listOf(settings[key]).map((text) => parseRequirement(String(text))));
  return {
    indexes: [...listed, ...plain, ...(listed.length + plain.length > 0 ? others : [])],
    own: new Map(own),
    settled: new Set(settled.map(({ normalizedName }) => normalizedName)),
  };
}

function tableOf(value: unknown): Table | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Table) : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** Source: https://docs.astral.sh/uv/reference/environment/ (general knowledge, not read for this) */
const variable = /^UV_(?:INDEX|DEFAULT_INDEX|INDEX_URL|EXTRA_INDEX_URL|FIND_LINKS)$/;

function fromEnvironment(project: Project): string[] {
  const document = vercelJsonOf(project);
  const blocks = document ? [jsonAt(document, ['build', 'env']), jsonAt(document, ['env'])] : [];
  return blocks.flatMap((block) =>
    propertiesOf(block).flatMap(({ name, value }) =>
      variable.test(name) ? (stringOf(value) ?? '').split(/\s+/).map((url) => url.replace(/^[\w-]+=/, '')) : [],
    ),
  );
}

/** Whether both are the URL of one index; credentials and slashes at the end make no difference. */
export function isSameIndex(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [one, other].map(plainUrl);
  return a !== undefined && a === b;
}

function plainUrl(url: string | undefined): string | undefined {
  const parts = /^(https?):\/\/(?:[^/@]*@)?([^/@$]+)((?:\/[^$?#]*)?)$/i.exec(url?.trim() ?? '');
  return parts ? `${parts[1]}://${parts[2]}`.toLowerCase() + (parts[3] ?? '').replace(/\/+$/, '') : undefined;
}

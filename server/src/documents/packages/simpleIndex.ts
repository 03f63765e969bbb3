import { compareVersions, parseSpecifierSet, parseVersion } from '../pep440.ts';
import { normalizeName } from '../pep508.ts';
import type { Release, RequiresPython } from './packageFacts.ts';
import { filesFromNames } from './wheelFiles.ts';

/** One file of a package, as an index lists it. */
export interface IndexFile {
  readonly name: string;
  readonly requiresPython?: string;
  readonly isYanked: boolean;
  /** In bytes. */
  readonly size?: number;
}

/** What an index says of one package. */
export interface IndexedPackage {
  /** All of them, oldest first. */
  readonly releases: readonly Release[];
  /** By release as it is written: the size of its wheel for Linux x86_64, else of the pure one. */
  readonly kilobytes: ReadonlyMap<string, number>;
}

/**
 * The files and versions of an answer in JSON; `undefined` for anything else.
 * Source: https://packaging.python.org/en/latest/specifications/simple-repository-api/ (general knowledge, not read for this)
 */
export function parseIndexJson(text: string): { files: IndexFile[]; versions: string[] } | undefined {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(answer) || !Array.isArray(answer.files)) return undefined;
  const version = isRecord(answer.meta) ? String(answer.meta['api-version']) : '';
  if (!version.startsWith('1.')) return undefined;
  const versions = Array.isArray(answer.versions) ? answer.versions.filter((one) => typeof one === 'string') : [];
  return { versions, files: answer.files.flatMap((file) => (isRecord(file) ? (fileOf(file) ?? []) : [])) };
}

function fileOf(file: Record<string, unknown>): IndexFile | undefined {
  const { filename, yanked, size, 'requires-python': python } = file;
  if (typeof filename !== 'string') return undefined;
  return {
    ...{ name: filename, isYanked: yanked === true || typeof yanked === 'string' },
    ...(typeof python === 'string' ? { requiresPython: python } : {}),
    ...(typeof size === 'number' ? { size } : {}),
  };
}

const anchor = /<a\b((?:[^"'>]|"[^"]*"|'[^']*')*)>([^<]*)<\/a\s*>/gi;

/** The files of an answer in HTML by PEP 503, which names no versions of its own. */
export function parseIndexHtml(text: string): IndexFile[] {
  return [...text.matchAll(anchor)].map(([, attributes = '', content = '']) => {
    const python = attribute(attributes, 'data-requires-python');
    return {
      ...{ name: decoded(content).trim(), isYanked: attribute(attributes, 'data-yanked') !== undefined },
      ...(python ? { requiresPython: python } : {}),
    };
  });
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"']+)))?(?=\\s|/|$)`, 'i').exec(
    attributes,
  );
  return found ? decoded(found[1] ?? found[2] ?? found[3] ?? '') : undefined;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(lt|gt|quot|apos|amp));/gi, (_, decimal, hex, name) =>
    name
      ? (entities[name.toLowerCase()] ?? '')
      : String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)),
  );
}

const archive = /\.(?:zip|tgz|tbz|txz|tar|tar\.(?:gz|bz2|xz|lz|lzma|Z))$/i;

/** The version in the name of a file; `undefined` for what installers cannot read. */
export function versionOfFile(fileName: string, normalizedName: string): string | undefined {
  if (fileName.endsWith('.whl')) return fileName.split('-')[1];
  if (!archive.test(fileName)) return undefined;
  const stem = fileName.replace(archive, '');
  const hyphens = [...stem.matchAll(/-/g)].map(({ index }) => index);
  const named = hyphens.find((at) => normalizeName(stem.slice(0, at)) === normalizedName);
  const at = named ?? hyphens.at(-1);
  return at === undefined ? undefined : stem.slice(at + 1);
}

/**
 * The releases that an index has of a package, by the names of its files.
 * @param versions what it lists beside them: releases without files, too.
 */
export function packageFromIndex(
  normalizedName: string,
  files: readonly IndexFile[],
  versions: readonly string[] = [],
): IndexedPackage {
  const byVersion = new Map<string, IndexFile[]>(versions.map((version) => [version, []]));
  for (const file of files) {
    const version = versionOfFile(file.name, normalizedName);
    if (version !== undefined) byVersion.set(version, [...(byVersion.get(version) ?? []), file]);
  }
  const tellsPython = files.some(({ requiresPython }) => requiresPython !== undefined);
  const kilobytes = new Map<string, number>();
  const releases = [...merged(byVersion)].flatMap(([text, own]) => {
    const version = parseVersion(text);
    if (!version) return [];
    const { summary, best } = filesFromNames(own);
    if (best?.size !== undefined) kilobytes.set(text, best.size / 1000);
    const isYanked = own.length > 0 && own.every((file) => file.isYanked);
    const python = tellsPython && own.length > 0 ? { requiresPython: requiresPythonOf(own) } : {};
    return [
      { text, version, ...python, ...(own.length > 0 ? { files: summary } : {}), ...(isYanked ? { isYanked } : {}) },
    ];
  });
  return { releases: releases.sort((a, b) => compareVersions(a.version, b.version)), kilobytes };
}

/** One entry for spellings of one version, such as `1.0` and `1.0.0`. */
function merged(byVersion: ReadonlyMap<string, IndexFile[]>): Map<string, IndexFile[]> {
  const result = new Map<string, IndexFile[]>();
  const spellings: { text: string; version: NonNullable<ReturnType<typeof parseVersion>> }[] = [];
  const sorted = [...byVersion].flatMap(([text, files]) => {
    const version = parseVersion(text);
    return version ? [{ text, version, files }] : [];
  });
  for (const { text, version, files } of sorted.sort((a, b) => compareVersions(a.version, b.version))) {
    const last = spellings.at(-1);
    const same = last && compareVersions(last.version, version) === 0 ? last.text : undefined;
    if (same === undefined) spellings.push({ text, version });
    result.set(same ?? text, [...(result.get(same ?? text) ?? []), ...files]);
  }
  return result;
}

const specifiers = new Map<string, RequiresPython>();

function requiresPythonOf(files: readonly IndexFile[]): RequiresPython {
  const text = files.find(({ requiresPython }) => requiresPython !== undefined)?.requiresPython?.trim() || '*';
  const known = specifiers.get(text);
  if (known) return known;
  const set = parseSpecifierSet(text === '*' ? '' : text);
  const result: RequiresPython = { text, evidence: 'recorded', ...(set.errors.length === 0 ? { set } : {}) };
  specifiers.set(text, result);
  return result;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { compareVersions, parseSpecifierSet, parseVersion, type SpecifierSet, type Version } from '../pep440.ts';
import { asSpecifier } from '../poetry.ts';
import { parseReleaseFiles, type ReleaseFiles } from './releaseFiles.ts';
import { leastWheelBytes, type SizeRow } from './wheelSizes.ts';

/**
 * What is known of published packages, by name as PEP 503 normalizes it. It is not all there is: a package or a release
 * that is not in here may well exist.
 */
export interface PackageFacts {
  /** The day of the newest evidence, such as `2026-08-22`. */
  readonly date: string;
  readonly source: string;
  /** The known releases of a package, oldest first; `undefined` for a package that is not known. */
  releases(normalizedName: string): readonly Release[] | undefined;
  /** How many bytes the Linux wheel of a release has at least, packed; `undefined` where that is not known. */
  wheelBytes(normalizedName: string, version: Version): number | undefined;
  /**
   * About how large the wheel for Linux x86_64 is, in kilobytes of 1,000 bytes, compressed: within 15 %.
   * `undefined` where no release up to this one was measured.
   */
  kilobytes(normalizedName: string, version: Version): number | undefined;
  /**
   * The index that was asked for this package, its URL without credentials: `releases` are then all that it has. Absent,
   * and `undefined`, where none was asked, or it gave no answer.
   */
  askedIndex?(normalizedName: string): string | undefined;
  /** Whether the index gave that answer some other day, and none now. */
  isOutdated?(normalizedName: string): boolean;
  /** All known packages. */
  names(): readonly string[];
}

export interface Release {
  /** As it was published, such as `2.0.0rc1`. */
  readonly text: string;
  readonly version: Version;
  /** Absent where it is not known. */
  readonly requiresPython?: RequiresPython;
  /** Whether its authors withdrew it, which only the index tells. A pin installs it all the same. */
  readonly isYanked?: boolean;
  /** Absent where no file of the release was seen. */
  readonly files?: ReleaseFiles;
}

export interface RequiresPython {
  /** As it was published; `*` for none. */
  readonly text: string;
  /** Absent where the text is no specifier that can be read. */
  readonly set?: SpecifierSet;
  /**
   * - `recorded`: the index or the release said so;
   * - `inferred`: its neighbours say so, which held for 99 of 100 that were held out;
   * - `floor`: only that it installs from this version on is known.
   */
  readonly evidence: 'recorded' | 'inferred' | 'floor';
}

/** One run of releases with the same facts: index of the specifier, index of the files, versions. */
type Run = readonly [python: number | null, files: number | null, versions: string];

interface Table {
  readonly format: 1;
  readonly source: string;
  readonly date: string;
  readonly pythons: readonly string[];
  readonly files: readonly string[];
  readonly packages: Readonly<Record<string, readonly Run[]>>;
  readonly kilobytes: Readonly<Record<string, SizeRow>>;
}

/**
 * Reads server/data/pythonPackages.json. Packages are decoded when they are asked for.
 * @throws SyntaxError where `text` is no JSON: the file ships with the product.
 */
export function parsePackageFacts(text: string): PackageFacts {
  const table = JSON.parse(text) as Table;
  const known = new Map<string, readonly Release[]>();
  const requirements = new Map<number, RequiresPython | undefined>();
  const requirement = (index: number) => {
    if (!requirements.has(index)) requirements.set(index, requirementOf(table, index));
    return requirements.get(index);
  };
  return {
    date: table.date,
    source: table.source,
    names: () => Object.keys(table.packages),
    wheelBytes(name, version) {
      const row = Object.hasOwn(table.kilobytes, name) ? table.kilobytes[name] : undefined;
      return row && leastWheelBytes(row, version);
    },
    kilobytes: (name, version) =>
      Object.hasOwn(table.kilobytes, name) ? sizeOf(table.kilobytes[name], version) : undefined,
    releases(name) {
      const runs = Object.hasOwn(table.packages, name) ? table.packages[name] : undefined;
      if (!runs) return undefined;
      const releases = known.get(name) ?? runs.flatMap((run) => releasesOf(table, run, requirement));
      known.set(name, releases);
      return releases;
    },
  };
}

/** The last size that was recorded up to `version`. */
function sizeOf([, ...sizes]: readonly (string | number)[] = [], version: Version): number | undefined {
  let size: number | undefined;
  for (let index = 0; index + 1 < sizes.length; index += 2) {
    const from = parseVersion(String(sizes[index]));
    if (!from || compareVersions(from, version) > 0) return size;
    size = Number(sizes[index + 1]);
  }
  return size;
}

function releasesOf(
  table: Table,
  [python, files, versions]: Run,
  requirement: (index: number) => RequiresPython | undefined,
): Release[] {
  const requiresPython = python === null ? undefined : requirement(python);
  const summary = files === null ? undefined : table.files[files];
  const shared = {
    ...(requiresPython ? { requiresPython } : {}),
    ...(summary === undefined ? {} : { files: parseReleaseFiles(summary) }),
  };
  return expandVersions(versions).flatMap((text) => {
    const version = parseVersion(text);
    return version ? [{ text, version, ...shared }] : [];
  });
}

/** An index below zero marks what is inferred; a question mark, what is known from that version on. */
function requirementOf({ pythons }: Table, index: number): RequiresPython | undefined {
  const written = pythons[index < 0 ? -1 - index : index];
  if (written === undefined) return undefined;
  const isFloor = written.startsWith('?');
  const text = isFloor ? `>=${written.slice(1)}` : written;
  const specifier = text === '*' ? '' : text.startsWith('^') ? asSpecifier(text) : text;
  const set = specifier === undefined ? undefined : parseSpecifierSet(specifier);
  const evidence = isFloor ? 'floor' : index < 0 ? 'inferred' : 'recorded';
  return { text, evidence, ...(set && set.errors.length === 0 ? { set } : {}) };
}

/** `0.104.0-1,3` is 0.104.0, 0.104.1 and 0.104.3; `=2.0.0rc1` is 2.0.0rc1. */
export function expandVersions(versions: string): string[] {
  return versions.split(' ').flatMap((token) => {
    if (token.startsWith('=')) return [token.slice(1)];
    const dot = token.lastIndexOf('.') + 1;
    return token
      .slice(dot)
      .split(',')
      .flatMap((part) => numbersIn(part).map((number) => token.slice(0, dot) + number));
  });
}

function numbersIn(part: string): string[] {
  const [first = '', last] = part.split('-');
  if (last === undefined) return [first];
  const from = Number(first);
  return Array.from({ length: Number(last) - from + 1 }, (_, index) => String(from + index));
}

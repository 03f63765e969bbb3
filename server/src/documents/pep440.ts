import type { Span } from '../text/span.ts';
import { compareVersions, formatVersion, isPrerelease, parseVersion, type Version } from './pep440Version.ts';

/**
 * Version specifiers by PEP 440 and its living form,
 * https://packaging.python.org/en/latest/specifications/version-specifiers/ (read 2026-11-23).
 */
export { compareVersions, formatVersion, isPrerelease, parseVersion, type Version } from './pep440Version.ts';

const operators = ['===', '~=', '==', '!=', '<=', '>=', '<', '>'] as const;
export type Operator = (typeof operators)[number];

/** One clause of a specifier set, such as `>=3.9` or `==1.2.*`. */
export interface Clause {
  /** From the operator to the end of the version. */
  readonly span: Span;
  readonly operator: Operator;
  readonly operatorSpan: Span;
  /** The version as it is written, without `.*`. */
  readonly version: string;
  /** Where the version is written, `.*` included. */
  readonly versionSpan: Span;
  /** Absent where `===` names something that is no version. */
  readonly parsed?: Version;
  /** Whether the version ends in `.*`. */
  readonly wildcard: boolean;
}

export type SpecifierErrorCode =
  | 'unknown-operator'
  | 'missing-operator'
  | 'missing-version'
  | 'missing-comma'
  | 'invalid-version'
  | 'wildcard-not-allowed'
  | 'local-not-allowed'
  | 'release-too-short';

export interface SpecifierError {
  readonly code: SpecifierErrorCode;
  readonly span: Span;
  readonly message: string;
}

/** Clauses joined by commas: a version must satisfy each. */
export interface SpecifierSet {
  /** From the first character that is not blank to the last; empty in a blank text. */
  readonly span: Span;
  readonly text: string;
  /** The clauses that are right, in order. */
  readonly clauses: readonly Clause[];
  /** One for each clause that is not. A set with errors is refused as a whole by every installer. */
  readonly errors: readonly SpecifierError[];
}

/** Turns offsets into a parsed text into a span of the file it comes from. */
export type Place = (start: number, end: number) => Span;

/** The place of a text that stands as it is in its file, `offset` UTF-16 units from the file's start. */
export function placeAt(offset: number): Place {
  return (start, end) => ({ start: offset + start, end: offset + end });
}

/** `text` in quotes for a message, cut where it is long. */
export function quoted(text: string): string {
  return text.length > 40 ? `"${text.slice(0, 39)}…"` : `"${text}"`;
}

const clausePattern = /^(?<operator>[~=!<>^]*)(?<gap>\s*)(?<version>[^\s,]*)/;

/**
 * The specifier set in `text`. Never throws; empty items between commas are passed over, as `packaging` does.
 * @param place says where `text` stands in its file; without it spans are offsets into `text`.
 */
export function parseSpecifierSet(text: string, place: Place = placeAt(0)): SpecifierSet {
  const clauses: Clause[] = [];
  const errors: SpecifierError[] = [];
  let start = 0;
  for (const item of text.split(',')) {
    const lead = item.length - item.trimStart().length;
    const from = start + lead;
    const clause = item.trim() && parseClause(item.trim(), (a, b) => place(from + a, from + b));
    if (clause) 'code' in clause ? errors.push(clause) : clauses.push(clause);
    start += item.length + 1;
  }
  const blank = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { span: place(blank, blank + trimmed.length), text: trimmed, clauses, errors };
}

function parseClause(text: string, place: Place): Clause | SpecifierError {
  const { operator = '', gap = '', version = '' } = clausePattern.exec(text)?.groups ?? {};
  const at = operator.length + gap.length;
  const end = at + version.length;
  const fail = (code: SpecifierErrorCode, message: string, span = place(at, end)) => ({ code, span, message });
  if (!operator) return fail('missing-operator', missingOperator(version));
  const known = operators.find((candidate) => candidate === operator);
  if (!known)
    return fail('unknown-operator', `${quoted(operator)} is no operator of PEP 440.`, place(0, operator.length));
  if (!version) return fail('missing-version', `A version must follow "${operator}".`, place(0, operator.length));
  if (end < text.length) {
    const rest = text.slice(end).trimStart();
    const span = place(text.length - rest.length, text.length);
    return fail('missing-comma', `${quoted(rest)} must be set off by a comma.`, span);
  }
  const wildcard = known !== '===' && version.endsWith('.*');
  const bare = wildcard ? version.slice(0, -2) : version;
  const parsed = parseVersion(bare);
  const error = faultIn(known, version, parsed);
  if (error) return fail(...error);
  const spans = { span: place(0, end), operatorSpan: place(0, operator.length), versionSpan: place(at, end) };
  return { ...spans, operator: known, version: bare, wildcard, ...(parsed ? { parsed } : {}) };
}

function missingOperator(version: string): string {
  const advice = parseVersion(version) ? `Write "==${version}".` : 'It must start with one, such as ">=".';
  return `${quoted(version)} has no operator. ${advice}`;
}

function faultIn(operator: Operator, text: string, parsed?: Version): [SpecifierErrorCode, string] | undefined {
  if (operator === '===') return undefined;
  if (!parsed) return ['invalid-version', `${quoted(text)} is no version.`];
  const equality = operator === '==' || operator === '!=';
  if (text.endsWith('.*')) {
    if (!equality) return ['wildcard-not-allowed', `"${operator}" takes no ".*".`];
    const { pre, post, dev, local } = parsed;
    if (pre || local || post !== undefined || dev !== undefined) {
      return ['wildcard-not-allowed', '".*" may follow a release number only.'];
    }
  }
  if (parsed.local && !equality) return ['local-not-allowed', `"${operator}" takes no local version.`];
  if (operator === '~=' && parsed.release.length < 2) {
    return ['release-too-short', `"~=" needs two release numbers. Write "~=${parsed.release[0]}.0".`];
  }
  return undefined;
}

/** Whether `version` satisfies every clause of `set`, pre-releases treated as any other version. */
export function contains(version: Version, set: SpecifierSet): boolean {
  return set.clauses.every((clause) => satisfies(version, clause));
}

/**
 * Whether `version` satisfies `clause`, pre-releases treated as any other version.
 * @param text how `version` is written, for `===`, which compares characters; without it the normal spelling.
 */
export function satisfies(version: Version, clause: Clause, text = formatVersion(version)): boolean {
  const { operator, parsed, wildcard } = clause;
  if (operator === '===') return text.trim().toLowerCase() === clause.version.toLowerCase();
  if (!parsed) return false;
  switch (operator) {
    case '==':
      return equals(version, parsed, wildcard);
    case '!=':
      return !equals(version, parsed, wildcard);
    case '>=':
      return compareVersions(withoutLocal(version), parsed) >= 0;
    case '<=':
      return compareVersions(withoutLocal(version), parsed) <= 0;
    case '<':
      return compareVersions(version, isPrerelease(parsed) ? parsed : { ...parsed, dev: 0n }) < 0;
    case '>':
      return compareVersions(withoutLocal(version), parsed) > 0 && !isPostReleaseOf(version, parsed);
    case '~=':
      return (
        compareVersions(withoutLocal(version), parsed) >= 0 && startsWith(version, parsed, parsed.release.length - 1)
      );
  }
}

function withoutLocal({ local: _, ...rest }: Version): Version {
  return rest;
}

function equals(version: Version, wanted: Version, wildcard: boolean): boolean {
  if (wildcard) return startsWith(version, wanted, wanted.release.length);
  return compareVersions(wanted.local ? version : withoutLocal(version), wanted) === 0;
}

/** Whether the first `count` release numbers and the epoch are those of `wanted`; missing numbers count as zero. */
function startsWith(version: Version, wanted: Version, count: number): boolean {
  return (
    version.epoch === wanted.epoch &&
    wanted.release.slice(0, count).every((part, index) => part === (version.release[index] ?? 0n))
  );
}

/** `>1.0` leaves out `1.0.post1`, unless the clause itself names a post-release or a developmental one. */
function isPostReleaseOf(version: Version, { post, dev, ...base }: Version): boolean {
  if (post !== undefined || dev !== undefined || version.post === undefined) return false;
  const { post: _post, dev: _dev, local: _local, ...ofVersion } = version;
  return compareVersions(ofVersion, base) === 0;
}

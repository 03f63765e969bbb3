import { compareVersions, parseVersion, type Version } from '../documents/pep440Version.ts';

/**
 * Version specifiers as the builder reads them: it asks `@renovatebot/pep440`, which is stricter than PEP 440 about commas
 * and blanks, and it drops patch numbers first. documents/pep440.ts says what a specifier means; this says what Vercel
 * makes of it.
 * Source: `selectPythonVersion` of @vercel/python-analysis 0.14.0.
 */
export interface Clause {
  readonly operator: string;
  /** As it is written; absent where `===` names something that is no version. */
  readonly version: string | undefined;
  readonly wildcard: boolean;
}

const version =
  'v?(?:\\d+!)?(?<release>\\d+(?:\\.\\d+)*)(?:[-_.]?(?:alpha|a|beta|b|preview|pre|c|rc)[-_.]?\\d*)?' +
  '(?:-\\d+|[-_.]?(?:post|rev|r)[-_.]?\\d*)?(?<dev>[-_.]?dev[-_.]?\\d*)?(?<local>\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?';
const clausePattern = new RegExp(
  `^(?<operator>===|~=|==|!=|<=|>=|<|>)\\s*(?:(?<version>${version})(?<wildcard>\\.\\*)?|(?<legacy>[^,;\\s)]+))$`,
  'i',
);

/** The clauses of `text`, none for a blank one; `undefined` when one of them is not as it should be. */
export function parseConstraint(text: string): readonly Clause[] | undefined {
  if (!text.trim()) return [];
  const clauses = text.split(',').map((part) => parseClause(part.trim()));
  return clauses.every((clause) => clause !== undefined) ? clauses : undefined;
}

function parseClause(text: string): Clause | undefined {
  const groups = clausePattern.exec(text)?.groups;
  if (!groups?.operator) return undefined;
  const { operator, release = '', dev, local, wildcard } = groups;
  const isEquality = ['==', '!=', '==='].includes(operator);
  if (groups.legacy) return operator === '===' ? { operator, version: undefined, wildcard: false } : undefined;
  if (operator === '~=' && !release.includes('.')) return undefined;
  if (local && !isEquality) return undefined;
  if (wildcard && (!isEquality || dev || local)) return undefined;
  return { operator, version: groups.version, wildcard: wildcard !== undefined };
}

/** The constraint that a bare version stands for: that version. */
export function exactly(written: string): readonly Clause[] {
  return [{ operator: '==', version: written, wildcard: false }];
}

/** How the builder's messages spell a constraint: a lone `==` by its version, anything else in full. */
export function formatConstraint(clauses: readonly Clause[]): string {
  const [first] = clauses;
  if (clauses.length === 1 && first?.operator === '==') return `${first.version}`;
  return clauses.map(formatClause).join(',');
}

function formatClause({ operator, version, wildcard }: Clause): string {
  return `${operator}${version}${wildcard ? '.*' : ''}`;
}

/** Whether the builder takes the minor version `candidate`, such as `3.12`, for one that fits. */
export function admits(clauses: readonly Clause[], candidate: string): boolean {
  const effective = clauses.flatMap((clause) => withoutPatch(clause) ?? []).map(withoutTilde);
  // The builder spells the changed clauses out and reads them again: `~=3.12rc1` comes back as the invalid `==3.12rc1.*`.
  const again = parseConstraint(effective.map(formatClause).join(','));
  const parsed = parseVersion(candidate);
  return again !== undefined && parsed !== undefined && again.every((clause) => fits(parsed, candidate, clause));
}

/** The clause for a minor version: patch numbers go, and the bound is widened where it would cut a minor version in two. */
function withoutPatch(clause: Clause): Clause | undefined {
  const { operator } = clause;
  const parts = clause.version?.split('.') ?? [];
  if (operator === '===' || parts.length < 3) return clause;
  const version = parts.slice(0, 2).join('.');
  const isZero = Number.parseInt(parts[2] ?? '', 10) === 0;
  if (operator === '!=') return undefined;
  if (operator === '==' || operator === '~=') return { operator: '==', version, wildcard: true };
  const widened = isZero || operator.endsWith('=') ? operator : `${operator}=`;
  return { operator: widened, version, wildcard: false };
}

/** `~=3.12` is read as `==3.12.*`, although PEP 440 admits 3.13 there. */
function withoutTilde(clause: Clause): Clause {
  const isMinor = clause.operator === '~=' && clause.version?.split('.').length === 2;
  return isMinor ? { operator: '==', version: clause.version, wildcard: true } : clause;
}

function fits(candidate: Version, written: string, { operator, version: text, wildcard }: Clause): boolean {
  if (operator === '===') return text !== undefined && written.toLowerCase() === text.toLowerCase();
  const wanted = text === undefined ? undefined : parseVersion(text);
  if (!wanted) return false;
  if (wildcard) return startsWith(candidate, wanted) === (operator === '==');
  const order = compareVersions(candidate, wanted);
  if (operator === '==') return order === 0;
  if (operator === '!=') return order !== 0;
  if (operator === '<=') return order <= 0;
  if (operator === '>=') return order >= 0;
  // Neither `<3.12` nor `>3.12` admits any spelling of 3.12, be it a pre-release or a post-release.
  if (compareVersions(candidate, { epoch: 0n, release: wanted.release }) === 0) return false;
  return operator === '<' ? order < 0 : order > 0;
}

function startsWith(candidate: Version, wanted: Version): boolean {
  return (
    candidate.epoch === wanted.epoch &&
    wanted.release.length <= candidate.release.length &&
    wanted.release.every((part, index) => part === candidate.release[index])
  );
}

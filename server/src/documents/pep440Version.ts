/**
 * A version by PEP 440 and its living form,
 * https://packaging.python.org/en/latest/specifications/version-specifiers/ (read 2026-11-23).
 * Numbers are bigints: a date as a version part does not fit a double.
 */
export interface Version {
  readonly epoch: bigint;
  readonly release: readonly bigint[];
  readonly pre?: { readonly phase: 'a' | 'b' | 'rc'; readonly number: bigint };
  readonly post?: bigint;
  readonly dev?: bigint;
  /** Parts of the local label: numbers as bigints, others in lower case. */
  readonly local?: readonly (bigint | string)[];
}

/** Appendix B of the PEP, anchored, blanks around it allowed. */
const versionPattern =
  /^\s*v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)(?:[-_.]?(?<phase>alpha|a|beta|b|preview|pre|c|rc)[-_.]?(?<pre>\d*))?(?:-(?<implicitPost>\d+)|[-_.]?(?<postWord>post|rev|r)[-_.]?(?<post>\d*))?(?:[-_.]?(?<devWord>dev)[-_.]?(?<dev>\d*))?(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?\s*$/i;

const phases: Readonly<Record<string, 'a' | 'b' | 'rc'>> = {
  ...{ alpha: 'a', a: 'a', beta: 'b', b: 'b' },
  ...{ c: 'rc', pre: 'rc', preview: 'rc', rc: 'rc' },
};

/** The version that all of `text` spells, in any of the PEP's spellings; `undefined` for anything else. */
export function parseVersion(text: string): Version | undefined {
  const parts = versionPattern.exec(text)?.groups;
  if (!parts?.release) return undefined;
  const phase = parts.phase ? phases[parts.phase.toLowerCase()] : undefined;
  const post = parts.implicitPost ?? (parts.postWord ? (parts.post ?? '') : undefined);
  return {
    epoch: BigInt(parts.epoch ?? 0),
    release: parts.release.split('.').map(BigInt),
    ...(phase ? { pre: { phase, number: BigInt(parts.pre ?? 0) } } : {}),
    ...(post === undefined ? {} : { post: BigInt(post) }),
    ...(parts.devWord ? { dev: BigInt(parts.dev ?? 0) } : {}),
    ...(parts.local ? { local: parts.local.toLowerCase().split(/[-_.]/).map(localPart) } : {}),
  };
}

function localPart(part: string): bigint | string {
  return /^\d+$/.test(part) ? BigInt(part) : part;
}

/** The one normal spelling of `version`, such as `1!2.0rc1.post2.dev3+ubuntu.1`. */
export function formatVersion({ epoch, release, pre, post, dev, local }: Version): string {
  return [
    epoch === 0n ? '' : `${epoch}!`,
    release.join('.'),
    pre ? `${pre.phase}${pre.number}` : '',
    post === undefined ? '' : `.post${post}`,
    dev === undefined ? '' : `.dev${dev}`,
    local ? `+${local.join('.')}` : '',
  ].join('');
}

/** Whether `version` is a pre-release or a developmental release: what installers leave out unless it is asked for. */
export function isPrerelease({ pre, dev }: Version): boolean {
  return pre !== undefined || dev !== undefined;
}

/** Negative, zero or positive as `a` sorts before, with or behind `b`: a total order in which `1.0` equals `1`. */
export function compareVersions(a: Version, b: Version): number {
  return (
    compare(a.epoch, b.epoch) ||
    compareReleases(a.release, b.release) ||
    compare(phaseRank(a), phaseRank(b)) ||
    compare(a.pre?.number ?? 0n, b.pre?.number ?? 0n) ||
    compare(a.post ?? -1n, b.post ?? -1n) ||
    compareDev(a.dev, b.dev) ||
    compareLocals(a.local, b.local)
  );
}

function compare<T extends bigint | number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Missing parts count as zero. */
function compareReleases(a: readonly bigint[], b: readonly bigint[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = compare(a[index] ?? 0n, b[index] ?? 0n);
    if (order !== 0) return order;
  }
  return 0;
}

/** A bare developmental release sorts before the pre-releases, and these before the release. */
function phaseRank({ pre, post, dev }: Version): number {
  if (pre) return ['a', 'b', 'rc'].indexOf(pre.phase);
  return post === undefined && dev !== undefined ? -1 : 3;
}

function compareDev(a: bigint | undefined, b: bigint | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compare(a, b);
}

/** No label before any, words before numbers, the shorter before the longer. */
function compareLocals(a: Version['local'] = [], b: Version['local'] = []): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    if (typeof part !== typeof other) return typeof part === 'bigint' ? 1 : -1;
    return part < other ? -1 : 1;
  }
  return a.length - b.length;
}

import { builderDates, builderOfCli, type Releases } from '../facts/builderReleases.ts';

/** Negative, zero or positive as release `a` is older than `b`, the same, or newer. */
export function compareReleases(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let at = 0; at < 3; at++) {
    const difference = (x[at] ?? 0) - (y[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What both ranges allow; `undefined` for nothing. */
export function intersection(a: Releases, b: Releases): Releases | undefined {
  const from = later(a.from, b.from);
  const to = earlier(a.to, b.to);
  if (from !== undefined && to !== undefined && compareReleases(from, to) > 0) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** The builders that a release of the command line may have brought. */
export function buildersOfCli(cli: string): Releases {
  const exact = builderOfCli.find(([release]) => compareReleases(release, cli) === 0);
  if (exact) return { from: exact[1], to: exact[1] };
  const before = builderOfCli.findLast(([release]) => compareReleases(release, cli) < 0);
  const after = builderOfCli.find(([release]) => compareReleases(release, cli) > 0);
  return { ...(before ? { from: before[1] } : {}), ...(after ? { to: after[1] } : {}) };
}

/** The day that `builder` is not older than, for the releases whose day is known. */
export function dateOf(builder: string): string | undefined {
  return builderDates.findLast(([release]) => compareReleases(release, builder) <= 0)?.[1];
}

/** Whether every release in `releases` is older than `bound`. */
export function isBefore(releases: Releases, bound: string): boolean {
  return releases.to !== undefined && compareReleases(releases.to, bound) < 0;
}

/** Whether no release in `releases` is older than `bound`. */
export function isFrom(releases: Releases, bound: string): boolean {
  return releases.from !== undefined && compareReleases(releases.from, bound) >= 0;
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareReleases(a, b) >= 0 ? a : b;
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareReleases(a, b) <= 0 ? a : b;
}

import { admitsPython, hasWheel, refusesPython } from '../../documents/packages/fit.ts';
import type { PackageFacts, Release } from '../../documents/packages/packageFacts.ts';

/** How a release fits a Python, as far as is known. */
export type Fit = 'wheel' | 'source only' | 'not admitted' | 'unknown';

export function fitOf(release: Release, python: string): Fit {
  if (refusesPython(release, python)) return 'not admitted';
  const wheel = hasWheel(release, python);
  if (wheel === false) return release.files?.hasSource ? 'source only' : 'unknown';
  return wheel && admitsPython(release, python) ? 'wheel' : 'unknown';
}

/** `16.7 MB`, or `140 kB`; `undefined` where it is not known. */
export function sizeText(facts: PackageFacts, name: string, { version }: Release): string | undefined {
  const kilobytes = facts.kilobytes(name, version);
  if (kilobytes === undefined) return undefined;
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} kB` : `${(kilobytes / 1000).toFixed(1)} MB`;
}

/** Where the facts come from, and of which day they are. */
export function originText(facts: PackageFacts, name: string): string {
  const asked = facts.askedIndex?.(name);
  if (asked && facts.isOutdated?.(name))
    return `From the index at ${asked} as it answered some other day: now it gives no answer.`;
  if (asked)
    return `From the index at ${asked}, which was asked for this package. Sizes are those of the wheel for Linux x86\\_64.`;
  return `From public lock files up to ${facts.date}. A release that is not listed may exist; sizes are approximate.`;
}

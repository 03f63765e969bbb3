export { usualIndex } from './address.ts';

import type { PackageIndex } from '../../documents/packages/packageIndex.ts';

/** What is said of packages whose names were kept from the index that is asked. */
export function withheldText(count: number): string {
  const what = count === 1 ? '1 pinned package comes' : `${count} pinned packages come`;
  return `${what} from another index, which the project names; the index asked is told nothing of ${count === 1 ? 'it' : 'them'}.`;
}

/** What is said of an index that is down, in one line. @param date of what is known offline */
export function failureText({ url, packages, outdated }: PackageIndex, failure: string, date?: string): string {
  const kept = outdated?.size ?? 0;
  const some = packages.size > kept ? ' for all packages' : '';
  const before = kept > 0 ? `What it said of ${kept} of them before stands; else what` : 'What';
  const offline = date === undefined ? 'known offline' : `known offline (${date})`;
  return `the package index at ${url} gave no answer${some}: ${failure}. ${before} is ${offline}${kept > 0 ? '' : ' stands'}.`;
}

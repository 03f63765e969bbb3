import { contains, isPrerelease, parseVersion, type SpecifierSet } from '../pep440.ts';
import type { Release, RequiresPython } from './packageFacts.ts';

/**
 * How releases fit a Python, by its minor version such as `3.13`, on Linux x86_64. An answer is `undefined` where the facts
 * do not tell: what was not seen may be there.
 */

/** Whether `requires-python` of the release admits this Python. */
export function admitsPython({ requiresPython }: Release, python: string): boolean | undefined {
  if (!requiresPython?.set) return undefined;
  const byPython = answers.get(requiresPython) ?? new Map<string, boolean | undefined>();
  answers.set(requiresPython, byPython);
  if (!byPython.has(python)) byPython.set(python, admits(requiresPython, requiresPython.set, python));
  return byPython.get(python);
}

/** Many releases share one specifier. */
const answers = new WeakMap<RequiresPython, Map<string, boolean | undefined>>();

function admits({ evidence }: RequiresPython, set: SpecifierSet, python: string): boolean | undefined {
  // Which patch release runs is not known here: the first and a late one must agree.
  const [first, late] = [parseVersion(`${python}.0`), parseVersion(`${python}.99`)];
  if (!first || !late) return undefined;
  const isAdmitted = contains(late, set);
  if (isAdmitted !== contains(first, set)) return undefined;
  return !isAdmitted && evidence === 'floor' ? undefined : isAdmitted;
}

/** Whether `requires-python` is recorded, and excludes this Python. */
export function refusesPython(release: Release, python: string): boolean {
  return release.requiresPython?.evidence === 'recorded' && admitsPython(release, python) === false;
}

/** Whether a wheel of the release installs on this Python. */
export function hasWheel({ files }: Release, python: string): boolean | undefined {
  if (!files) return undefined;
  const minor = Number(/^3\.(\d+)$/.exec(python)?.[1]);
  if (files.hasPureWheel || files.linux.some(({ from, to }) => from <= minor && minor <= to)) return true;
  return files.isPartial ? undefined : false;
}

/** Whether the release holds compiled code, and is known to have none for this Python: it would be built from source. */
export function lacksWheel(release: Release, python: string): boolean {
  return release.files?.isCompiled === true && hasWheel(release, python) === false;
}

/** Whether the release is known to admit this Python and to have a wheel for it, and is neither a pre-release nor withdrawn. */
export function isKnownToFit(release: Release, python: string): boolean {
  if (isPrerelease(release.version) || release.isYanked) return false;
  return admitsPython(release, python) === true && hasWheel(release, python) === true;
}

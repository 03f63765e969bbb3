/**
 * The Python versions that Vercel knows and runs.
 *
 * Source: `version.ts` of `@vercel/python` 25.0.0, executed; https://vercel.com/docs/functions/runtimes/python
 * Date: 2026-11-23
 */

/** The versions on the build image, newest first. Every other one is ignored, and `defaultPython` runs. */
export const installedPythons = ['3.14', '3.13', '3.12'] as const;

/** What runs where nothing chooses, or where the choice cannot be met. */
export const defaultPython = '3.12';

/** Known to the builder but not on the image: the choice is ignored with a warning. */
export const knownButNotInstalledPythons = ['3.11', '3.10', '3.9'] as const;

/** Naming one of these stops the build. */
export const discontinuedPythons = ['3.6'] as const;

export type InstalledPython = (typeof installedPythons)[number];

/**
 * The release that "pin it" means for a minor version named without its patch: a late release of that version. For 3.9 it
 * is 3.9.18, the one that people ask for by name.
 *
 * Source: general knowledge of Python's releases, for 3.9 the request itself; https://www.python.org/downloads/ is where to
 * check them, and was not read for this. Later releases may exist.
 * Date: 2026-11-23
 */
export const pinnedReleases: Readonly<Record<string, string>> = {
  '2.7': '2.7.18',
  '3.6': '3.6.15',
  '3.7': '3.7.17',
  '3.8': '3.8.20',
  '3.9': '3.9.18',
  '3.10': '3.10.14',
  '3.11': '3.11.9',
  '3.12': '3.12.10',
  '3.13': '3.13.9',
  '3.14': '3.14.0',
};

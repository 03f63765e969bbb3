/**
 * Packages that have neither a wheel for Linux nor a source distribution, by normalised name.
 *
 * Source: the package index, asked by `pip download --no-deps` for manylinux2014_x86_64 and for sources
 * Date: 2026-11-23
 */
export const windowsOnly: ReadonlySet<string> = new Set(['pywin32', 'windows-curses']);

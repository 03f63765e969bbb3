import type { LogLine } from './line.ts';

/** A part of a log that an editor folds and lists. */
export interface LogSection {
  /** Such as `Install dependencies`. */
  readonly title: string;
  /** Zero-based lines of the log, the last one included. */
  readonly first: number;
  readonly last: number;
}

/** How each phase of a build begins, in Vercel's own words (platform.md A.0 and A.1, of real logs). */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^(?:Running build in|Build machine configuration)/, 'Prepare the machine'],
  [/^Cloning /, 'Clone'],
  [/^(?:Restored build cache|Previous build caches|Skipping build cache)/, 'Restore the cache'],
  [/^(?:Running "vercel build"|Vercel CLI \d)/, 'Build'],
  [/^(?:Installing required dependencies|Running "install" command|No Python manifest found)/, 'Install dependencies'],
  [/^(?:Build Completed|Deploying outputs|Uploading build outputs)/, 'Deploy'],
  [/^(?:Traceback \(most recent call last\):)/, 'Traceback'],
];

/** The phases of a build and its tracebacks, in order; each ends where the next one begins. */
export function logSections(lines: readonly LogLine[]): readonly LogSection[] {
  const starts = lines.flatMap(({ text, number }) => {
    const title = beginnings.find(([pattern]) => pattern.test(text.trimStart()))?.[1];
    return title === undefined ? [] : [{ title, first: number }];
  });
  const distinct = starts.filter(({ title }, index) => title === 'Traceback' || starts[index - 1]?.title !== title);
  const end = lines.at(-1)?.number ?? 0;
  return distinct
    .map((section, index) => ({ ...section, last: (distinct[index + 1]?.first ?? end + 1) - 1 }))
    .filter(({ first, last }) => last >= first);
}

import type { Location } from 'vscode-languageserver';
import type { Place } from '../folders.ts';
import { identityOf, type LocatedProblem } from '../problems.ts';
import type { LogDocuments } from './logDocuments.ts';
import { rangeOf } from './logPlaces.ts';

/** The command of a client that shows a place in a log; offered to clients that say they have it. */
export const openLogLineCommand = 'vercelPreflight.openLogLine';

/** A problem of the project, and where an open log speaks of it. */
export interface LogLineOf {
  readonly located: LocatedProblem;
  /** What the log is called, such as `build.vercel.log`. */
  readonly name: string;
  readonly location: Location;
}

/** In each open log, the line that comes from one of the problems of `place`: where there are several, the most telling. */
export async function logLinesOf(
  logs: LogDocuments,
  { folder }: Place,
  problems: readonly LocatedProblem[],
): Promise<readonly LogLineOf[]> {
  const known = new Map(problems.map((located) => [identityOf(located.problem), located]));
  const found: LogLineOf[] = [];
  for (const { uri } of known.size > 0 ? logs.open() : []) {
    const log = await logs.at(uri);
    if (log?.project?.folder !== folder) continue;
    const [line] = log.report.entries.flatMap((entry) => {
      const own = entry.causes.flatMap(({ problems: all }) =>
        all.flatMap((problem) => known.get(identityOf(problem)) ?? []),
      );
      return own.slice(0, 1).map((located) => ({ located, location: { uri, range: rangeOf(log, entry.place) } }));
    });
    if (line) found.push({ ...line, name: decodeURIComponent(uri.slice(uri.search(/[^/:]*$/))) });
  }
  return found;
}

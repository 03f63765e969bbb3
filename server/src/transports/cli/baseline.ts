import { checkProject, type ProjectReport } from '../../check/checkProject.ts';
import { utf8 } from '../../documents/sourceFile.ts';
import { baselineName, baselineOf, parseBaseline, withoutBaseline } from '../../features/baseline.ts';
import type { FileOutcome } from '../../features/changedFiles.ts';
import { inside } from '../../project/paths.ts';
import { rootsOf } from './directory.ts';
import type { Host } from './host.ts';
import type { ReportModel } from './model.ts';
import { ask, type CheckSettings, type Session } from './session.ts';
import { writeFiles } from './writeFiles.ts';

/** Whether the problems that a baseline holds are passed over. */
export interface BaselineChoice {
  readonly baseline: boolean;
}

/** What a baseline did in a project. */
export interface BaselineUse {
  /** The file; absent where there is none, or none is wanted. */
  readonly path?: string;
  /** Whether it is one: another text passes over nothing. */
  readonly isValid: boolean;
  readonly passedOver: number;
  readonly stale: number;
}

/** The report without what the baseline in its root folder holds. */
export function reduced(all: ProjectReport, isWanted: boolean): { report: ProjectReport; baseline: BaselineUse } {
  const { root, files } = all.project;
  const path = inside(root, baselineName);
  const source = isWanted && files.has(path) ? files.source(path) : undefined;
  if (!source) return { report: all, baseline: { isValid: true, passedOver: 0, stale: 0 } };
  const baseline = parseBaseline(source.text);
  if (!baseline) return { report: all, baseline: { path, isValid: false, passedOver: 0, stale: 0 } };
  const { report, passedOver, stale } = withoutBaseline(all, baseline);
  return { report, baseline: { path, isValid: true, passedOver, stale } };
}

/** Writes the problems of each root to its baseline; where there are none, no new one is made. */
export async function writeBaselines(host: Host, session: Session, settings: CheckSettings): Promise<void> {
  const options = { ...settings, onCrash: () => undefined };
  const outcomes = await ask(session, (files) =>
    rootsOf(files).flatMap((root): FileOutcome[] => {
      const path = inside(root, baselineName);
      const report = checkProject({ root, files }, options);
      const before = files.has(path) ? files.source(path) : undefined;
      return before || report.problems.length > 0 ? [{ path, before, after: utf8(baselineOf(report)) }] : [];
    }),
  );
  const isChanged = ({ before, after }: FileOutcome) => before?.text !== after?.text || before?.encoding !== 'utf-8';
  await writeFiles(session.directory, outcomes.filter(isChanged), host.stderr);
}

/** Says on standard error what a baseline hid, and when it holds more than there is. */
export async function noteBaselines(host: Host, { projects }: ReportModel): Promise<void> {
  for (const { baseline, place } of projects) {
    const { path, isValid, passedOver, stale } = baseline;
    if (path === undefined) continue;
    const { shown } = place(path);
    if (!isValid) await host.stderr(`Note: ${shown} is no baseline and was left out. Write it again: ${again}.\n`);
    if (passedOver > 0) await host.stderr(`Note: ${shown} passes over ${problems(passedOver)}.\n`);
    if (stale > 0)
      await host.stderr(
        `Note: ${shown} holds ${problems(stale)} that ${stale === 1 ? 'is' : 'are'} gone. Write it again: ${again}.\n`,
      );
  }
}

const again = '`vercel-preflight verify --write-baseline`';

function problems(count: number): string {
  return count === 1 ? '1 problem' : `${count} problems`;
}

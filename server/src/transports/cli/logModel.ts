import { type CheckOptions, checkProject, type ProjectReport } from '../../check/checkProject.ts';
import type { LogFacts } from '../../logs/analysis.ts';
import { eraSentence } from '../../logs/eraText.ts';
import { explainLog, rulesFor } from '../../logs/explain.ts';
import type { LogEntry, LogReport } from '../../logs/report.ts';
import { projectOf } from '../../logs/root.ts';
import type { Files } from '../../project/files.ts';
import { type Directory, rootsOf } from './directory.ts';
import { type FixModel, fixModel, type Place, Texts } from './model.ts';

/** A log, explained, with all that the formats show. */
export interface LogModel {
  /** What the log is called. */
  readonly log: string;
  /** Path of the log from the current folder, if it is a file. */
  readonly file?: string;
  /** The folder of the project from the current folder. */
  readonly project: string;
  readonly report: LogReport;
  /** When and with what the log was written, in words. */
  readonly era: string | undefined;
  readonly entries: readonly LogEntryModel[];
}

export interface LogEntryModel {
  readonly entry: LogEntry;
  readonly blame: (Place & { readonly line: string }) | null;
  readonly fixes: readonly FixModel[];
  /** Those of `fixes` that `verify` applies, which takes the first of each problem. */
  readonly applied: readonly FixModel[];
}

/** Explains `facts` with the project in `files`. A question for a workspace. */
export function logModel(
  facts: LogFacts,
  named: Pick<LogModel, 'log' | 'file'>,
  files: Files,
  directory: Directory,
  options: CheckOptions,
): LogModel {
  const rules = rulesFor(facts, options.rules);
  const checked = (root: string): ProjectReport => checkProject({ root, files }, { ...options, rules });
  const reports = facts.hits.length > 0 ? rootsOf(files).map(checked) : [];
  const project = projectOf(facts, reports);
  const report = explainLog(facts, project);
  const texts = new Texts(files, directory);
  return {
    ...named,
    project: directory.shown(project?.project.root ?? ''),
    report,
    era: eraSentence(facts.era),
    entries: report.entries.map((entry) => entryModel(entry, texts)),
  };
}

function entryModel(entry: LogEntry, texts: Texts): LogEntryModel {
  const { blame } = entry;
  const fixes = entry.fixes.map((fix) => ({ fix, model: fixModel(fix, texts) }));
  const firsts = new Set(entry.causes.flatMap(({ problems }) => problems.map((problem) => problem.fixes[0])));
  const place = blame && texts.place(blame.path, blame.span);
  return {
    entry,
    blame: blame && place ? { ...place, line: texts.lines(blame.path)?.lineAt(place.range.start.line) ?? '' } : null,
    fixes: fixes.map(({ model }) => model),
    applied: fixes.filter(({ fix }) => firsts.has(fix)).map(({ model }) => model),
  };
}

import { type CheckOptions, checkProject, type ProjectReport } from '../../check/checkProject.ts';
import type { Problem, ProblemFix } from '../../check/problem.ts';
import type { Files } from '../../project/files.ts';
import type { Rule, Safety, Severity } from '../../rules/rule.ts';
import type { FileChange } from '../../text/edit.ts';
import type { Span } from '../../text/span.ts';
import { type BaselineChoice, type BaselineUse, reduced } from './baseline.ts';
import { type DeploymentModel, deploymentModel } from './deploymentModel.ts';
import { type Directory, rootsOf } from './directory.ts';
import { Lines, type Range, startOfFile } from './positions.ts';

/** A report with all that the formats show: every path named, every offset a line and a column. */
export interface ReportModel {
  readonly projects: readonly ProjectModel[];
  readonly summary: Summary;
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export interface ProjectModel {
  /** Path of the root from the folder that was asked about; `.` for that folder itself. */
  readonly root: string;
  /** What a person calls it. */
  readonly name: string;
  readonly report: ProjectReport;
  /** What the project's baseline did. */
  readonly baseline: BaselineUse;
  readonly deployment: DeploymentModel;
  readonly problems: readonly ProblemModel[];
  /** The place of `offset` in the core's `path`. */
  place(path: string, offset?: number): Place;
}

export interface Place {
  /** Path from the folder that was asked about. */
  readonly file: string;
  /** Path from the current folder. */
  readonly shown: string;
  /** Whether the file has a text to point at. */
  readonly hasText: boolean;
  readonly range: Range;
}

export interface ProblemModel extends Place {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  /** The line that the problem begins in. */
  readonly line: string;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly fixes: readonly FixModel[];
}

export interface FixModel {
  readonly title: string;
  readonly safety: Safety;
  readonly edits: readonly EditModel[];
}

/** One replacement. `create`: `newText` is the whole file, whatever was there; `delete`: the file goes. */
export interface EditModel {
  readonly file: string;
  readonly create?: true;
  readonly delete?: true;
  readonly range: Range;
  readonly newText: string;
}

/** Checks every root in `files`. A question for a workspace: it may be asked again once more files were read. */
export function reportModel(files: Files, directory: Directory, options: CheckOptions & BaselineChoice): ReportModel {
  const projects = rootsOf(files).map((root) => projectModel(root, new Texts(files, directory), options));
  const count = (severity: Severity) =>
    projects.reduce((sum, { problems }) => sum + problems.filter((problem) => problem.severity === severity).length, 0);
  return { projects, summary: { errors: count('error'), warnings: count('warning'), infos: count('info') } };
}

function projectModel(root: string, texts: Texts, options: CheckOptions & BaselineChoice): ProjectModel {
  const all = checkProject({ root, files: texts.files }, options);
  const { report, baseline } = reduced(all, options.baseline);
  return {
    root: root || '.',
    name: texts.directory.nameOf(root),
    report,
    baseline,
    deployment: deploymentModel({ ...report, root, estimate: report.bundle }),
    problems: report.problems.map((problem) => problemModel(problem, texts)),
    place: (path, offset = 0) => texts.place(path, { start: offset, end: offset }),
  };
}

function problemModel(problem: Problem, texts: Texts): ProblemModel {
  const place = texts.place(problem.path, problem.span);
  return {
    ...place,
    rule: problem.rule,
    severity: problem.severity,
    message: problem.message,
    line: texts.lines(problem.path)?.lineAt(place.range.start.line) ?? '',
    related: problem.related.map(({ path, span, message }) => ({ ...texts.place(path, span), message })),
    fixes: problem.fixes.map((fix) => fixModel(fix, texts)),
  };
}

/** `fix` with every offset a line and a column. */
export function fixModel({ title, safety, changes }: ProblemFix, texts: Texts): FixModel {
  return { title, safety, edits: changes.flatMap((change) => editModels(change, texts)) };
}

function editModels(change: FileChange, texts: Texts): EditModel[] {
  const file = change.path;
  if ('create' in change) return [{ file, create: true, range: startOfFile, newText: change.create }];
  if ('remove' in change) return [{ file, delete: true, range: startOfFile, newText: '' }];
  return change.edits.map(({ span, newText }) => ({ file, range: texts.place(file, span).range, newText }));
}

/** The texts that spans belong to, each split into lines once. */
export class Texts {
  readonly files: Files;
  readonly directory: Directory;
  readonly #lines = new Map<string, Lines | undefined>();

  constructor(files: Files, directory: Directory) {
    this.files = files;
    this.directory = directory;
  }

  place(path: string, span: Span): Place {
    const lines = this.lines(path);
    return {
      file: path || '.',
      shown: this.directory.shown(path),
      hasText: lines !== undefined,
      range: lines?.rangeOf(span) ?? startOfFile,
    };
  }

  lines(path: string): Lines | undefined {
    if (this.#lines.has(path)) return this.#lines.get(path);
    const source = path === '' ? undefined : this.files.source(path);
    const lines = source && new Lines(source.text);
    this.#lines.set(path, lines);
    return lines;
  }
}

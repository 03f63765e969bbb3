import type { Deployment } from '../deployment/deployment.ts';
import { type FittingPythons, fittingPythons } from '../deployment/installed/fittingPythons.ts';
import { resolveDeployment } from '../deployment/resolve.ts';
import type { Project } from '../project/project.ts';
import type { Finding, Fix, Rule, RuleContext, Severity } from '../rules/rule.ts';
import type { FileChange } from '../text/edit.ts';
import { type AreaVerdict, areaVerdicts } from './areas.ts';
import type { Checked } from './evidence.ts';
import type { Problem, ProblemFix } from './problem.ts';
import { subjectsOf } from './subjects.ts';
import { type Suppressions, suppressionsIn } from './suppressions.ts';

export interface CheckOptions {
  readonly rules: readonly Rule[];
  /** Severities by rule name that differ from the rules' own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Whether nothing is to be said about the file at `path`. */
  excludes?(path: string): boolean;
  /** Called when a rule throws: it loses its findings for this file, and nothing else. */
  onCrash(rule: Rule, path: string, error: unknown): void;
}

export interface ProjectReport {
  readonly project: Project;
  readonly deployment: Deployment;
  readonly areas: readonly AreaVerdict[];
  /** By file, then by place. */
  readonly problems: readonly Problem[];
  /** The Pythons that the pinned requirements allow; absent where none of them is known. */
  readonly pythons: FittingPythons | undefined;
}

/** Runs all rules over one project. Pure but for `onCrash`. */
export function checkProject(project: Project, options: CheckOptions): ProjectReport {
  const deployment = resolveDeployment(project);
  const subjects = subjectsOf(project, deployment);
  const problems = options.rules
    .flatMap((rule) => problemsOf(rule, { project, deployment, subjects }, options))
    .filter(({ path }) => !options.excludes?.(path))
    .filter(isSaid(project))
    .sort((a, b) => comparePaths(a.path, b.path) || a.span.start - b.span.start || a.span.end - b.span.end);
  const areas = areaVerdicts({ project, deployment, subjects }, problems);
  return { project, deployment, problems, areas, pythons: fittingPythons(project, deployment) };
}

/** Whether no comment in its file asks to leave a problem unsaid. */
function isSaid({ files }: Project): (problem: Problem) => boolean {
  const byPath = new Map<string, Suppressions | undefined>();
  return (problem) => {
    const { path } = problem;
    if (!byPath.has(path)) {
      const document = files.document(path);
      byPath.set(path, document && suppressionsIn(document));
    }
    return !byPath.get(path)?.covers(problem);
  };
}

function problemsOf(rule: Rule, { project, deployment, subjects }: Checked, options: CheckOptions): Problem[] {
  const severity = options.severities?.[rule.name];
  if (severity === 'off') return [];
  return subjects.of(rule.subject).flatMap(({ path, document }) => {
    const context: RuleContext = { path, project, deployment };
    try {
      return [...rule.check(document as never, context)].map((finding) => problemFrom(rule, path, finding, severity));
    } catch (error) {
      options.onCrash(rule, path, error);
      return [];
    }
  });
}

function problemFrom(rule: Rule, subject: string, finding: Finding, severity: Severity | undefined): Problem {
  const path = finding.path ?? subject;
  return {
    rule,
    path,
    span: finding.span,
    severity: severity ?? finding.severity ?? rule.severity,
    message: finding.message,
    related: finding.related ?? [],
    fixes: (finding.fixes ?? []).map((fix) => problemFix(path, fix)),
    ...(finding.tag ? { tag: finding.tag } : {}),
  };
}

function problemFix(path: string, { title, safety, edits = [], files = [] }: Fix): ProblemFix {
  const own: FileChange[] = edits.length > 0 ? [{ path, edits }] : [];
  return { title, safety, changes: [...own, ...files] };
}

function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

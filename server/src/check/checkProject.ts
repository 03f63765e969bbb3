import { type BundleEstimate, bundleEstimate } from '../deployment/bundleEstimate.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { type FittingPythons, fittingPythons } from '../deployment/installed/fittingPythons.ts';
import { resolveDeployment } from '../deployment/resolve.ts';
import { configurationOf } from '../project/configuration.ts';
import type { Project } from '../project/project.ts';
import type { Finding, Fix, Rule, RuleContext, Severity, Subject } from '../rules/rule.ts';
import type { UnusedSuppression } from '../rules/unusedSuppression.ts';
import type { FileChange } from '../text/edit.ts';
import { keepingFinalNewline } from '../text/finalNewline.ts';
import { type AreaVerdict, areaVerdicts } from './areas.ts';
import { type Configured, configuredIn } from './configured.ts';
import type { Checked } from './evidence.ts';
import type { Problem, ProblemFix } from './problem.ts';
import { Silence } from './silence.ts';
import { subjectsOf } from './subjects.ts';
import { unusedSuppressions } from './unusedSuppressions.ts';

export interface CheckOptions {
  readonly rules: readonly Rule[];
  /** The names of all rules that there are, where `rules` are only some of them. */
  readonly ruleNames?: readonly string[];
  /** Severities by rule name that go before those of the project's configuration, as options on a command line do. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Severities by rule name that hold where the project's configuration says nothing, as settings of an editor do. */
  readonly defaultSeverities?: Readonly<Record<string, Severity | 'off'>>;
  /** Whether nothing is to be said about the file at `path`. */
  excludes?(path: string): boolean;
  /** Called when a rule throws: it loses its findings for this file, and nothing else. */
  onCrash(rule: Rule, path: string, error: unknown): void;
}

export interface ProjectReport {
  readonly project: Project;
  readonly deployment: Deployment;
  /** What its configuration file says. */
  readonly configured: Configured;
  readonly areas: readonly AreaVerdict[];
  /** By file, then by place. */
  readonly problems: readonly Problem[];
  /** The Pythons that the pinned requirements allow; absent where none of them is known. */
  readonly pythons: FittingPythons | undefined;
  /** The largest bundle, as far as sizes are known. */
  readonly bundle: BundleEstimate | undefined;
}

/** Runs all rules over one project. Pure but for `onCrash`. */
export function checkProject(project: Project, options: CheckOptions): ProjectReport {
  const deployment = resolveDeployment(project);
  const checked = { project, deployment, subjects: subjectsOf(project, deployment) };
  const configured = configuredIn(project);
  const round = new Round(checked, configured, options);
  const [last, first] = divided(options.rules, ({ subject }) => subject === 'suppressions');
  const problems = [...first, ...last]
    .flatMap((rule) => round.problemsOf(rule))
    .filter(({ path }) => !options.excludes?.(path) && !configured.excludes(path))
    .sort((a, b) => comparePaths(a.path, b.path) || a.span.start - b.span.start || a.span.end - b.span.end);
  const areas = areaVerdicts(checked, problems);
  const bundle = bundleEstimate(project, deployment);
  return { project, deployment, configured, problems, areas, pythons: fittingPythons(project, deployment), bundle };
}

/** One run of the rules over one project. */
class Round {
  readonly #checked: Checked;
  readonly #options: CheckOptions;
  readonly #severities: Readonly<Record<string, Severity | 'off'>>;
  readonly #silence: Silence;
  readonly #ruleNames: readonly string[];
  readonly #ran = new Set<string>();

  constructor(checked: Checked, configured: Configured, options: CheckOptions) {
    this.#checked = checked;
    this.#options = options;
    this.#severities = { ...options.defaultSeverities, ...configured.severities, ...options.severities };
    this.#silence = new Silence(checked.project, configured);
    this.#ruleNames = options.ruleNames ?? options.rules.map(({ name }) => name);
  }

  /** What the rule finds and nothing silences. */
  problemsOf(rule: Rule): Problem[] {
    const severity = this.#severities[rule.name];
    if (severity === 'off') return [];
    this.#ran.add(rule.name);
    return this.#inputsOf(rule.subject)
      .flatMap(({ path, document }) => this.#found(rule, path, document))
      .map((problem) => (severity ? { ...problem, severity } : problem))
      .filter((problem) => !this.#silence.covers(problem));
  }

  #inputsOf(subject: Subject): readonly { readonly path: string; readonly document: unknown }[] {
    const { project, subjects } = this.#checked;
    if (subject === 'suppressions') return [{ path: project.root, document: this.#unused() }];
    if (subject !== 'configuration') return subjects.of(subject);
    const found = configurationOf(project);
    return found ? [{ path: found.path, document: found }] : [];
  }

  #unused(): readonly UnusedSuppression[] {
    const own = this.#options.rules.filter(({ subject }) => subject === 'suppressions').map(({ name }) => name);
    const ran = (name: string) => this.#ran.has(name) && !own.includes(name);
    return unusedSuppressions(this.#checked, this.#silence, { ruleNames: this.#ruleNames, ran });
  }

  #found(rule: Rule, path: string, document: unknown): Problem[] {
    const { project, deployment } = this.#checked;
    const context: RuleContext = { path, project, deployment, ruleNames: this.#ruleNames };
    try {
      return [...rule.check(document as never, context)].map((finding) => problemFrom(rule, context, finding));
    } catch (error) {
      this.#ran.delete(rule.name);
      this.#options.onCrash(rule, path, error);
      return [];
    }
  }
}

/** Those that hold, and the others. */
function divided<T>(all: readonly T[], holds: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}

function problemFrom(rule: Rule, { path: subject, project }: RuleContext, finding: Finding): Problem {
  const path = finding.path ?? subject;
  return {
    rule,
    path,
    span: finding.span,
    severity: finding.severity ?? rule.severity,
    message: finding.message,
    related: finding.related ?? [],
    fixes: (finding.fixes ?? []).map((fix) => problemFix(project, path, fix)),
    ...(finding.tag ? { tag: finding.tag } : {}),
  };
}

function problemFix(
  { files: known }: Project,
  path: string,
  { title, safety, edits = [], files = [] }: Fix,
): ProblemFix {
  const own: FileChange[] = edits.length > 0 ? [{ path, edits }] : [];
  const changes = [...own, ...files].map((change): FileChange => {
    const text = 'edits' in change ? known.source(change.path)?.text : undefined;
    return 'edits' in change && text !== undefined
      ? { path: change.path, edits: keepingFinalNewline(text, change.edits) }
      : change;
  });
  return { title, safety, changes };
}

function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

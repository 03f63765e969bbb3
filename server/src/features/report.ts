import type { AreaStatus, AreaVerdict } from '../check/areas.ts';
import type { ProjectReport } from '../check/checkProject.ts';
import type { Problem } from '../check/problem.ts';
import type { BundleEstimate } from '../deployment/bundleEstimate.ts';
import { heaviestText, outcomeText, sizeReasons, sizeText } from '../deployment/bundleWords.ts';
import type { Deployment } from '../deployment/deployment.ts';
import { exclusions, type FittingPythons } from '../deployment/installed/fittingPythons.ts';
import { hasServices } from '../deployment/routing/routeTable.ts';
import { rulePage } from '../facts/product.ts';
import { relativeTo } from '../project/paths.ts';
import type { Severity } from '../rules/rule.ts';
import { visible } from '../text/visible.ts';
import { cell, code, link, prose } from './markdown.ts';

/** A place as a person reads it. */
export interface ShownPlace {
  /** Such as `backend/vercel.json:3`. */
  readonly text: string;
  /** What a click opens. */
  readonly address: string;
}

/** What a report needs to know beside the results, because only a transport knows lines and addresses. */
export interface ReportedProject {
  readonly report: ProjectReport;
  /** What to call the root, such as `backend`. */
  readonly name: string;
  /** Where `path` is, at `offset` if given. */
  place(path: string, offset?: number): ShownPlace;
}

/** The report of `Verify deploy config`, as Markdown. */
export function deployReport(projects: readonly ReportedProject[]): string {
  const parts = projects.length > 0 ? projects.map(projectSection) : [nothingFound];
  return `# Deploy config\n\n${parts.join('\n\n---\n\n')}\n`;
}

const nothingFound =
  'No folder here says that it is deployed to Vercel: none has a `vercel.json`, a `.vercel/project.json` or a ' +
  '`[tool.vercel]` table in its `pyproject.toml`.';

function projectSection(project: ReportedProject): string {
  const { report, name } = project;
  const sections = [
    `## ${code(name)} ${headline(report)}`,
    ...verdictSentence(project),
    facts(project),
    areaTable(report.areas),
    ...problemSections(project),
  ];
  return sections.join('\n\n');
}

/** One phrase that answers the question somebody has before a push. */
export function headline({ project, deployment, problems }: ProjectReport): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const rest = warnings > 0 ? ` and ${counted(warnings, 'warning')}` : '';
  if (deployment.errors.length > 0) return 'will fail to build';
  if (errors > 0) return `is not ready: ${counted(errors, 'error')}${rest}`;
  if (deployment.functions.length === 0)
    return hasServices(project)
      ? 'is made of services: check the folder of each'
      : 'has no Python that Vercel would serve';
  return warnings > 0 ? `is ready to deploy, with ${counted(warnings, 'warning')}` : 'is ready to deploy';
}

function verdictSentence({ report, place }: ReportedProject): string[] {
  const [first] = report.deployment.errors;
  if (!first) return [];
  const file = first.file === undefined ? undefined : place(first.file);
  const where = file ? ` (${link(prose(file.text), file.address)})` : '';
  return [`Vercel would stop with ${code(first.code)}: ${prose(visible(first.message))}${where}`];
}

/** What Vercel will run, and what else it could, a line each. */
function facts({ report: { deployment, project, pythons, bundle }, place }: ReportedProject): string {
  const file = (path: string) => {
    const shown = place(path);
    return link(prose(relativeTo(project.root, path)), shown.address);
  };
  return [
    `- **Python ${deployment.python.version}.** ${prose(deployment.python.because[0] ?? '')}`,
    `- **Serves** ${served(deployment, file)}`,
    `- **Installs** ${installed(deployment, file)}`,
    ...(pythons ? [`- **Pins fit** ${fitting(pythons)}`] : []),
    ...weight(bundle),
  ].join('\n');
}

/** Which Pythons would do instead. */
function fitting(pythons: FittingPythons): string {
  const { versions, date } = pythons;
  const answer = versions.length > 0 ? `Python ${versions.join(', ')}` : 'no Python that Vercel has';
  return [`${answer}, as far as is known (${date}).`, ...exclusions(pythons).map(prose)].join(' ');
}

/** How large the bundle is, where anything is known of it. */
function weight(bundle: BundleEstimate | undefined): string[] {
  const size = bundle && sizeText(bundle);
  if (!bundle || size === undefined) return [];
  const reasons = [...outcomeText(bundle), ...sizeReasons(bundle)].map(prose);
  return [`- **Weighs** ${[`${size}: ${prose(heaviestText(bundle))}.`, ...reasons].join(' ')}`];
}

function served({ functions, entrypoints, errors }: Deployment, file: (path: string) => string): string {
  if (functions.length > 0) {
    const all = functions.map(({ path, variable, interface: kind }) =>
      kind === 'unknown'
        ? `${code(variable)} of ${file(path)}`
        : `${code(variable)} of ${file(path)} (${interfaceNames[kind]})`,
    );
    return `${all.join(', ')}.`;
  }
  const tried = entrypoints.map(({ path }) => file(path)).join(', ');
  if (!tried) return 'no Python: there is no entrypoint.';
  return errors.length > 0 ? `nothing, because the build stops. It would look at ${tried}.` : `nothing of ${tried}.`;
}

const interfaceNames = { asgi: 'ASGI', wsgi: 'WSGI', 'http-handler': 'HTTP handler class' } as const;

/** Why it is this one is worth a word only where there was a choice. */
function installed({ install }: Deployment, file: (path: string) => string): string {
  const { source, ignored, because } = install;
  if (source === null) return `nothing. ${prose(because)}`;
  if (ignored.length === 0) return `${file(source)}.`;
  return `${file(source)}, and does not read ${ignored.map(file).join(', ')}. ${prose(because)}`;
}

const verdicts: Readonly<Record<AreaStatus, string>> = {
  pass: '✓ pass',
  warn: '⚠ warn',
  fail: '✗ fail',
  'not-applicable': '–',
};

function areaTable(areas: readonly AreaVerdict[]): string {
  const rows = areas.map(
    ({ title, status, evidence }) => `| ${cell(title)} | ${verdicts[status]} | ${cell(evidence)} |`,
  );
  return ['| Area | Verdict | Because |', '| --- | --- | --- |', ...rows].join('\n');
}

const severityHeadings: readonly (readonly [Severity, string])[] = [
  ['error', 'Errors'],
  ['warning', 'Warnings'],
  ['info', 'Good to know'],
];

function problemSections({ report, place }: ReportedProject): string[] {
  return severityHeadings.flatMap(([severity, title]) => {
    const own = report.problems.filter((problem) => problem.severity === severity);
    return own.length > 0 ? [`### ${title}`, own.map((problem) => problemItem(problem, place)).join('\n')] : [];
  });
}

function problemItem({ rule, path, span, message, fixes }: Problem, place: ReportedProject['place']): string {
  const { text, address } = place(path, span.start);
  const explained = link(rule.name, rulePage(rule.name));
  const first = `- ${prose(message)} ${link(prose(text), address)} (${explained})`;
  return [first, ...fixes.map(({ title, safety }) => `  - Fix: ${prose(title)}${safetyNote[safety]}`)].join('\n');
}

const safetyNote = { safe: '', unsafe: ' (look at the result)' } as const;

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

import type { Severity } from '../../../rules/rule.ts';
import type { ProblemModel, ReportModel } from '../model.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands: GitHub Actions shows each as an annotation on its line. */
export function githubReport({ projects }: ReportModel): string {
  return projects
    .flatMap(({ problems }) => problems)
    .map((problem) => `${annotation(problem)}\n`)
    .join('');
}

function annotation({ severity, shown, rule, message, fixes, ...place }: ProblemModel): string {
  const fix = fixes[0] ? `\nFix: ${fixes[0].title}` : '';
  const properties = [`file=${escapeProperty(shown)}`, ...lineProperties(place), `title=${escapeProperty(rule.name)}`];
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(message + fix)}`;
}

/** GitHub takes columns only for a place within one line. */
function lineProperties({ hasText, range: { start, end } }: Pick<ProblemModel, 'hasText' | 'range'>): string[] {
  if (!hasText) return [];
  const lines = [`line=${start.line + 1}`, `endLine=${end.line + 1}`];
  return start.line === end.line ? [...lines, `col=${start.character + 1}`, `endColumn=${end.character + 1}`] : lines;
}

/** `text` as the data of a workflow command. */
export function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** `text` as a property of a workflow command. */
export function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

import type { AreaStatus, AreaVerdict } from '../../../check/areas.ts';
import { headline } from '../../../features/report.ts';
import type { Severity } from '../../../rules/rule.ts';
import { visible } from '../../../text/visible.ts';
import type { FixModel, Place, ProblemModel, ProjectModel, ReportModel } from '../model.ts';
import { hanging, padded, printable } from './printable.ts';
import { otherPlaces, type ProblemGroup, problemGroups } from './problemGroups.ts';
import { snippet } from './snippet.ts';
import type { Colours, TextStyle } from './style.ts';

/** Columns for source lines in a file or a pipe. */
const pipeWidth = 160;

/** The report for a person at a terminal. */
export function textReport(model: ReportModel, style: TextStyle): string {
  const projects = model.projects.map((project) => projectText(project, style));
  return `${[...projects, summaryLine(model, style)].join('\n\n')}\n`;
}

function projectText(project: ProjectModel, style: TextStyle): string {
  const problems = problemGroups(project).map((group) => groupText(group, style));
  return [headlineText(project, style), ...problems, areaTable(project.report.areas, style)].join('\n\n');
}

function headlineText({ name, report }: ProjectModel, { colours, width }: TextStyle): string {
  const { deployment, problems } = report;
  const hasError = deployment.errors.length > 0 || problems.some(({ severity }) => severity === 'error');
  const isEmpty = deployment.errors.length === 0 && deployment.functions.length === 0;
  const colour = hasError ? colours.red : problems.length > 0 || isEmpty ? colours.yellow : colours.green;
  const [first] = deployment.errors;
  const stops = first ? stopText(`The build stops with ${first.code}: ${first.message}`, width) : '';
  return colours.bold(`${printable(name)} ${colour(headline(report))}`) + stops;
}

/** The builder's own words, in lines of their own where it writes several. */
function stopText(message: string, width: number | undefined): string {
  const lines = visible(message)
    .split(/[\r\n]+/)
    .map((line) => printable(line.trim()))
    .filter((line) => line !== '');
  return lines.map((line, index) => `\n${' '.repeat(index > 0 ? 4 : 2)}${hanging(line, 4, width)}`).join('');
}

function groupText({ problem, others }: ProblemGroup, style: TextStyle): string {
  const text = problemText(problem, style);
  return others.length > 0 ? `${text}\n  ${style.colours.cyan('also:')} ${otherPlaces(others)}` : text;
}

function problemText(problem: ProblemModel, style: TextStyle): string {
  const { severity, message, rule, related, fixes } = problem;
  const { colours } = style;
  const title = `${severityColour(severity, colours)(`${severity}:`)} ${colours.bold(printable(message))}`;
  const lines = [
    `${placeText(problem)} ${title} ${colours.dim(`[${rule.name}]`)}`,
    ...sourceText(problem, style),
    ...related.map((place) => `  ${colours.cyan('see:')} ${placeText(place)} ${printable(place.message)}`),
    ...fixText(fixes[0], colours),
  ];
  return lines.join('\n');
}

/** `path:line:column`, which terminals make a link of. */
export function placeText({ shown, hasText, range: { start } }: Place): string {
  return hasText ? `${printable(shown)}:${start.line + 1}:${start.character + 1}` : printable(shown);
}

/** Nothing of a `.env` file is shown: its lines hold secrets. */
function sourceText({ file, line, range, severity, hasText }: ProblemModel, { colours, width }: TextStyle): string[] {
  if (/(?:^|\/)\.env[^/]*$/.test(file)) return [];
  if (line.trim().length < 2) return [];
  const gutterWidth = String(range.start.line + 1).length + 2;
  const shown = hasText ? snippet(line, range, Math.max(40, (width ?? pipeWidth) - gutterWidth - 3)) : undefined;
  if (!shown) return [];
  const gutter = (text: string) => colours.dim(`${text.padStart(gutterWidth)} |`);
  const underline = severityColour(severity, colours)(shown.underline + shown.rest);
  return [`${gutter(shown.lineNumber)} ${shown.source}`, `${gutter('')} ${shown.indent}${underline}`];
}

function fixText(fix: FixModel | undefined, colours: Colours): string[] {
  if (!fix) return [];
  const option = fix.safety === 'safe' ? '--fix' : '--fix-unsafe';
  return [`  ${colours.cyan('fix:')} ${printable(fix.title)} ${colours.dim(`(${option})`)}`];
}

const words: Readonly<Record<AreaStatus, string>> = { pass: 'pass', warn: 'warn', fail: 'fail', 'not-applicable': '–' };

function areaTable(areas: readonly AreaVerdict[], { colours, width }: TextStyle): string {
  const titleWidth = Math.max(...areas.map(({ title }) => title.length));
  const statusColours = { pass: colours.green, warn: colours.yellow, fail: colours.red, 'not-applicable': colours.dim };
  const rows = areas.map(({ status, title, evidence }) => {
    const row = `${padded(title, titleWidth)}  ${hanging(printable(evidence), titleWidth + 10, width)}`;
    return `  ${statusColours[status](padded(words[status], 4))}  ${status === 'not-applicable' ? colours.dim(row) : row}`;
  });
  return rows.join('\n');
}

function summaryLine({ projects, summary }: ReportModel, { colours }: TextStyle): string {
  const { errors, warnings, infos } = summary;
  const found = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'info')];
  const shown = found.filter((text) => !text.startsWith('0 '));
  const where = projects.length > 1 ? ` in ${projects.length} projects` : '';
  const stops = projects.some(({ deployment }) => deployment.errors.length > 0);
  const stopsText = stops ? colours.red(colours.bold(`The build would stop${where}. `)) : '';
  if (shown.length === 0 && stops) return stopsText.trim();
  if (shown.length === 0) return colours.green(colours.bold(`No problems${where}.`));
  const colour = errors > 0 ? colours.red : warnings > 0 ? colours.yellow : colours.blue;
  return (errors > 0 ? '' : stopsText) + colour(colours.bold(`${shown.join(', ')}${where}.`)) + fixableText(projects);
}

function fixableText(projects: readonly ProjectModel[]): string {
  const first = projects.flatMap(({ problems }) => problems.flatMap(({ fixes }) => fixes.slice(0, 1)));
  const safe = first.filter(({ safety }) => safety === 'safe').length;
  const unsafe = first.length - safe;
  if (safe > 0 && unsafe > 0) return ` --fix mends ${safe}, --fix-unsafe ${unsafe} more.`;
  const all = projects.reduce((sum, { problems }) => sum + problems.length, 0);
  const what = all === 1 ? 'it' : first.length === all ? 'all of them' : `${first.length} of them`;
  return first.length > 0 ? ` ${safe > 0 ? '--fix' : '--fix-unsafe'} mends ${what}.` : '';
}

function severityColour(severity: Severity, colours: Colours): Colours['red'] {
  return { error: colours.red, warning: colours.yellow, info: colours.blue }[severity];
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

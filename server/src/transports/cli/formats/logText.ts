import { noVerdict as withoutVerdict } from '../../../logs/noVerdict.ts';
import type { EntryCause, LogEntry } from '../../../logs/report.ts';
import type { LogEntryModel, LogModel } from '../logModel.ts';
import type { FixModel } from '../model.ts';
import { hanging, printable, withoutPasswords } from './printable.ts';
import type { TextStyle } from './style.ts';
import { placeText } from './text.ts';

/** Columns of text in a file or a pipe. */
const pipeWidth = 100;
/** Lines that nothing explains, and notes, beyond which there is only a count. */
const mostUnexplained = 5;
const mostNotes = 8;

/** The explanation for a person at a terminal. */
export function logText(model: LogModel, style: TextStyle): string {
  const { entries } = model;
  const of = (part: LogEntryModel['entry']['part']) => entries.filter(({ entry }) => entry.part === part);
  const [verdict] = of('verdict');
  const sections = [
    verdict ? verdictText(verdict, model, style) : noVerdict(model, style),
    ...of('contributing').map((entry) => contributingText(entry, model, style)),
    ...notesText(of('note'), model, style),
    ...unexplainedText(model, style),
  ];
  return `${sections.join('\n\n')}\n`;
}

function verdictText(model: LogEntryModel, log: LogModel, style: TextStyle): string {
  const { colours } = style;
  const { entry } = model;
  const colour = entry.severity === 'error' ? colours.red : colours.yellow;
  const title = colour(colours.bold(paragraph(entry.title, 0, style)));
  return [title, ...details(model, log, style), ...eraText(model, log, style)].join('\n');
}

function contributingText(model: LogEntryModel, log: LogModel, style: TextStyle): string {
  const { colours } = style;
  const head = `${colours.yellow('also:')} ${colours.bold(paragraph(model.entry.title, 6, style))}`;
  return [head, ...details(model, log, style)].join('\n');
}

function details(
  { entry, blame, fixes, applied }: LogEntryModel,
  { log, project }: LogModel,
  style: TextStyle,
): string[] {
  const { colours } = style;
  const times = entry.count > 1 ? colours.dim(` (${entry.count} times)`) : '';
  const shown = withoutPasswords(printable(entry.evidence));
  const where = colours.dim(`${printable(log)}:${entry.place.line + 1}`);
  return [
    `  ${where} ${shown.length > 200 ? `${shown.slice(0, 199)}…` : shown}${times}`,
    ...(blame ? [blameText(blame, entry, style)] : []),
    ...causesText(entry.causes, style),
    ...fixes.slice(0, 2).map((fix) => fixText(fix, applied.includes(fix), project, style)),
  ];
}

/** The place in the project, and the rule that says there what the log says too late. */
function blameText(
  blame: NonNullable<LogEntryModel['blame']>,
  { causes, rule }: LogEntry,
  { colours }: TextStyle,
): string {
  const reported = rule !== undefined && causes[0]?.problems.some((problem) => problem.rule.name === rule);
  const name = reported ? ` ${colours.dim(`[${rule}]`)}` : '';
  const line = withoutPasswords(printable(blame.line.trim())).slice(0, 160);
  return `  ${colours.cyan('in:')} ${[placeText(blame), line].filter((part) => part !== '').join(' ')}${name}`;
}

function fixText({ title, safety }: FixModel, isApplied: boolean, project: string, { colours }: TextStyle): string {
  const folder = project === '.' ? '' : `${printable(project)} `;
  const command = `vercel-preflight verify ${folder}${safety === 'safe' ? '--fix' : '--fix-unsafe'}`;
  return `  ${colours.cyan('fix:')} ${printable(title)} ${colours.dim(isApplied ? `(${command})` : '(a quick fix in the editor)')}`;
}

function causesText(causes: readonly EntryCause[], style: TextStyle): string[] {
  const { colours } = style;
  const [only] = causes;
  if (only && causes.length === 1) {
    return [`  ${paragraph(only.cause, 2, style)}`, adviceText(only, '  ', style)];
  }
  const items = causes.flatMap((cause, index) => [
    `  ${index + 1}. ${paragraph(cause.cause, 5, style)}`,
    adviceText(cause, '     ', style),
    ...(cause.decides ? [`     ${colours.dim(paragraph(`What decides: ${cause.decides}.`, 5, style))}`] : []),
  ]);
  return ['  It is one of these, the likeliest first:', ...items];
}

function adviceText({ advice }: EntryCause, margin: string, style: TextStyle): string {
  return `${margin}${style.colours.green('do:')} ${paragraph(advice, margin.length + 4, style)}`;
}

function eraText({ entry }: LogEntryModel, { era }: LogModel, style: TextStyle): string[] {
  const text = [era, entry.today].filter((part) => part !== undefined).join(' ');
  return text ? [`  ${style.colours.dim(paragraph(text, 2, style))}`] : [];
}

function noVerdict({ report, era }: LogModel, style: TextStyle): string {
  const { title, advice } = withoutVerdict(report);
  return [
    style.colours.bold(paragraph(advice ? `${title} ${advice}` : title, 0, style)),
    ...(era ? [`  ${paragraph(era, 2, style)}`] : []),
  ].join('\n');
}

function notesText(notes: readonly LogEntryModel[], { log }: LogModel, style: TextStyle): string[] {
  if (notes.length === 0) return [];
  const { colours } = style;
  const different = notes.filter(({ entry }, at) => notes.findIndex((note) => note.entry.title === entry.title) === at);
  const lines = different.slice(0, mostNotes).map(({ entry }) => {
    const where = `${printable(log)}:${entry.place.line + 1}`;
    return `  ${colours.dim(where)} ${paragraph(entry.title, where.length + 3, style)}`;
  });
  const rest = different.length - mostNotes;
  return [['Beside it:', ...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n')];
}

function unexplainedText({ log, report: { unexplained } }: LogModel, style: TextStyle): string[] {
  const { count, first } = unexplained;
  if (count === 0) return [];
  const { colours } = style;
  const head =
    count === 1
      ? 'One line looks like an error and is not explained:'
      : `${count} lines look like errors and are not explained:`;
  const lines = first
    .slice(0, mostUnexplained)
    .map(
      ({ line, text }) =>
        `  ${colours.dim(`${printable(log)}:${line + 1}`)} ${withoutPasswords(printable(text)).slice(0, 200)}`,
    );
  const rest = count - Math.min(first.length, mostUnexplained);
  return [[head, ...lines, ...(rest > 0 ? [`  and ${rest} more`] : [])].join('\n')];
}

function paragraph(text: string, margin: number, { width }: TextStyle): string {
  return hanging(printable(text), margin, width ?? pipeWidth);
}

import { code, link, prose } from '../../../features/markdown.ts';
import type { LogEntryModel, LogModel } from '../logModel.ts';

/** The explanation for a pull request or an issue. */
export function logMarkdown(model: LogModel): string {
  const { entries, report } = model;
  const of = (part: LogEntryModel['entry']['part']) => entries.filter(({ entry }) => entry.part === part);
  const [verdict] = of('verdict');
  const { count, first } = report.unexplained;
  const sections = [
    ...(verdict
      ? [`## ${prose(verdict.entry.title)}`, ...bodyOf(verdict, model)]
      : [`## Nothing in this log explains a failure`]),
    ...(model.era ? [prose(model.era)] : []),
    ...(of('contributing').length > 0 ? ['### Also', list(of('contributing'), model)] : []),
    ...(of('note').length > 0 ? ['### Beside it', list(of('note'), model)] : []),
    ...(count > 0
      ? [
          `### Not explained: ${count} ${count === 1 ? 'line' : 'lines'}`,
          first
            .slice(0, 10)
            .map(({ line, text }) => `- line ${line + 1}: ${code(text)}`)
            .join('\n'),
        ]
      : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

function bodyOf({ entry, blame, fixes }: LogEntryModel, { log }: LogModel): string[] {
  const causes = entry.causes.map(({ cause, advice, decides }) => {
    const decided = decides ? ` What decides: ${prose(decides)}.` : '';
    return `${prose(cause)}\n\n**What to do:** ${prose(advice)}${decided}`;
  });
  const shown = causes.length > 1 ? [`It is one of these, the likeliest first.`, ...causes.map(numbered)] : causes;
  return [
    `${code(entry.evidence)} (${log}, line ${entry.place.line + 1})`,
    ...shown,
    ...(blame ? [`Where: ${placeLink(blame)}`] : []),
    ...(fixes.length > 0 ? [fixes.map(({ title }) => `- Fix: ${prose(title)}`).join('\n')] : []),
    ...(entry.today ? [prose(entry.today)] : []),
  ];
}

const numbered = (text: string, index: number) => `${index + 1}. ${text.replaceAll('\n\n', '\n\n   ')}`;

function placeLink({ shown, hasText, range }: NonNullable<LogEntryModel['blame']>): string {
  const line = range.start.line + 1;
  return hasText ? link(code(`${shown}:${line}`), `${shown}#L${line}`) : code(shown);
}

function list(entries: readonly LogEntryModel[], { log }: LogModel): string {
  return entries.map(({ entry }) => `- ${prose(entry.title)} (${log}, line ${entry.place.line + 1})`).join('\n');
}

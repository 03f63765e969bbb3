import { eraSentence } from '../logs/eraText.ts';
import type { LogEntry, LogReport } from '../logs/report.ts';
import type { Span } from '../text/span.ts';
import { code, link, prose } from './markdown.ts';
import type { ShownPlace } from './report.ts';

/** A log to explain, with what only a transport knows. */
export interface ShownLog {
  readonly report: LogReport;
  /** What to call a place in the log: its zero-based line. */
  line(line: number): ShownPlace;
  /** What to call a place in the project. */
  place(path: string, span: Span): ShownPlace;
}

/** The page of `Explain deployment log`, as Markdown: the verdict, then what had a part in it, then notes. */
export function logPage(shown: ShownLog): string {
  const { entries, unexplained, era } = shown.report;
  const of = (part: LogEntry['part']) => entries.filter((entry) => entry.part === part);
  const [verdict] = of('verdict');
  const written = eraSentence(era);
  const sections = [
    '# Deployment log',
    ...(verdict ? [`## ${prose(verdict.title)}`, ...verdictBody(verdict, shown)] : [nothing]),
    ...(written ? [prose(written)] : []),
    ...titled('Also', of('contributing'), shown),
    ...titled('Beside it', of('note'), shown),
    ...(unexplained.count > 0 ? [unexplainedSection(shown)] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

const nothing = '## Nothing in this log explains a failure';

/** One entry as a hover shows it: the causes, what to do, and where. */
export function entryMarkdown(entry: LogEntry, shown: Pick<ShownLog, 'place'>): string {
  return [`**${prose(entry.title)}**`, ...entryBody(entry, shown)].join('\n\n');
}

function verdictBody(entry: LogEntry, shown: ShownLog): string[] {
  const { text, address } = shown.line(entry.place.line);
  return [`${code(entry.evidence)} (${link(text, address)})`, ...entryBody(entry, shown)];
}

function entryBody(entry: LogEntry, { place }: Pick<ShownLog, 'place'>): string[] {
  const causes = entry.causes.map(({ cause, advice, decides }) => {
    const decided = decides ? ` What decides: ${prose(decides)}.` : '';
    return `${prose(cause)}\n\n**What to do:** ${prose(advice)}${decided}`;
  });
  const blame = entry.blame && place(entry.blame.path, entry.blame.span);
  return [
    ...(causes.length > 1 ? ['It is one of these, the likeliest first.', ...causes.map(numbered)] : causes),
    ...(blame ? [`Where: ${link(code(blame.text), blame.address)}`] : []),
    ...(entry.fixes.length > 0 ? [entry.fixes.map(({ title }) => `- Fix: ${prose(title)}`).join('\n')] : []),
    ...(entry.today ? [prose(entry.today)] : []),
  ];
}

const numbered = (text: string, index: number) => `${index + 1}. ${text.replaceAll('\n\n', '\n\n   ')}`;

function titled(title: string, entries: readonly LogEntry[], { line }: ShownLog): string[] {
  if (entries.length === 0) return [];
  const items = entries.map((entry) => {
    const { text, address } = line(entry.place.line);
    return `- ${prose(entry.title)} (${link(text, address)})`;
  });
  return [`### ${title}`, items.join('\n')];
}

/** Lines shown at most; the log itself has the others. */
const mostShown = 10;

function unexplainedSection({ report: { unexplained }, line }: ShownLog): string {
  const { count, first } = unexplained;
  const items = first.slice(0, mostShown).map((one) => {
    const { text, address } = line(one.line);
    return `- ${link(text, address)}: ${code(one.text)}`;
  });
  return `### Not explained: ${count} ${count === 1 ? 'line' : 'lines'}\n\n${items.join('\n')}`;
}

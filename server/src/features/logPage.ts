import { eraSentence } from '../logs/eraText.ts';
import { noVerdict } from '../logs/noVerdict.ts';
import type { LogEntry, LogReport } from '../logs/report.ts';
import type { Span } from '../text/span.ts';
import { code, link, prose } from './markdown.ts';
import type { ShownPlace } from './report.ts';

/** A place as a person reads it, and what a click opens where that is known. */
export type NamedPlace = Pick<ShownPlace, 'text'> & Partial<ShownPlace>;

/** A log to explain, with what only a transport knows. */
export interface ShownLog {
  readonly report: LogReport;
  /** What to call a place in the log: its zero-based line. */
  line(line: number): NamedPlace;
  /** What to call a place in the project. */
  place(path: string, span: Span): NamedPlace;
}

/** The page of `Explain deployment log`, as Markdown: the verdict, then what had a part in it, then notes. */
export function logPage(shown: ShownLog): string {
  return `# Deployment log\n\n${logExplanation(shown)}`;
}

/** The same without the title of a page. */
export function logExplanation(shown: ShownLog): string {
  const { entries, unexplained, era } = shown.report;
  const of = (part: LogEntry['part']) => entries.filter((entry) => entry.part === part);
  const [verdict] = of('verdict');
  const written = eraSentence(era);
  const sections = [
    ...(verdict ? [`## ${prose(verdict.title)}`, ...verdictBody(verdict, shown)] : withoutVerdict(shown)),
    ...(written ? [prose(written)] : []),
    ...of('contributing').flatMap((entry) => [`### Also: ${prose(entry.title)}`, ...verdictBody(entry, shown)]),
    ...notesSection(of('note'), shown),
    ...(unexplained.count > 0 ? [unexplainedSection(shown)] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** One entry as a hover shows it: the causes, what to do, and where. */
export function entryMarkdown(entry: LogEntry, shown: Pick<ShownLog, 'place'>): string {
  return [`**${prose(entry.title)}**`, ...entryBody(entry, shown)].join('\n\n');
}

function withoutVerdict({ report }: ShownLog): string[] {
  const { title, advice } = noVerdict(report);
  return [`## ${prose(title.replace(/\.$/, ''))}`, ...(advice ? [prose(advice)] : [])];
}

function verdictBody(entry: LogEntry, shown: ShownLog): string[] {
  const times = entry.count > 1 ? `, ${entry.count} times` : '';
  return [`${code(entry.evidence)} (${linked(shown.line(entry.place.line))}${times})`, ...entryBody(entry, shown)];
}

function linked({ text, address }: NamedPlace): string {
  return address === undefined ? prose(text) : link(text, address);
}

function entryBody(entry: LogEntry, { place }: Pick<ShownLog, 'place'>): string[] {
  const causes = entry.causes.map(({ cause, advice, decides }) => {
    const decided = decides ? ` What decides: ${prose(decides)}.` : '';
    return `${prose(cause)}\n\n**What to do:** ${prose(advice)}${decided}`;
  });
  const blame = entry.blame && place(entry.blame.path, entry.blame.span);
  return [
    ...(causes.length > 1 ? ['It is one of these, the likeliest first.', ...causes.map(numbered)] : causes),
    ...(blame
      ? [`Where: ${blame.address === undefined ? code(blame.text) : link(prose(blame.text), blame.address)}`]
      : []),
    ...(entry.fixes.length > 0 ? [entry.fixes.map(({ title }) => `- Fix: ${prose(title)}`).join('\n')] : []),
    ...(entry.today ? [prose(entry.today)] : []),
  ];
}

const numbered = (text: string, index: number) => `${index + 1}. ${text.replaceAll('\n\n', '\n\n   ')}`;

function notesSection(entries: readonly LogEntry[], { line }: ShownLog): string[] {
  if (entries.length === 0) return [];
  const items = entries.map((entry) => `- ${prose(entry.title)} (${linked(line(entry.place.line))})`);
  return ['### Beside it', items.join('\n')];
}

/** Lines shown at most; the log itself has the others. */
const mostShown = 10;

function unexplainedSection({ report: { unexplained }, line }: ShownLog): string {
  const { count, first } = unexplained;
  const items = first.slice(0, mostShown).map((one) => `- ${linked(line(one.line))}: ${code(one.text)}`);
  return `### Not explained: ${count} ${count === 1 ? 'line' : 'lines'}\n\n${items.join('\n')}`;
}

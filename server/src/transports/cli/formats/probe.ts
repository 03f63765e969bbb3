import type { ProbeReport } from '../../../features/probe.ts';
import type { Verdict } from '../../../features/probeAnswer.ts';
import { answeredByText, apiText, probeHeadline, statusText, timesText } from '../../../features/probeWords.ts';
import { hanging, padded, printable } from './printable.ts';
import type { TextStyle } from './style.ts';

const marks: Readonly<Record<Verdict, string>> = { ok: '✓', info: 'i', warning: '!', error: '✗' };

/** What a live deployment answered, for a person. */
export function probeText(report: ProbeReport, { colours, width: columns }: TextStyle): string {
  const { checks, findings, url } = report;
  const colour = { ok: colours.green, info: colours.blue, warning: colours.yellow, error: colours.red };
  const mark = (verdict: Verdict) => colour[verdict](marks[verdict]);
  const widths = [
    Math.max(...checks.map(({ path }) => printable(path).length)),
    Math.max(...checks.map((check) => printable(statusText(check)).length)),
  ] as const;
  const rows = checks.map((check) => {
    const cells = [check.path, statusText(check)].map((text, index) => padded(printable(text), widths[index] ?? 0));
    const head = `  ${mark(check.verdict)} ${cells.join('  ')}  ${String(check.milliseconds).padStart(5)} ms`;
    return check.note === '' ? head : `${head}\n      ${hanging(printable(check.note), 6, columns)}`;
  });
  const sentences = [...answeredByText(report), ...timesText(report), ...apiText(report)];
  return [
    colours.bold(printable(url)),
    ...(sentences.length > 0 ? [sentences.map((text) => hanging(printable(text), 0, columns)).join('\n')] : []),
    rows.join('\n'),
    ...findings.map(({ verdict, message }) => `${mark(verdict)} ${hanging(printable(message), 2, columns)}`),
    colours.bold(printable(probeHeadline(report))),
  ].join('\n\n');
}

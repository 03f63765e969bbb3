import { cell, code, prose } from './markdown.ts';
import type { ProbeReport } from './probe.ts';
import type { Verdict } from './probeAnswer.ts';
import { answeredByText, apiText, probeHeadline, statusText, timesText } from './probeWords.ts';

const marks: Readonly<Record<Verdict, string>> = { ok: '✓', info: 'ℹ', warning: '⚠', error: '✗' };

/** The page of `Check deployment`, as Markdown. */
export function probePage(report: ProbeReport): string {
  const sentences = [...answeredByText(report), ...timesText(report), ...apiText(report)];
  return `${[
    '# Deployment check',
    `## ${code(report.url)}`,
    `**${prose(probeHeadline(report))}**`,
    ...(report.findings.length > 0 ? [report.findings.map(finding).join('\n')] : []),
    ...(sentences.length > 0 ? [sentences.map((text) => `- ${prose(text)}`).join('\n')] : []),
    table(report),
    '*Nothing but GET was sent, and only to this host.*',
  ].join('\n\n')}\n`;
}

const finding = ({ verdict, message }: ProbeReport['findings'][number]) => `- ${marks[verdict]} ${prose(message)}`;

function table({ checks }: ProbeReport): string {
  const rows = checks.map(({ path, isHealth, milliseconds, note, verdict, ...check }) => {
    const name = code(path).replaceAll('|', '\\|') + (isHealth ? ' (health)' : '');
    const status = cell(statusText({ path, isHealth, milliseconds, note, verdict, ...check }));
    return `| ${marks[verdict]} | ${name} | ${status} | ${milliseconds} ms | ${cell(note)} |`;
  });
  return ['| | Route | Answer | Time | |', '| --- | --- | --- | --- | --- |', ...rows].join('\n');
}

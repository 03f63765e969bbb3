import { describe, expect, it } from 'vitest';
import { LogAnalysis } from '../../server/src/logs/analysis.ts';
import { explainLog } from '../../server/src/logs/explain.ts';
import { verdictOf } from '../../server/src/logs/report.ts';
import { signatures } from '../../server/src/logs/signatures/index.ts';

const esc = String.fromCharCode(27);
const time = (index: number) => `19:40:${String(index % 60).padStart(2, '0')}.395`;
const eachLine = (change: (line: string, index: number) => string) => (log: string) =>
  log.replace(/\n$/, '').split('\n').map(change).join('\n').concat('\n');
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The ways in which people paste a log, and tools hand it over. */
const ways: Readonly<Record<string, (log: string) => string>> = {
  CRLF: (log) => log.replaceAll('\n', '\r\n'),
  'no line ending at its end': (log) => log.replace(/\n$/, ''),
  times: eachLine((line, index) => `${time(index)} ${line}`),
  'times in brackets': eachLine((line, index) => `[${time(index)}] ${line}`),
  'times in a table': eachLine((line, index) => `${time(index)} | ${line}`),
  'ISO dates': eachLine((line, index) => `2026-03-01T${time(index)}Z  ${line}`.replace('Z  ', 'Z ')),
  'GitHub Actions': eachLine(
    (line, index) => `2026-03-01T19:40:${String(index % 60).padStart(2, '0')}.1234567Z ${line}`,
  ),
  'a quote': eachLine((line) => `> ${line}`),
  'a quote with times': eachLine((line, index) => `> [${time(index)}] ${line}`),
  colours: eachLine((line) => `${esc}[31m${line.slice(0, 4)}${esc}[39m${line.slice(4)}${esc}[0m`),
  'grey times': eachLine((line, index) => `${esc}[90m${time(index)}${esc}[39m ${line}`),
  'JSON, a line each': eachLine((line) => JSON.stringify({ timestamp: 1, message: line, level: 'error' })),
  'JSON, all in one': (log) => `${JSON.stringify({ id: '1', message: log, path: '/' })}\n`,
  'a list of JSON': (log) => `${JSON.stringify([{ message: log.replace(/\n$/, '') }])}\n`,
  'printed JSON': (log) =>
    `[\n  {\n    "level": "error",\n    "message": ${JSON.stringify(log)},\n    "x": 1\n  }\n]\n`,
  'a table of the dashboard': (log) =>
    `TimeUTC,requestPath,message,projectId\n2026-03-01 19:40:01,/a,${quoted(log.replace(/\n$/, ''))},prj_1\n`,
};

function verdict(log: string): string | undefined {
  const analysis = new LogAnalysis(signatures);
  analysis.push(log);
  return verdictOf(explainLog(analysis.end()))?.signature.name;
}

const logs = signatures.flatMap(({ name, phase, examples }) =>
  examples
    .map(({ log }) => log.replace(/[«»]/g, ''))
    // A table of the dashboard holds what functions print; what only a build prints cannot be in it.
    .map((log) => ({ name, phase, log, expected: verdict(log) })),
);

describe.each(Object.entries(ways))('a log as %s', (way, change) => {
  it('has the verdict that it has alone', () => {
    const fitting = logs.filter(({ phase }) => way !== 'a table of the dashboard' || phase !== 'build');
    const different = fitting.flatMap(({ name, log, expected }) => {
      const found = verdict(change(log));
      return found === expected ? [] : [{ name, log, expected, found }];
    });
    expect(different).toEqual([]);
  });
});

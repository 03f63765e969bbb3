import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestPart } from '../../server/src/logs/joinedLines.ts';
import { columnsOf, type LogLine } from '../../server/src/logs/line.ts';
import { LogReader, linesOf, longestLine } from '../../server/src/logs/reader.ts';
import '../support/seed.ts';

const texts = (log: string) => linesOf(log).map(({ text }) => text);
const said = 'Error: No Python entrypoint could be detected.';

describe('what stands before a line', () => {
  it.each([
    ['nothing', said],
    ['a time', `19:40:03.395 ${said}`],
    ['a time in brackets', `[19:40:03.395] ${said}`],
    ['an ISO date', `2022-02-12T08:42:23.682Z ${said}`],
    ['an ISO date with an offset', `2025-11-20T08:42:23+01:00 ${said}`],
    ['an ISO date in brackets', `[2025-11-20 08:42:23,682] ${said}`],
    ['a month', `Nov 25 20:11:52.12 ${said}`],
    ['a month in capitals', `NOV 25 20:11:52.12 ${said}`],
    ['an American date', `11/25/2026, 8:11:52 PM ${said}`],
    ['a time with a tab', `20:11:52.120\t${said}`],
    ['GitHub Actions and then Vercel', `2026-11-25T20:11:52.1234567Z 20:11:52.120 ${said}`],
    ['a quote', `> ${said}`],
    ['a quote of a quote with a time', `> > [19:40:03.395] ${said}`],
    ['the column of a table', `19:40:03.395 | ${said}`],
    ['a level of the dashboard', `2026-06-28 06:29:40.796 [error] ${said}`],
    ['a stream', `2026-11-25T20:11:52.123Z stderr | ${said}`],
    ['colours', `\u001b[90m19:40:03.395\u001b[39m \u001b[31mError\u001b[0m: No Python entrypoint could be detected.`],
    ['colours that lost their escape', `[31mError[39m: No Python entrypoint could be detected.`],
  ])('is dropped: %s', (_name, log) => {
    expect(texts(log)).toEqual([said]);
    const [line] = linesOf(log) as [LogLine];
    const at = said.indexOf('entrypoint');
    const { start, end } = columnsOf(line, { start: at, end: at + 'entrypoint'.length });
    expect(log.slice(start, end)).toBe('entrypoint');
  });

  it.each([
    ['a prompt of Python', '>>> import app'],
    ['a module and a line', 'main.py:12: error'],
    ['a time within', 'started at 19:40:03.395 today'],
    ['a list in brackets', '[2026] was a year'],
    ['an array index before m', 'items[1] mm'],
  ])('is kept: %s', (_name, log) => {
    expect(texts(log)).toEqual([log]);
  });

  it('keeps the indentation of a traceback', () => {
    expect(texts('19:40:03.395   File "a.py", line 1')).toEqual(['  File "a.py", line 1']);
  });
});

describe('lines', () => {
  it('end with CRLF, CR or LF and count as an editor counts', () => {
    expect(linesOf('a\r\nb\rc\n\nd').map(({ number, text }) => [number, text])).toEqual([
      [0, 'a'],
      [1, 'b'],
      [2, 'c'],
      [3, ''],
      [4, 'd'],
    ]);
  });

  it('that were joined come apart at their timestamps', () => {
    const log = `19:40:04.382 Running "vercel build" 19:40:04.793 Vercel CLI 48.9.0 19:40:04.966 WARN! Due to \`builds\` existing 19:40:07.152 ${said}`;
    expect(texts(log)).toEqual(['Running "vercel build"', 'Vercel CLI 48.9.0', 'WARN! Due to `builds` existing', said]);
    const last = linesOf(log).at(-1) as LogLine;
    expect(log.slice(columnsOf(last, { start: 0, end: 5 }).start)).toBe(said);
  });

  it('of a traceback that were joined come apart', () => {
    const log =
      'Traceback (most recent call last): File "/var/task/vc__handler__python.py", line 242, in <module> if not issubclass(base, BaseHTTPRequestHandler): TypeError: issubclass() arg 1 must be a class Python process exited with exit status: 1.';
    expect(texts(log)).toEqual([
      'Traceback (most recent call last):',
      'File "/var/task/vc__handler__python.py", line 242, in <module> if not issubclass(base, BaseHTTPRequestHandler):',
      'TypeError: issubclass() arg 1 must be a class',
      'Python process exited with exit status: 1.',
    ]);
  });

  it('of JSON are read through their escapes', () => {
    const log = '{"id":"1","message":"first \\"line\\"\\n\\tsecond: caf\\u00e9 x\\n","source":"lambda","path":"/"}';
    const lines = linesOf(log);
    expect(lines.map(({ text, phase }) => [text, phase])).toEqual([
      ['first "line"', 'runtime'],
      ['\tsecond: café x', 'runtime'],
    ]);
    const second = lines[1] as LogLine;
    const at = second.text.indexOf('x');
    expect(columnsOf(second, { start: at, end: at + 1 }).start).toBe(log.indexOf(' x') + 1);
  });

  it('of a batch of JSON, of events and of printed JSON are read', () => {
    expect(texts('[{"message":"a"},{"message":"b"}]')).toEqual(['a', 'b']);
    expect(texts('{"type":"stdout","payload":{"text":"c"}}')).toEqual(['c']);
    expect(texts('  "message": "d \\"e\\"",')).toEqual(['d "e"']);
    expect(texts('{"not": "a message"}')).toEqual(['{"not": "a message"}']);
  });

  it('of a list of JSON that is longer than what is kept are read to its end', () => {
    const items = Array.from({ length: 3000 }, (_, index) => ({
      requestPath: `/${index}`,
      message: `line },{ ${index}`,
    }));
    const log = `${JSON.stringify(items)}\nend`;
    expect(log.length).toBeGreaterThan(longestLine / 2);
    const long = log.replace('"line },{ 0"', JSON.stringify('x'.repeat(longestLine / 2)));
    const lines = linesOf(long);
    expect(lines.length).toBe(items.length + 1 + Math.ceil(longestLine / 2 / longestPart) - 1);
    expect(lines.at(-2)).toMatchObject({ number: 0, text: 'line },{ 2999' });
    expect(lines.at(-1)).toMatchObject({ number: 1, text: 'end' });
    const { start } = columnsOf(lines.at(-2) as LogLine, { start: 0, end: 4 });
    expect(long.slice(start, start + 13)).toBe('line },{ 2999');
    const cut: LogLine[] = [];
    const reader = new LogReader((line) => cut.push(line));
    for (let at = 0; at < long.length; at += 777) reader.push(long.slice(at, at + 777));
    reader.end();
    expect(cut).toEqual(lines);
  });

  it('of the table that the dashboard exports are those of its messages', () => {
    const log = [
      'TimeUTC,timestampInMs,requestPath,responseStatusCode,message,projectId',
      '2026-03-06 14:37:54,1772807874318,"/a, ""b""",500,"could not import ""index.py"":',
      'Traceback (most recent call last):',
      "ModuleNotFoundError: No module named 'fastapi'\",prj_1",
      '2026-03-06 14:37:53,1772807873318,/a,200,,prj_1',
      '2026-03-06 14:37:52,1772807872318,/a,200,plain text,prj_1',
    ].join('\n');
    const lines = linesOf(log);
    expect(lines.map(({ number, text, phase }) => [number, text, phase])).toEqual([
      [1, 'could not import "index.py":', 'runtime'],
      [2, 'Traceback (most recent call last):', 'runtime'],
      [3, "ModuleNotFoundError: No module named 'fastapi'", 'runtime'],
      [5, 'plain text', 'runtime'],
    ]);
    const [first] = lines as [LogLine];
    const at = first.text.indexOf('index.py');
    const row = log.split('\n')[1] ?? '';
    const { start, end } = columnsOf(first, { start: at, end: at + 'index.py'.length });
    expect(row.slice(start, end)).toBe('index.py');
  });

  it('that are very long are looked at in parts, up to a limit', () => {
    const lines = linesOf(`${'x'.repeat(longestLine + 10)}\n${'y'.repeat(longestPart + 1)}`);
    const lengths = (number: number) => lines.filter((line) => line.number === number).map(({ text }) => text.length);
    expect(new Set(lengths(0))).toEqual(new Set([longestPart]));
    expect(lengths(0).reduce((sum, length) => sum + length, 0)).toBe(longestLine);
    expect(lengths(1)).toEqual([longestPart, 1]);
    expect(lines.at(-1)?.columns).toEqual([0, longestPart]);
  });
});

const pieces = fc.constantFrom(
  'TimeUTC,message\n',
  '"',
  ',',
  '\n',
  '\r',
  '\r\n',
  '> ',
  '19:40:03.395 ',
  '{"message":"',
  '\\n',
  '"}',
  '\u001b[31m',
  'Traceback (most recent call last):',
  ' File "/var/task/a.py", line 3, in f',
  'ValueError: x',
  ' ',
);
const anyLog = fc
  .tuple(fc.constantFrom('', 'TimeUTC,message\n'), fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }))
  .map(([head, parts]) => head + parts.join(''));

describe('any text', () => {
  it('is read the same however it is cut', () => {
    fc.assert(
      fc.property(anyLog, fc.array(fc.nat(60), { maxLength: 10 }), (log, cuts) => {
        const lines: LogLine[] = [];
        const reader = new LogReader((line) => lines.push(line));
        let at = 0;
        for (const cut of cuts) {
          reader.push(log.slice(at, at + cut));
          at += cut;
        }
        reader.push(log.slice(at));
        reader.end();
        expect(lines).toEqual(linesOf(log));
      }),
    );
  });

  it('has columns that lie in its lines', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const raw = log.split(/\r\n|\r|\n/);
        for (const line of linesOf(log)) {
          const { start, end } = columnsOf(line, { start: 0, end: line.text.length });
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual((raw[line.number] ?? '').length);
        }
      }),
    );
  });
});

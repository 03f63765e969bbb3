import { LogAnalysis } from '../server/src/logs/analysis.ts';
import { explainLog } from '../server/src/logs/explain.ts';
import { signatures } from '../server/src/logs/signatures/index.ts';

/** A log of `lines` lines: requests, an exception now and then, and the reason of the failure at its end. */
export function longLog(lines: number): string {
  const rows: string[] = [];
  for (let index = 0; rows.length < lines - 4; index++) {
    const time = `20:${String(Math.floor(index / 60) % 60).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}.120`;
    if (index % 100 !== 0) rows.push(`${time} GET 200 /items/${index} in ${index % 97} ms from 10.0.0.${index % 255}`);
    else rows.push(...traceback.map((line) => `${time} ${line}`));
  }
  return `${[...rows.slice(0, lines - 1), 'OSError: [Errno 28] No space left on device'].join('\n')}\n`;
}

const traceback = [
  'Traceback (most recent call last):',
  '  File "/var/task/orchard/prices.py", line 12, in price',
  '    return table[name]',
  "KeyError: 'pear'",
];

/** Reads and explains `log`, in chunks as a file gives them. */
export function explainInChunks(log: string): number {
  const analysis = new LogAnalysis(signatures);
  for (let at = 0; at < log.length; at += 65536) analysis.push(log.slice(at, at + 65536));
  return explainLog(analysis.end()).entries.length;
}

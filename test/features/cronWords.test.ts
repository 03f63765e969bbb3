import { describe, expect, it } from 'vitest';
import { nextRuns, parseCronSchedule } from '../../server/src/documents/cronSchedule.ts';
import { cronText, cronWords } from '../../server/src/features/cronWords.ts';

/** A Wednesday. */
const now = Date.UTC(2026, 10, 25, 12, 30, 15);

function words(text: string): string | undefined {
  const schedule = parseCronSchedule(text);
  return schedule && cronWords(schedule);
}

function runs(text: string, count = 3, from = now): string[] {
  const schedule = parseCronSchedule(text);
  return schedule ? nextRuns(schedule, from, count).map((run) => new Date(run).toISOString().slice(0, 16)) : [];
}

describe('the words of a schedule', () => {
  it.each([
    ['0 5 * * *', 'At 05:00 UTC every day.'],
    ['30 5,17 * * *', 'At 05:30 and 17:30 UTC every day.'],
    ['* * * * *', 'Every minute.'],
    ['*/15 * * * *', 'Every 15 minutes.'],
    ['0/15 * * * *', 'Every 15 minutes.'],
    ['*/25 * * * *', 'Every hour at minutes 0, 25 and 50.'],
    ['0 * * * *', 'Every hour at minute 0.'],
    ['10-12 * * * *', 'Every hour at minutes 10 to 12.'],
    ['5 */2 * * *', 'Every 2 hours at minute 5.'],
    ['*/10 9-17 * * *', 'Every 10 minutes, from 09:00 to 17:59 UTC.'],
    ['*/10 9 * * *', 'Every 10 minutes, in the hour from 09:00 UTC.'],
    ['*/10 9,14 * * *', 'Every 10 minutes, in the hours from 09:00 and 14:00 UTC.'],
    ['0 5 * * 1', 'At 05:00 UTC on Monday.'],
    ['0 5 * * 1-5', 'At 05:00 UTC from Monday to Friday.'],
    ['0 5 * * 6,7', 'At 05:00 UTC on Sunday and Saturday.'],
    ['0 5 1 * *', 'At 05:00 UTC on day 1 of every month.'],
    ['0 5 1,15 1-3 *', 'At 05:00 UTC on days 1 and 15 in January to March.'],
    [
      '*/10 0-6,12 1 1-12/2 *',
      'Every 10 minutes, in the hours from 00:00, 01:00, 02:00, 03:00, 04:00, 05:00, 06:00 and 12:00 UTC on day 1 in January, March, May, July, September and November.',
    ],
    ['0 0 * 2 *', 'At 00:00 UTC every day in February.'],
    [' 0  5 * * * ', 'At 05:00 UTC every day.'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it.each([
    ...['', '* * * *', '* * * * * *', '60 * * * *', '0 24 * * *', '0 0 0 * *', '0 0 * 13 *', '0 0 * * 8', '@daily'],
    ...[
      '0 5 * * MON',
      '0 5 ? * *',
      '*/0 * * * *',
      '5-1 * * * *',
      '1, * * * *',
      '-1 * * * *',
      '1-2-3 * * * *',
      'a b c d e',
    ],
    ...['0 5 1 * 1', '99999999999999999999 * * * *', '*/', '0 5 * * ', `0 5 * * *${' '.repeat(300)}`],
  ])('none but what a schedule looks like for %j', (text) => {
    expect(words(text)).toBeUndefined();
    expect(cronText(text, now)).toMatch(/^A schedule has five fields/);
  });
});

describe('the next runs', () => {
  it('are those after now, not at it', () => {
    expect(runs('30 12 * * *', 2)).toEqual(['2026-11-26T12:30', '2026-11-27T12:30']);
    expect(runs('31 12 * * *', 1)).toEqual(['2026-11-25T12:31']);
    expect(runs('30 12 * * *', 1, Date.UTC(2026, 10, 25, 12, 30))).toEqual(['2026-11-26T12:30']);
    expect(runs('30 12 * * *', 1, Date.UTC(2026, 10, 25, 12, 30) - 1)).toEqual(['2026-11-25T12:30']);
  });

  it('go on into the next hour, day, month and year', () => {
    expect(runs('*/40 * * * *')).toEqual(['2026-11-25T12:40', '2026-11-25T13:00', '2026-11-25T13:40']);
    expect(runs('0 0 31 * *')).toEqual(['2026-12-31T00:00', '2027-01-31T00:00', '2027-03-31T00:00']);
    expect(runs('0 9 * * 1-5')).toEqual(['2026-11-26T09:00', '2026-11-27T09:00', '2026-11-30T09:00']);
    expect(runs('0 9 * * 0')).toEqual(runs('0 9 * * 7'));
  });

  it('find a leap day, over a century without one as well, and give up where there is no such day', () => {
    expect(runs('0 0 29 2 *', 2)).toEqual(['2028-02-29T00:00', '2032-02-29T00:00']);
    expect(runs('0 0 29 2 *', 1, Date.UTC(2096, 1, 29, 1))).toEqual(['2104-02-29T00:00']);
    expect(runs('0 0 30 2 *')).toEqual([]);
    expect(cronText('0 0 30 2 *', now)).toMatch(/never runs/);
  });
});

describe('the text of a hover', () => {
  it('has the words, the fields, the next three runs, and what the plan says of more than one a day', () => {
    expect(cronText('0 5 * * *', now)).toBe(
      'At 05:00 UTC every day.\n\n`0` minute · `5` hour · `*` day of the month · `*` month · `*` day of the week\n\nNext runs (UTC):\n\n- Thursday, 26 November 2026, 05:00\n- Friday, 27 November 2026, 05:00\n- Saturday, 28 November 2026, 05:00',
    );
    expect(cronText('0 5,6 * * *', now)).toMatch(/Hobby plan\.$/);
  });
});

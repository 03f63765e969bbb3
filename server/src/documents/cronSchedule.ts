/** The moments that a schedule of five fields names, each field as the sorted numbers that it allows. */
export interface CronSchedule {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  /** 1 is January. */
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
}

/** The fields in the order in which they are written. A week has two Sundays here: 0 and 7. */
export const cronFields = [
  { key: 'minutes', minimum: 0, maximum: 59 },
  { key: 'hours', minimum: 0, maximum: 23 },
  { key: 'days', minimum: 1, maximum: 31 },
  { key: 'months', minimum: 1, maximum: 12 },
  { key: 'weekdays', minimum: 0, maximum: 7 },
] as const;

/**
 * What `text` schedules; `undefined` where it is not five fields of numbers, `*`, lists, ranges and steps, and where it names
 * days both of the month and of the week, which schedulers understand differently.
 *
 * Source: https://vercel.com/docs/cron-jobs#cron-expressions for the fields; that a step behind a single number goes on to
 * the end of the field is general knowledge of cron.
 */
export function parseCronSchedule(text: string): CronSchedule | undefined {
  const parts = text.trim().split(/\s+/);
  if (text.length > 256 || parts.length !== cronFields.length) return undefined;
  const fields = cronFields.map(({ minimum, maximum }, index) => numbersIn(parts[index] ?? '', minimum, maximum));
  const [minutes, hours, days, months, sundays] = fields;
  if (!minutes || !hours || !days || !months || !sundays) return undefined;
  const weekdays = sorted(sundays.map((day) => day % 7));
  if (days.length < 31 && weekdays.length < 7) return undefined;
  return { minutes, hours, days, months, weekdays };
}

function numbersIn(field: string, minimum: number, maximum: number): readonly number[] | undefined {
  const parts = field.split(',').map((part) => numbersOf(part, minimum, maximum));
  return parts.some((part) => part.length === 0) ? undefined : sorted(parts.flat());
}

/** None for what is no number, range or step inside of the field. */
function numbersOf(part: string, minimum: number, maximum: number): readonly number[] {
  const match = /^(?:\*|(\d{1,4})(?:-(\d{1,4}))?)(?:\/(\d{1,4}))?$/.exec(part);
  if (!match) return [];
  const [, first, last, step] = match;
  const start = Number(first ?? minimum);
  const isOne = first !== undefined && last === undefined && step === undefined;
  const end = isOne ? start : Number(last ?? maximum);
  const by = Number(step ?? 1);
  if (by === 0 || start < minimum || end > maximum || start > end) return [];
  return Array.from({ length: Math.floor((end - start) / by) + 1 }, (_, index) => start + index * by);
}

function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

const minuteLength = 60_000;
const dayLength = 24 * 60 * minuteLength;

/** February 29 can be eight years away, where the year in between is a century that is no leap year. */
const farthest = 8 * 366;

/**
 * The next times at which `schedule` runs, strictly after `now`; fewer, or none, where it hardly ever or never does, as on
 * the 30th of February.
 * @param now in milliseconds since 1970, UTC, as are the answers
 */
export function nextRuns(schedule: CronSchedule, now: number, count: number): readonly number[] {
  const today = Math.floor(now / dayLength) * dayLength;
  const runs: number[] = [];
  for (let ahead = 0; ahead <= farthest && runs.length < count; ahead++) {
    const day = today + ahead * dayLength;
    if (!runsOn(schedule, new Date(day))) continue;
    const times = schedule.hours.flatMap((hour) =>
      schedule.minutes.map((minute) => day + (hour * 60 + minute) * minuteLength),
    );
    runs.push(...times.filter((time) => time > now));
  }
  return runs.slice(0, count);
}

function runsOn({ days, months, weekdays }: CronSchedule, day: Date): boolean {
  return (
    months.includes(day.getUTCMonth() + 1) && days.includes(day.getUTCDate()) && weekdays.includes(day.getUTCDay())
  );
}

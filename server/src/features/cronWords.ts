import { type CronSchedule, cronFields, nextRuns, parseCronSchedule } from '../documents/cronSchedule.ts';
import { code } from './markdown.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** More times than these are said as a range or in minutes and hours. */
const fewTimes = 4;

/** What each field of a schedule is, in the order in which they are written. */
const fieldNames = ['minute', 'hour', 'day of the month', 'month', 'day of the week'];

/**
 * What a schedule of `crons` means, as Markdown: a sentence, its fields, and the next three runs. For text that is no schedule:
 * what one looks like.
 * @param now in milliseconds since 1970
 */
export function cronText(text: string, now: number): string {
  const schedule = parseCronSchedule(text);
  if (!schedule) return fieldsWanted;
  const runs = nextRuns(schedule, now, 3);
  if (runs.length === 0) return `${cronWords(schedule)} There is no such day, so it never runs.`;
  const isOften = schedule.hours.length * schedule.minutes.length > 1;
  return [
    cronWords(schedule),
    fieldsIn(text),
    `Next runs (UTC):\n\n${runs.map((run) => `- ${shownTime(run)}`).join('\n')}`,
    ...(isOften ? ['More than once a day: Vercel refuses this on the Hobby plan.'] : []),
  ].join('\n\n');
}

/** Such as `0` minute · `5` hour · … */
function fieldsIn(text: string): string {
  const parts = text.trim().split(/\s+/);
  return parts.map((part, index) => `${code(part)} ${fieldNames[index] ?? ''}`).join(' · ');
}

const fieldsWanted = `A schedule has five fields, in UTC:\n\n${cronFields
  .map(({ minimum, maximum }, index) => {
    const sunday = index === 4 ? '; Sunday is 0 or 7' : '';
    return `- ${fieldNames[index]}: ${minimum} to ${maximum}${sunday}`;
  })
  .join(
    '\n',
  )}\n\nA field is \`*\`, a number, a list \`1,15\`, a range \`1-5\` or a step \`*/10\`. Of the two fields for days one is \`*\`.`;

/** `schedule` as one sentence, such as `At 05:00 UTC from Monday to Friday.` */
export function cronWords(schedule: CronSchedule): string {
  const time = timeWords(schedule);
  const words = [time, ...dayWords(schedule, time)].join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function timeWords({ minutes, hours }: CronSchedule): string {
  if (minutes.length * hours.length <= fewTimes) {
    return `at ${list(hours.flatMap((hour) => minutes.map((minute) => `${padded(hour)}:${padded(minute)}`)))} UTC`;
  }
  const minute = minuteWords(minutes);
  if (hours.length === 24) return minute;
  const step = stepOf(hours, 24);
  const isOnce = minutes.length === 1;
  if (step !== undefined && isOnce) return `every ${step} hours at minute ${minutes[0]}`;
  const [first, last] = [hours[0] ?? 0, hours.at(-1) ?? 0];
  if (isRun(hours) && hours.length > 1) return `${minute}, from ${padded(first)}:00 to ${padded(last)}:59 UTC`;
  return `${minute}, in the ${hours.length > 1 ? 'hours' : 'hour'} from ${list(hours.map((hour) => `${padded(hour)}:00`))} UTC`;
}

function minuteWords(minutes: readonly number[]): string {
  if (minutes.length === 60) return 'every minute';
  const step = stepOf(minutes, 60);
  if (step !== undefined) return `every ${step} minutes`;
  return `every hour at ${minutes.length > 1 ? 'minutes' : 'minute'} ${span(minutes, String)}`;
}

/** The step, where `numbers` go round evenly from 0 on: every 15 of 60, but not every 7. */
function stepOf(numbers: readonly number[], round: number): number | undefined {
  const step = round / numbers.length;
  const isEven = numbers.length > 1 && step > 1 && numbers.every((number, index) => number === index * step);
  return isEven ? step : undefined;
}

function dayWords(schedule: CronSchedule, time: string): string[] {
  const { days, months: inMonths, weekdays: onWeekdays } = schedule;
  const everyMonth = inMonths.length === 12;
  const month = everyMonth ? [] : [`in ${span(inMonths, (one) => months[one - 1] ?? '')}`];
  if (onWeekdays.length < 7) return [weekdayWords(onWeekdays), ...month];
  if (days.length < 31) {
    const which = `on ${days.length > 1 ? 'days' : 'day'} ${span(days, String)}`;
    return everyMonth ? [`${which} of every month`] : [which, ...month];
  }
  return [...(time.startsWith('at ') ? ['every day'] : []), ...month];
}

function weekdayWords(days: readonly number[]): string {
  const name = (day: number) => weekdays[day] ?? '';
  const isRange = isRun(days) && days.length > 2;
  return isRange ? `from ${name(days[0] ?? 0)} to ${name(days.at(-1) ?? 0)}` : `on ${list(days.map(name))}`;
}

/** `1 to 5` for numbers without a gap, else `1, 3 and 5`. */
function span(numbers: readonly number[], name: (number: number) => string): string {
  if (isRun(numbers) && numbers.length > 2) return `${name(numbers[0] ?? 0)} to ${name(numbers.at(-1) ?? 0)}`;
  return list(numbers.map(name));
}

function isRun(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1);
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}

/** Such as `Monday, 1 June 2026, 05:00`. */
function shownTime(time: number): string {
  const date = new Date(time);
  const day = `${weekdays[date.getUTCDay()]}, ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day}, ${padded(date.getUTCHours())}:${padded(date.getUTCMinutes())}`;
}

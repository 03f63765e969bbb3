import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { elementsOf, jsonAt, propertiesOf, spanOf, stringOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'cron-schedule-invalid',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'The schedule of a cron job is not five numeric fields.',
  why: 'Vercel takes minute, hour, day of the month, month and day of the week, in UTC, in numbers. The command line checks only the length, and the deployment fails later.',
  source: 'https://vercel.com/docs/cron-jobs#cron-expressions',
  examples: [
    { files: '-- vercel.json\n{\n  "crons": [{ "path": "/api/sync", "schedule": «"0 5 * * MON"» }]\n}\n' },
    { files: '-- vercel.json\n{ "crons": [{ "path": "/api/sync", "schedule": «"0 24 * * *"» }] }\n' },
    { files: '-- vercel.json\n{ "crons": [{ "path": "/api/sync", "schedule": «"0 0 5 * * *"» }] }\n' },
    { files: '-- vercel.json\n{ "crons": [{ "path": "/api/sync", "schedule": «"@daily"» }] }\n' },
    { files: '-- vercel.json\n{ "crons": [{ "path": "/api/sync", "schedule": «"0 5 ? * *"» }] }\n' },
    { files: '-- vercel.json\n{ "crons": [{ "path": "/api/sync", "schedule": "*/10 0-6,12 1 1-12/2 *" }] }\n' },
    {
      files: '-- vercel.json\n{ "crons": [{ "path": "/api/sync", "schedule": "0 5 * * 7" }] }\n',
      note: 'Sunday is 0, and often 7 as well',
    },
    { files: '-- vercel.json\n{ "crons": [{ "path": "/api/sync", "sched', note: 'half typed' },
  ],

  *check(document) {
    if (!configurationOf(document)) return;
    for (const job of elementsOf(jsonAt(document, ['crons']))) {
      const value = propertiesOf(job).findLast(({ name }) => name === 'schedule')?.value;
      const message = faultOf(stringOf(value));
      if (value && message !== undefined) yield { span: spanOf(value), message };
    }
  },
});

const fields = [
  { name: 'minute', minimum: 0, maximum: 59 },
  { name: 'hour', minimum: 0, maximum: 23 },
  { name: 'day of the month', minimum: 1, maximum: 31 },
  { name: 'month', minimum: 1, maximum: 12 },
  { name: 'day of the week', minimum: 0, maximum: 7 },
] as const;

function faultOf(schedule: string | undefined): string | undefined {
  if (schedule === undefined || schedule.length > 256) return undefined;
  const parts = schedule.trim().split(/\s+/);
  const order = fields.map(({ name }) => name).join(', ');
  if (parts.length !== fields.length) return `\`${schedule}\` is no cron schedule. Write five fields: ${order}.`;
  for (const [index, { name, minimum, maximum }] of fields.entries()) {
    const part = parts[index] ?? '';
    if (/[a-z]/i.test(part)) return `\`${part}\` is no ${name} that Vercel takes. Write it in numbers.`;
    if (!isField(part)) return `\`${part}\` is no ${name} that Vercel takes. Use numbers and * , - / only.`;
    if (!isInRange(part, minimum, maximum)) {
      return `\`${part}\` is no ${name} that Vercel takes. Write ${minimum} to ${name === 'day of the week' ? 6 : maximum}.`;
    }
  }
  return undefined;
}

function isField(part: string): boolean {
  return part.split(',').every((one) => /^(\*|\d+(-\d+)?)(\/\d+)?$/.test(one));
}

/** What stands behind a slash is a step, not a time. */
function isInRange(part: string, minimum: number, maximum: number): boolean {
  const numbers = part.replace(/\/\d+/g, '').match(/\d+/g) ?? [];
  return numbers.every((number) => Number(number) >= minimum && Number(number) <= maximum);
}

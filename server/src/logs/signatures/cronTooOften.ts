import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'cron-too-often',
  role: 'cause',
  title: 'A cron job runs more often than the Hobby plan allows.',
  literals: ['Hobby accounts are limited to daily cron jobs'],
  pattern: /Hobby accounts are limited to daily cron jobs(?:\. This cron expression \((?<expression>[^)]+)\))?/,
  causes: [
    {
      cause: 'On the Hobby plan each cron job runs at most once a day.',
      advice: 'Change the schedule in `vercel.json` to once a day (`0 5 * * *`), or move to a paid plan.',
      rules: ['cron-schedule-invalid'],
    },
  ],
  source: "The platform's message, in public logs and Vercel's documentation.",
  examples: [
    {
      log: 'Error: «Hobby accounts are limited to daily cron jobs. This cron expression (0 21,9 * * *)» would run more than once per day.\n',
    },
    {
      log: 'Cron jobs are daily\n',
    },
  ],
});

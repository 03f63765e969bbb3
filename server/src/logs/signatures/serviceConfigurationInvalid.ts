import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'service-configuration-invalid',
  role: 'cause',
  phase: 'build',
  title: 'A cron job, subscriber or workflow of the project is set up wrongly.',
  literals: [
    'Cron service is missing an entrypoint',
    'ynamic cron',
    '"tool.vercel.subscribers"',
    '"tool.vercel.workflows"',
    'subscriber #',
    'workflow #',
    'workflow entrypoints "',
    'APScheduler',
  ],
  pattern:
    /Cron service is missing an entrypoint|(?:Dynamic cron|Failed to detect dynamic cron)\b.*|"tool\.vercel\.(?:subscribers|workflows)" (?:must|declares)[^.]*|(?:subscriber|workflow) #\d+ (?:has|must|is)[^.]*|workflow entrypoints "[^"]+" and "[^"]+" subscribe to overlapping/,
  causes: [
    {
      cause: 'The line says which entry, and what it should be.',
      advice: 'Correct that entry. Entrypoints are import paths (`package.module:object`), not file paths.',
    },
  ],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «subscriber #1 has invalid entrypoint "jobs/mail».py". Use an import path, not a file path: "jobs.mail"\n',
    },
    {
      log: 'Error: «Cron service is missing an entrypoint».\n',
    },
    {
      log: 'Detected 2 cron entry(s): jobs:tick (0 5 * * *)\n',
    },
  ],
});

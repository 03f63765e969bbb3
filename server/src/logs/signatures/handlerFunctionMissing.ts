import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'handler-function-missing',
  role: 'cause',
  phase: 'build',
  title: 'The function `{function}` that is configured is not in `{file}`.',
  literals: ['Handler function "'],
  pattern: /Handler function "(?<function>[^"]+)" not found in (?<file>\S+?)\.\s/,
  builder: { from: '6.25.0' },
  causes: [
    {
      cause: 'A service, a cron job or a proxy names it, and the builder looks at top-level definitions alone.',
      advice: 'Define `{function}` at the top level of `{file}`, or name the one that is there.',
    },
  ],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «Handler function "tick" not found in jobs/clock.py. »Ensure it is defined at the module\'s top level.\n',
    },
    {
      log: 'Handler function "tick" started\n',
    },
  ],
});

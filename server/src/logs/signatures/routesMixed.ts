import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'routes-mixed',
  role: 'cause',
  title: '`routes` stands beside `rewrites`, `redirects`, `headers`, `cleanUrls` or `trailingSlash` in `vercel.json`.',
  literals: ['are used, then `routes` cannot be present'],
  pattern:
    /If `rewrites`, `redirects`, `headers`, `cleanUrls` or `trailingSlash` are used, then `routes` cannot be present/,
  today:
    'Since CLI 50.25.0 (2026-02-24) the mix is allowed: `routes` come first, so a catch-all in them shadows the rest.',
  causes: [
    {
      cause: 'The command line that built refuses the mix.',
      advice: 'Write all of it as `rewrites`, `redirects` and `headers`, and drop `routes`.',
    },
  ],
  noise: ['builds-beside-settings', 'command-failed'],
  source: 'Read in the history of @vercel/routing-utils 6.0.0, executed.',
  examples: [
    {
      log: 'Error: «If `rewrites`, `redirects`, `headers`, `cleanUrls` or `trailingSlash` are used, then `routes` cannot be present».\n',
    },
    {
      log: '`routes` cannot be empty\n',
    },
  ],
});

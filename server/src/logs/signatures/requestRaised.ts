import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'request-raised',
  role: 'note',
  phase: 'runtime',
  title: ({ path }) =>
    `A request${path ? ` for \`${path}\`` : ''} raised an exception; the traceback below this line says which.`,
  literals: ['Exception on ', 'Exception in ASGI application', 'Internal Server Error: '],
  pattern:
    /\bException on (?<path>\/\S*) \[[A-Z]+\]|Exception in ASGI application|^Internal Server Error: (?<at>(?<django>\/\S*))/,
  causes: [
    {
      cause: 'Flask, Django and uvicorn print this line before the traceback of a request that failed.',
      advice: "If your copy ends here, open the function's log in the dashboard and paste all of it.",
    },
  ],
  source: 'Messages of Flask, Django and uvicorn, in public logs.',
  examples: [
    {
      log: '[2026-03-01 10:00:00,123] ERROR in app: «Exception on /items [GET]»\n',
    },
    {
      log: '2026-03-01 10:00:00.123 [error] «Exception in ASGI application»\n',
    },
    {
      log: 'Exception on purpose\n',
    },
  ],
});

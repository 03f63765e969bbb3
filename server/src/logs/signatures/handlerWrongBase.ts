import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'handler-wrong-base',
  role: 'cause',
  phase: 'runtime',
  title: 'The class `handler` does not inherit from `BaseHTTPRequestHandler`.',
  literals: ['andler must inherit from'],
  pattern: /Handler must inherit from BaseHTTPRequestHandler/,
  builder: { to: '6.27.0' },
  today:
    'Builders since 6.28.0 (2026-03-24) take the first of `app`, `application` and `class handler` in the file, and ignore imported classes.',
  causes: [
    {
      cause:
        'A name `handler` or `Handler` in the served file is a class of another kind. An imported one counts as well: `from logging import Handler` is enough.',
      advice:
        'Write `class handler(BaseHTTPRequestHandler)`, or expose `app` and rename every other `handler` and `Handler` in the file.',
      rules: ['handler-name-conflict', 'handler-not-a-class'],
    },
  ],
  noise: crashNoise,
  source: 'Executed with the runtimes of @vercel/python 2.3.4 to 6.5.1 and vercel-runtime 0.4.0 to 0.17.0.',
  examples: [
    {
      log: `«Handler must inherit from BaseHTTPRequestHandler»
See the docs: https://vercel.com/docs/functions/serverless-functions/runtimes/python
`,
    },
    {
      log: 'The handler must inherit a lot\n',
    },
  ],
});

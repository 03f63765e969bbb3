import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'function-throttled',
  role: 'cause',
  phase: 'runtime',
  title: 'Too many instances of the function run at once.',
  literals: ['FUNCTION_THROTTLED'],
  pattern: /FUNCTION_THROTTLED/,
  causes: [
    {
      cause:
        "The plan's limit of concurrent functions is reached, often because each request waits for a slow service.",
      advice: 'Make requests shorter, cache what can be cached, or raise the limit with the plan.',
    },
  ],
  source: "Vercel's documentation of error codes.",
  examples: [
    {
      log: '503: «FUNCTION_THROTTLED»\n',
    },
    {
      log: 'throttled\n',
    },
  ],
});

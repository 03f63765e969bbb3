import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'function-timeout',
  role: 'cause',
  phase: 'runtime',
  title: 'The function took longer than it may.',
  literals: ['FUNCTION_INVOCATION_TIMEOUT', 'Task timed out after', 'Vercel Runtime Timeout Error'],
  pattern: /FUNCTION_INVOCATION_TIMEOUT|Task timed out after (?<seconds>[\d.]+) seconds|Vercel Runtime Timeout Error/,
  causes: [
    {
      cause:
        "The database or another service does not answer, and the call has no timeout shorter than the function's.",
      advice: "Give every call a timeout, so that you see which one hangs; a pool's `pool_timeout` too.",
      decides: 'what the last lines before the timeout did',
    },
    {
      cause: 'The work takes longer than the limit: a long model call, a large file.',
      advice:
        'Raise `maxDuration` under `functions` in `vercel.json` as far as the plan allows, stream the answer, or move the work into a queue.',
      decides: 'how long the same work takes on your machine',
    },
  ],
  noise: ['function-crashed', 'process-exited'],
  source: "Vercel's documentation of error codes; public logs.",
  examples: [
    {
      log: '2026-11-20T10:00:10.000Z 3f2b «Task timed out after 10.01 seconds»\n',
    },
    {
      log: '504: GATEWAY_TIMEOUT Code: «FUNCTION_INVOCATION_TIMEOUT»\n',
    },
    {
      log: 'Task timed in\n',
    },
  ],
});

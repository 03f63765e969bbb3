import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'process-exited',
  role: 'symptom',
  phase: 'runtime',
  title: 'The Python process of the function ended.',
  literals: ['Python process exited with exit status'],
  pattern: /Python process exited with exit status: \d+/,
  causes: [
    {
      cause: 'This line follows every crash; the reason is in the lines above it.',
      advice:
        "Look for the last line of the first traceback above it. If your copy begins here, open the function's log in the dashboard (Logs, then the failed request) and paste all of it.",
    },
  ],
  source: 'Printed by the platform after the runtime ends; seen in public logs of every builder.',
  examples: [
    { log: '«Python process exited with exit status: 1». The logs above can help with debugging the issue.\n' },
    { log: 'worker process exited with code 0\n' },
  ],
});

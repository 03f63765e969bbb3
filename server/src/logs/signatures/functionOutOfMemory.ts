import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'function-out-of-memory',
  role: 'cause',
  phase: 'runtime',
  title: 'The function used up its memory.',
  literals: [
    'signal: killed',
    'Runtime exited with error: signal',
    'MemoryError',
    'out of memory',
    'out of available memory',
  ],
  pattern:
    /Runtime exited with error: signal: killed|signal: killed Runtime\.ExitError|MemoryError\b|instance (?:was )?(?:killed|ran) .*out of (?:available )?memory/i,
  causes: [
    {
      cause: 'A large model, table or file is loaded into memory, or something grows with each request.',
      advice: 'Load less, or raise `memory` under `functions` in `vercel.json` as far as the plan allows.',
    },
  ],
  noise: ['function-crashed', 'process-exited'],
  source: 'Messages of AWS Lambda and Python, in public logs.',
  examples: [
    {
      log: 'RequestId: 3f2b Error: «Runtime exited with error: signal: killed»\n',
    },
    {
      log: 'Vercel Runtime Error: «instance was killed because it ran out of available memory»\n',
    },
    {
      log: 'Memory is fine\n',
    },
  ],
});

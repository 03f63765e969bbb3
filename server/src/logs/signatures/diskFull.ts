import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'disk-full',
  role: 'cause',
  phase: 'runtime',
  title: '`/tmp` is full.',
  literals: ['[Errno 28]'],
  pattern: /OSError: \[Errno 28\]/,
  causes: [
    {
      cause:
        'A function has 512 MB there, which the instance keeps between requests, and packages installed at the first start share it.',
      advice: 'Delete files after use, or stream instead of storing.',
    },
  ],
  noise: crashNoise,
  source: "Linux's ENOSPC; Vercel's documentation (general knowledge).",
  examples: [
    {
      log: "«OSError: [Errno 28]» No space left on device: '/tmp/a.bin'\n",
    },
    {
      log: 'Errno 28\n',
    },
  ],
});

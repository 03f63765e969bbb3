import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'too-many-open-files',
  role: 'cause',
  phase: 'runtime',
  title: 'The function has too many files or connections open.',
  literals: ['[Errno 24]'],
  pattern: /OSError: \[Errno 24\]/,
  causes: [
    {
      cause:
        'Instances may have 1,024 descriptors, and connections count. Something opens a client per request and does not close it.',
      advice: 'Make one client at import and use it again, or close it with `with`.',
    },
  ],
  noise: crashNoise,
  source: "Linux's EMFILE; Vercel's documentation of limits.",
  examples: [
    {
      log: '«OSError: [Errno 24]» Too many open files\n',
    },
    {
      log: 'Errno 24\n',
    },
  ],
});

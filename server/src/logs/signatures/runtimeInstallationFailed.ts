import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'runtime-installation-failed',
  role: 'cause',
  phase: 'runtime',
  title: 'The packages that are installed at the first start could not be installed.',
  literals: ['Runtime dependency installation failed'],
  pattern: /Runtime dependency installation failed/,
  causes: [
    {
      cause:
        'The function is larger than 225 MB, so Vercel installs public packages into `/tmp` at the first start, and that failed. The lines below give command and exit code.',
      advice: 'Deploy again; if it stays, make the function smaller than 225 MB.',
    },
  ],
  noise: crashNoise,
  source: 'Read in vercel-runtime 0.17.0.',
  examples: [
    {
      log: '«Runtime dependency installation failed».\n',
    },
    {
      log: 'Runtime dependencies installed in 3.1s\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'system-library-missing',
  role: 'cause',
  title: 'A package needs the system library `{library}`, which a function does not have.',
  literals: ['cannot open shared object file'],
  pattern: /(?<at>(?<library>lib[\w.+-]+\.so[\w.]*): cannot open shared object file)/,
  causes: [
    {
      cause: 'Wheels bring most libraries along; this one is expected from the system.',
      advice:
        'Use a build without it: `opencv-python-headless` for `libGL.so.1`, `psycopg2-binary` for `libpq.so`. There is no `apt-get` on Vercel.',
    },
  ],
  noise: crashNoise,
  source: "The loader's own message; public issues.",
  examples: [
    {
      log: 'ImportError: «libGL.so.1: cannot open shared object file»: No such file or directory\n',
    },
    {
      log: 'cannot open shared object\n',
    },
  ],
});

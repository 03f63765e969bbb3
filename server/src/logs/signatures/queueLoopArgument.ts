import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'queue-loop-argument',
  role: 'cause',
  title: 'An old runtime runs on a newer Python than it knows.',
  literals: ["unexpected keyword argument 'loop'"],
  pattern:
    /Queue\.__init__\(\) got an unexpected keyword argument 'loop'|__init__\(\) got an unexpected keyword argument 'loop'/,
  causes: [
    {
      cause:
        '`asyncio.Queue(loop=…)` is gone since Python 3.10, and that builder still used it. Your code has no part in it.',
      advice: 'Take the version off `@vercel/python@…` in `vercel.json` and deploy again.',
      rules: ['builder-pinned'],
    },
  ],
  noise: crashNoise,
  source: 'Executed with @vercel/python 2.3.4 and 3.1.60.',
  examples: [
    {
      log: "TypeError: «Queue.__init__() got an unexpected keyword argument 'loop'»\n",
    },
    {
      log: "f() got an unexpected keyword argument 'looped'\n",
    },
  ],
});

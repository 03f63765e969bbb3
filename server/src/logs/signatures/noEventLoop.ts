import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'no-event-loop',
  role: 'cause',
  title: 'There is no event loop where the code expects one.',
  literals: ['There is no current event loop', 'no running event loop'],
  pattern: /There is no current event loop|no running event loop/,
  causes: [
    {
      cause: 'Something asynchronous is made at import or in a thread. Python 3.14 makes no loop by itself any more.',
      advice: 'Make it inside an `async` function, in the lifespan or at the first request.',
    },
  ],
  noise: crashNoise,
  source: "What's New in Python 3.14 (general knowledge).",
  examples: [
    {
      log: "RuntimeError: «There is no current event loop» in thread 'MainThread'.\n",
    },
    {
      log: 'an event loop\n',
    },
  ],
});

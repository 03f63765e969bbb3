import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'server-started-in-function',
  role: 'cause',
  phase: 'runtime',
  title: 'The code starts a server or a loop of its own, which Vercel does for it.',
  literals: ['signal only works in main thread', 'ddress already in use', 'is in use by another program'],
  pattern:
    /signal only works in main thread|\[Errno 98\] (?:error while attempting to bind|Address already in use)|OSError: \[Errno 98\]|Port \d+ is in use by another program/,
  causes: [
    {
      cause: "`uvicorn.run(…)`, `app.run(…)` or a bot's polling runs while the module is imported.",
      advice: 'Put it under `if __name__ == "__main__":`. A bot needs a webhook instead of polling.',
      rules: ['work-at-import'],
    },
  ],
  noise: crashNoise,
  source: "Python's own messages (general knowledge).",
  examples: [
    {
      log: 'ValueError: «signal only works in main thread» of the main interpreter\n',
    },
    {
      log: 'signals work\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'startup-not-run',
  role: 'cause',
  title: 'Something that the application sets up at its start is missing.',
  literals: ['DatabaseBackend is not running', "'State' object has no attribute"],
  pattern: /DatabaseBackend is not running|'State' object has no attribute '(?<name>\w+)'/,
  today:
    'Since builder 6.0.3 (2025-11-10) uvicorn runs lifespan and startup handlers. If this is a log of such a builder, the name is not set in the lifespan.',
  causes: [
    {
      cause: 'Builders until 6.0.2 never ran startup and lifespan handlers.',
      advice: 'Deploy again with the current builder, or set it up at the first use.',
    },
  ],
  noise: crashNoise,
  source: 'Read in the runtimes 5.0.10 to 6.0.3; public issues.',
  examples: [
    {
      log: 'AssertionError: «DatabaseBackend is not running»\n',
    },
    {
      log: 'DatabaseBackend is running\n',
    },
  ],
});

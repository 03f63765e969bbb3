import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'event-loop-closed',
  role: 'cause',
  title: 'A connection is used in another event loop than the one it was made in.',
  literals: ['Event loop is closed', 'attached to a different loop'],
  pattern: /Event loop is closed|attached to a different loop/,
  today:
    'Since builder 6.0.3 (2025-11-10) uvicorn serves the application in one loop that lasts as long as the instance.',
  causes: [
    {
      cause:
        'Builders until 6.0.2 ran a new event loop for each request, so an async pool or client made at import belongs to a loop that is gone.',
      advice:
        'Deploy again with the current builder. Where that is not possible, use `NullPool`, or make the client inside the request.',
      when: ({ era }) =>
        (era.builder.to !== undefined && era.builder.to.localeCompare('6.0.2', 'en', { numeric: true }) <= 0) ||
        undefined,
      decides: 'whether the builder is older than 6.0.3',
    },
    {
      cause:
        'The code itself runs several loops: `asyncio.run` in a request, or a client that is shared between threads.',
      advice: 'Use one client per loop; make it in the lifespan of the application.',
      decides: 'whether the code calls `asyncio.run`',
    },
  ],
  noise: crashNoise,
  source: 'Read in the runtimes 5.0.10 to 6.0.3; public issues.',
  examples: [
    {
      log: 'RuntimeError: «Event loop is closed»\n',
    },
    {
      log: 'The event loop ran\n',
    },
  ],
});

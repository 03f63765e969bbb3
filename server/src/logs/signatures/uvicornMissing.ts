import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'uvicorn-missing',
  role: 'cause',
  phase: 'runtime',
  title: 'The runtime of that time needed uvicorn to serve an ASGI application, and it is not installed.',
  literals: ['Uvicorn is required to run ASGI apps'],
  pattern: /Uvicorn is required to run ASGI apps/,
  builder: { from: '6.0.3', to: '6.6.0' },
  today: 'Builders since 6.7.0 bring uvicorn along, so the requirements need not list it.',
  causes: [
    {
      cause: 'Builders from 6.0.3 to 6.6 did not bring it along.',
      advice: 'Deploy again with the current builder, which brings it; until then add `uvicorn` to the requirements.',
    },
  ],
  noise: crashNoise,
  source: 'Executed with the runtimes of @vercel/python 2.3.4 to 6.5.1 and vercel-runtime 0.4.0 to 0.17.0.',
  examples: [
    {
      log: '«Uvicorn is required to run ASGI apps». Please ensure it is installed.\n',
    },
    {
      log: 'Uvicorn is running\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'lifespan-failed',
  role: 'cause',
  phase: 'runtime',
  title: 'The startup of the application failed.',
  literals: ['Application startup failed', 'ASGI lifespan startup failed'],
  pattern: /Application startup failed\. Exiting|ASGI lifespan startup failed/,
  causes: [
    {
      cause: 'A lifespan or startup handler raised; the traceback above this line says why.',
      advice:
        'Mend what it names. Connect to a database at the first use rather than at the start, so that a hiccup does not cost the instance.',
    },
  ],
  noise: crashNoise,
  source: "uvicorn's own message; read in vercel-runtime 0.17.0.",
  examples: [
    {
      log: 'ERROR: «Application startup failed. Exiting».\n',
    },
    {
      log: 'Application startup complete.\n',
    },
  ],
});

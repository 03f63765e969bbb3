import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'too-many-functions',
  role: 'cause',
  title: 'The deployment has more functions than the Hobby plan allows.',
  literals: ['Serverless Functions can be added to a Deployment'],
  pattern: /No more than (?<most>\d+) Serverless Functions can be added to a Deployment/,
  causes: [
    {
      cause: 'Each file in `api` with an application of its own is one function.',
      advice: 'Serve all routes from one application (`api/index.py`), and move helpers out of `api`.',
    },
  ],
  source: "The platform's message, in public issues.",
  examples: [
    {
      log: 'Error: «No more than 12 Serverless Functions can be added to a Deployment» on the Hobby plan.\n',
    },
    {
      log: '12 functions were added\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'dev-server-exited',
  role: 'symptom',
  title: '`vercel dev` started the application, and it ended before it could answer.',
  literals: ['exited before binding', 'Detecting port '],
  pattern: /(?:server exited before binding)|Detecting port \d+ timed out/,
  causes: [
    {
      cause: 'The application failed at its start; what Python said stands above this line.',
      advice: 'Start it by itself (`uvicorn main:app`, `flask run`) to see the error.',
    },
  ],
  source: 'Read in @vercel/python 5.0.8 to 25.0.0.',
  examples: [
    {
      log: 'Error: Python dev «server exited before binding» (code=1, signal=null)\n',
    },
    {
      log: 'Detecting ports\n',
    },
  ],
});

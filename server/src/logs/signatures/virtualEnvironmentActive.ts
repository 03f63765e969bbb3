import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'virtual-environment-active',
  role: 'cause',
  title: '`vercel dev` does not start inside an activated virtual environment.',
  literals: ['Detected activated venv at'],
  pattern: /Detected activated venv at/,
  builder: { from: '6.12.0' },
  causes: [
    {
      cause: 'It makes and uses an environment of its own.',
      advice: 'Run `deactivate` and try again.',
    },
  ],
  source: 'Read in @vercel/python 6.12.0 to 25.0.0.',
  examples: [
    {
      log: 'Error: «Detected activated venv at» /home/ann/orchard/.venv, vercel dev manages virtual environments automatically.\n',
    },
    {
      log: 'A venv is active\n',
    },
  ],
});

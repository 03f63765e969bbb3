import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'entrypoint-outside-repository',
  role: 'cause',
  phase: 'build',
  title: 'The entrypoint lies outside of the repository.',
  literals: ['Entrypoint directory outside of repository root'],
  pattern: /Entrypoint directory outside of repository root/,
  causes: [
    {
      cause: 'A path in the settings leads out of the folder that is deployed.',
      advice: 'Use a path inside the Root Directory, without `..`.',
    },
  ],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «Entrypoint directory outside of repository root»\n',
    },
    {
      log: 'Entrypoint directory\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'build-calls-itself',
  role: 'cause',
  phase: 'build',
  title: 'The Build Command calls `vercel build`, which calls the Build Command.',
  literals: ['must not recursively invoke itself'],
  pattern: /`vercel build` must not recursively invoke itself/,
  causes: [
    {
      cause: 'Build Command, or a script that it runs, is `vercel build`.',
      advice: 'Take it out: Vercel runs it by itself.',
    },
  ],
  source: 'Read in `vercel` 64.0.2 and @vercel/fs-detectors 7.7.3, executed.',
  examples: [
    {
      log: 'Error: «`vercel build` must not recursively invoke itself». Check the Build Command in the Project Settings\n',
    },
    {
      log: 'vercel build\n',
    },
  ],
});

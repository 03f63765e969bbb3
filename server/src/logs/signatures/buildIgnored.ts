import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'build-ignored',
  role: 'note',
  phase: 'build',
  title: 'The deployment was canceled by the Ignored Build Step.',
  literals: ['Ignored Build Step'],
  pattern: /canceled .*"?Ignored Build Step/,
  causes: [
    {
      cause:
        'The command in the project settings, or `ignoreCommand` in `vercel.json`, ended with 0, which means: do not build.',
      advice: 'Let the command end with 1 where a build is wanted.',
    },
  ],
  source: "The platform's message (general knowledge).",
  examples: [
    {
      log: 'The Deployment has been «canceled as a result of running the command defined in the "Ignored Build Step»" setting.\n',
    },
    {
      log: 'Ignored Build Step is set\n',
    },
  ],
});

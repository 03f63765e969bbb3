import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'root-directory-missing',
  role: 'cause',
  phase: 'build',
  title: 'The Root Directory `{folder}` of the project settings does not exist.',
  literals: ['The specified Root Directory'],
  pattern: /The specified Root Directory "(?<folder>[^"]+)" does not exist/,
  causes: [
    {
      cause: 'The folder was renamed or is not in this branch.',
      advice: 'Correct Root Directory in the project settings, or push the branch that has the folder.',
    },
  ],
  source: "The platform's message (general knowledge).",
  examples: [
    {
      log: '«The specified Root Directory "backend" does not exist». Please update your Project Settings.\n',
    },
    {
      log: 'The Root Directory\n',
    },
  ],
});

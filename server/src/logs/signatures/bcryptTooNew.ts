import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'bcrypt-too-new',
  role: 'cause',
  title: 'passlib does not work with bcrypt 5.',
  literals: ['password cannot be longer than 72 bytes'],
  pattern: /password cannot be longer than 72 bytes/,
  causes: [
    {
      cause:
        'passlib tries bcrypt with a long text of its own, which bcrypt 5 refuses. The length of your password has no part in it, unless it is longer than 72 bytes.',
      advice: 'Pin `bcrypt<5`, or replace passlib.',
    },
  ],
  noise: [...crashNoise, 'bcrypt-version-unread'],
  source: "bcrypt's own message (general knowledge).",
  examples: [
    {
      log: 'ValueError: «password cannot be longer than 72 bytes», truncate manually if necessary\n',
    },
    {
      log: 'the password is long\n',
    },
  ],
});

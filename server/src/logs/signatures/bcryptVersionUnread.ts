import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'bcrypt-version-unread',
  role: 'decoy',
  title: 'passlib cannot read the version of bcrypt.',
  literals: ["module 'bcrypt' has no attribute '__about__'"],
  pattern: /module 'bcrypt' has no attribute '__about__'/,
  causes: [
    {
      cause: 'passlib catches this and goes on. It is not what failed.',
      advice: 'To be rid of it, pin `bcrypt<4.1`.',
    },
  ],
  source: "passlib's own handling (general knowledge).",
  examples: [
    {
      log: "AttributeError: «module 'bcrypt' has no attribute '__about__'»\n",
    },
    {
      log: "module 'bcrypt'\n",
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'vercel-dev-broken',
  role: 'cause',
  title: '`vercel dev` of 2022 and 2023 does not work with Python 3.10 and newer.',
  literals: ['Object prototype may only be an Object or null'],
  pattern: /Object prototype may only be an Object or null: undefined/,
  causes: [
    {
      cause: 'A bug of that command line; a deployment is not touched by it.',
      advice: 'Update the command line: `npm install --global vercel`.',
    },
  ],
  source: 'Public issues of vercel/vercel, resolved there.',
  examples: [
    {
      log: 'TypeError: «Object prototype may only be an Object or null: undefined»\n',
    },
    {
      log: 'Object prototype\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'memory-over-plan',
  role: 'cause',
  title: '`memory` of a function is more than the plan allows.',
  literals: ['Serverless Functions are limited to'],
  pattern: /Serverless Functions are limited to (?<most>\d+) ?mb of memory/i,
  causes: [
    {
      cause: 'The Hobby plan has a lower limit than `vercel.json` asks for.',
      advice: 'Lower `memory` to {most} or delete it.',
      rules: ['function-limit-out-of-range'],
    },
  ],
  source: "The platform's message, in public issues.",
  examples: [
    {
      log: 'Error: «Serverless Functions are limited to 1024 mb of memory» for personal accounts (Hobby plan).\n',
    },
    {
      log: 'Functions have memory\n',
    },
  ],
});

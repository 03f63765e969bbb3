import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'prisma-failed',
  role: 'cause',
  phase: 'build',
  title: 'Prisma could not be prepared for the function.',
  literals: [
    'prisma generate` failed',
    'Prisma engine download failed',
    'Prisma engine directory',
    'could not find engine binary matching',
  ],
  pattern:
    /`prisma generate` failed for schema|Prisma engine download failed|could not read Prisma engine directory|could not find engine binary matching/,
  builder: { from: '6.20.2' },
  causes: [
    {
      cause:
        '`prisma generate` failed, or its engine does not fit the build machine. What Prisma said stands below the line.',
      advice:
        'Take a version of `prisma` that knows the Python that runs, and check that `prisma generate` works in a fresh clone.',
    },
  ],
  source: 'Read in @vercel/python 6.20.2 to 25.0.0.',
  examples: [
    {
      log: 'Error: «`prisma generate` failed for schema» "schema.prisma".\n',
    },
    {
      log: 'Prisma engine ready\n',
    },
  ],
});

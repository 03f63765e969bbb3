import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'psycopg-without-library',
  role: 'cause',
  title: '`psycopg` is installed without the PostgreSQL library it needs.',
  literals: ['no pq wrapper available'],
  pattern: /no pq wrapper available/,
  causes: [
    {
      cause: 'Plain `psycopg` wants `libpq` from the system, which a function does not have.',
      advice: 'Require `psycopg[binary]`.',
    },
  ],
  noise: crashNoise,
  source: "psycopg's own message.",
  examples: [
    {
      log: 'ImportError: «no pq wrapper available».\n',
    },
    {
      log: 'a pq wrapper\n',
    },
  ],
});

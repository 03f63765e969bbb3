import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'database-connections-exhausted',
  role: 'cause',
  title: 'The database has no connection left for this instance.',
  literals: [
    'max clients reached',
    'remaining connection slots are reserved',
    'too many clients already',
    'too many connections',
    'Too many connections',
    'TooManyConnectionsError',
  ],
  pattern:
    /MaxClientsInSessionMode|max clients reached|remaining connection slots are reserved|too many clients already|[Tt]oo many connections|TooManyConnectionsError/,
  causes: [
    {
      cause:
        'Every instance of the function opens a pool of its own, so a pool of 5 and a few instances are more than the server gives.',
      advice:
        'Connect through the transaction pooler (port 6543 at Supabase, `-pooler` at Neon), with a pool of 1 and `max_overflow` of 2, or `NullPool`.',
      rules: ['pool-not-serverless', 'create-all-at-import'],
    },
  ],
  noise: crashNoise,
  source: "Messages of PostgreSQL and of Supabase's pooler; public issues.",
  examples: [
    {
      log: 'FATAL: «MaxClientsInSessionMode»: max clients reached - in Session mode max clients are limited to pool_size\n',
    },
    {
      log: 'asyncpg.exceptions.«TooManyConnectionsError»: remaining connection slots are reserved for roles with the SUPERUSER attribute\n',
    },
    {
      log: 'many connections\n',
    },
  ],
});

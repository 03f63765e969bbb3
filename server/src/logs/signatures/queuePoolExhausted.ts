import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'queue-pool-exhausted',
  role: 'cause',
  title: 'All connections of the pool are in use (size {size}, overflow {overflow}).',
  literals: ['QueuePool limit of size'],
  pattern:
    /QueuePool limit of size (?<size>\d+) overflow (?<overflow>\d+) reached, connection timed out, timeout (?<timeout>[\d.]+)/,
  causes: [
    {
      cause:
        'Requests of one instance share its pool. A connection that is not given back, or a slow query, starves the others.',
      advice:
        'Close sessions (`with Session() as session`), keep the pool small, and let `pool_timeout` be shorter than `maxDuration`.',
      rules: ['pool-not-serverless'],
    },
  ],
  noise: crashNoise,
  source: "SQLAlchemy's own message (code 3o7r).",
  examples: [
    {
      log: 'sqlalchemy.exc.TimeoutError: «QueuePool limit of size 1 overflow 2 reached, connection timed out, timeout 15.00» (Background on this error at: https://sqlalche.me/e/20/3o7r)\n',
    },
    {
      log: 'QueuePool is fine\n',
    },
  ],
});

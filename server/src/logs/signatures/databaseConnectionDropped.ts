import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'database-connection-dropped',
  role: 'cause',
  title: 'The database closed a connection that the function kept.',
  literals: [
    'server closed the connection unexpectedly',
    'SSL connection has been closed unexpectedly',
    'connection was closed in the middle of operation',
    'SSL SYSCALL error',
    'MySQL server has gone away',
    'connection already closed',
  ],
  pattern:
    /server closed the connection unexpectedly|SSL connection has been closed unexpectedly|connection was closed in the middle of operation|SSL SYSCALL error|MySQL server has gone away|connection already closed/,
  causes: [
    {
      cause: 'An instance is frozen between requests, and its pooled connections die meanwhile.',
      advice: 'Use `pool_pre_ping=True` and `pool_recycle=300`, or `NullPool` behind a pooler.',
      rules: ['pool-without-pre-ping', 'pool-not-serverless'],
    },
  ],
  noise: crashNoise,
  source: 'Messages of PostgreSQL and MySQL drivers.',
  examples: [
    {
      log: `psycopg2.OperationalError: «server closed the connection unexpectedly»
	This probably means the server terminated abnormally
`,
    },
    {
      log: 'the server closed\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'prepared-statement-behind-pooler',
  role: 'cause',
  title: 'asyncpg prepares statements, and the transaction pooler in front of the database does not keep them.',
  literals: ['prepared statement "', 'pgbouncer with pool_mode'],
  pattern: /prepared statement "(?<name>[^"]+)" (?:already exists|does not exist)|pgbouncer with pool_mode set to/,
  causes: [
    {
      cause: 'Behind PgBouncer or Supavisor in transaction mode each transaction may meet another server connection.',
      advice: 'Connect with `statement_cache_size=0`; with SQLAlchemy also `prepared_statement_cache_size=0`.',
      rules: ['driver-option-unknown'],
    },
  ],
  noise: crashNoise,
  source: "Read in asyncpg's exceptions/_base.py; public issues.",
  examples: [
    {
      log: 'asyncpg.exceptions.DuplicatePreparedStatementError: «prepared statement "__asyncpg_stmt_3__" already exists»\n',
    },
    {
      log: 'a prepared statement\n',
    },
  ],
});

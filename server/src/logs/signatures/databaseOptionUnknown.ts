import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'database-option-unknown',
  role: 'cause',
  title: ({ option, other }) =>
    `The database driver does not know \`${option ?? other}\`, which the URL or \`connect_args\` gives it.`,
  literals: ['got an unexpected keyword argument', 'invalid connection option'],
  pattern:
    /connect\(\) got an unexpected keyword argument '(?<at>(?<option>sslmode|channel_binding|pgbouncer|options|target_session_attrs|sslrootcert|connect_timeout))'|invalid connection option "(?<other>\w+)"/,
  causes: [
    {
      cause:
        "Each driver has its own options: `sslmode` and `channel_binding` are libpq's and unknown to asyncpg, `command_timeout` is asyncpg's and unknown to psycopg.",
      advice:
        'Take the option out of the URL. For asyncpg, `ssl=require` or `connect_args={"ssl": True}` stands for `sslmode=require`.',
      rules: ['driver-option-unknown'],
    },
  ],
  noise: crashNoise,
  source: "The drivers' own messages; public issues.",
  examples: [
    {
      log: "TypeError: connect() got an unexpected keyword argument '«sslmode»'\n",
    },
    {
      log: 'psycopg2.ProgrammingError: invalid dsn: «invalid connection option "command_timeout"»\n',
    },
    {
      log: "f() got an unexpected keyword argument 'sslmode'\n",
    },
  ],
});

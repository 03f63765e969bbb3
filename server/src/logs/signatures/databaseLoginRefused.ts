import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'database-login-refused',
  role: 'cause',
  title: 'The database refuses the user or the password.',
  literals: [
    'password authentication failed for user',
    'InvalidPasswordError',
    'Tenant or user not found',
    'Access denied for user',
  ],
  pattern:
    /password authentication failed for user|InvalidPasswordError|Tenant or user not found|Access denied for user/,
  causes: [
    {
      cause:
        "The URL in the environment variable has another password or user than the database. Characters such as `@`, `#` and `/` in a password have to be percent-encoded. Through Supabase's pooler the user is `postgres.<project>`.",
      advice: 'Copy the URL from the provider again, set it for this environment, and deploy again.',
    },
  ],
  noise: crashNoise,
  source: "Messages of PostgreSQL, MySQL and Supabase's pooler.",
  examples: [
    {
      log: 'FATAL: «password authentication failed for user» "postgres"\n',
    },
    {
      log: 'password authentication\n',
    },
  ],
});

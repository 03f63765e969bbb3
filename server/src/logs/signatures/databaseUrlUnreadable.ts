import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'database-url-unreadable',
  role: 'cause',
  title: 'The database URL is empty or no URL.',
  literals: ['Could not parse SQLAlchemy URL', 'Could not parse rfc1738 URL'],
  pattern: /Could not parse (?:SQLAlchemy|rfc1738) URL from/,
  causes: [
    {
      cause:
        'The environment variable is set to an empty value, to a value with quotes around it, or to `$NAME`, which nobody fills in.',
      advice: 'Set the plain URL under Settings, Environment Variables, and deploy again.',
      rules: ['env-dollar-literal'],
    },
  ],
  noise: crashNoise,
  source: "SQLAlchemy's own message.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    engine = create_engine(os.getenv("DATABASE_URL", ""))
sqlalchemy.exc.ArgumentError: «Could not parse SQLAlchemy URL from» given URL string
`,
    },
    {
      log: 'Could not parse URL\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'postgres-url-scheme',
  role: 'cause',
  title: 'The database URL begins with `postgres://`, which SQLAlchemy does not know any more.',
  literals: ['sqlalchemy.dialects:postgres'],
  pattern: /Can't load plugin: sqlalchemy\.dialects:postgres\b/,
  causes: [
    {
      cause: 'Since SQLAlchemy 1.4 the scheme is `postgresql://`; hosts still hand out `postgres://`.',
      advice:
        'Write `postgresql://` (or `postgresql+asyncpg://`) in the variable, or replace it before `create_engine`.',
      rules: ['database-url-scheme'],
    },
  ],
  noise: crashNoise,
  source: "SQLAlchemy's own message and changelog (general knowledge).",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    engine = create_engine(URL)
sqlalchemy.exc.NoSuchModuleError: «Can't load plugin: sqlalchemy.dialects:postgres»
`,
    },
    {
      log: "Can't load plugin: x\n",
    },
  ],
});

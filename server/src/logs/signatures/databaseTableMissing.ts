import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'database-table-missing',
  role: 'cause',
  title: ({ sqlite, postgres, mysql }) => `The database has no table \`${sqlite ?? postgres ?? mysql}\`.`,
  literals: ['no such table: ', '" does not exist', "doesn't exist"],
  pattern:
    /no such table: (?<sqlite>[\w.]+)|relation "(?<postgres>[^"]{1,80})" does not exist|Table '(?<mysql>[^']{1,80})' doesn't exist/,
  causes: [
    {
      cause:
        'SQLite made a new, empty file, because the one of your machine is not deployed, or the function reads another.',
      advice: 'Use a hosted database: what a function writes into a file is lost with the instance.',
      rules: ['sqlite-file'],
      when: ({ values }) => values.sqlite !== undefined,
    },
    {
      cause: 'The migrations were not run on the database that this environment uses: Vercel runs none by itself.',
      advice:
        'Run them once against that database (`python manage.py migrate`, `alembic upgrade head`) with its URL from the environment variables, and compare the URL with the one you migrated.',
      when: ({ values }) => values.sqlite === undefined,
    },
  ],
  noise: crashNoise,
  source: 'Messages of SQLite, PostgreSQL and MySQL (general knowledge).',
  examples: [
    {
      log: 'django.db.utils.OperationalError: «no such table: auth_user»\n',
      says: 'SQLite',
    },
    {
      log: 'sqlalchemy.exc.ProgrammingError: (psycopg2.errors.UndefinedTable) «relation "orders" does not exist»\n',
      says: 'migrations',
    },
    {
      log: 'The table does not exist in the report\n',
    },
  ],
});

import { constantNumber } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { defineRule } from '../rule.ts';
import type { DatabaseAddress } from './addresses.ts';
import { type DjangoDatabase, djangoDatabases } from './djangoDatabases.ts';
import { django, postgres } from './djangoExample.ts';
import { endpointOf } from './poolers.ts';

export default defineRule({
  name: 'django-persistent-connections',
  area: 'database',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: '`CONN_MAX_AGE` keeps a connection in every instance.',
  why: 'With `CONN_MAX_AGE` above 0 each thread of each instance keeps its connection, also while the instance is frozen. A handful of instances takes all that a small database allows: "remaining connection slots are reserved". Behind a pooler the database does not notice.',
  ignore: 'The database lies behind a pooler, or allows more connections than you have instances.',
  source: 'https://docs.djangoproject.com/en/5.2/ref/databases/#persistent-connections',
  examples: [
    {
      files: `${django}${postgres('"HOST": "db.example.com",\n        «"CONN_MAX_AGE": 600»')}`,
      fixed: `${django}${postgres('"HOST": "db.example.com",\n        "CONN_MAX_AGE": 0')}`,
    },
    {
      files: `${django}import dj_database_url\n\nDATABASES = {"default": dj_database_url.config(«conn_max_age=600», ssl_require=True)}\n`,
      fixed: `${django}import dj_database_url\n\nDATABASES = {"default": dj_database_url.config(conn_max_age=0, ssl_require=True)}\n`,
      note: 'the variable may name a pooler: information',
    },
    { files: `${django}${postgres('"HOST": "db.example.com",\n        "CONN_MAX_AGE": 0')}` },
    {
      files: `${django}${postgres('"HOST": "aws-0-eu.pooler.supabase.com",\n        "PORT": "6543",\n        "CONN_MAX_AGE": 60')}`,
      note: 'behind a pooler',
    },
    {
      files: `${django}${postgres('"CONN_MAX_AGE": int(os.environ["CONN_MAX_AGE"])')}`,
      note: 'a value that the file does not tell',
    },
    {
      files: `${django}${postgres('"CONN_MAX_AGE": 600')}\nif os.getenv("VERCEL"):\n    DATABASES["default"]["CONN_MAX_AGE"] = 0\n`,
      note: 'changed behind it',
    },
    {
      files: `${django}DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 6`,
      note: 'half typed',
    },
  ],

  *check(_document, context) {
    for (const database of djangoDatabases(context)) {
      const { document, engine, options, path, addresses } = database;
      const age = options.values.get('CONN_MAX_AGE');
      if (!age || !lasts(database, age.value) || (engine !== undefined && !/postgresql|mysql|oracle/.test(engine)))
        continue;
      if (addresses.some((one) => isPooler.has(endpointOf(one)) || isSqlite(one))) continue;
      const isKnown = engine !== undefined && addresses.some(({ isFallback }) => !isFallback);
      const seconds = constantNumber(document, age.value);
      const time = seconds === undefined ? 'for good' : `for ${seconds} s`;
      const name = engine === undefined ? '`conn_max_age`' : '`CONN_MAX_AGE`';
      const isOwn = age.value.kind === 'number' || age.value.kind === 'constant';
      yield {
        path,
        span: age.span,
        message: `Each of many instances keeps its connection ${time}, even while frozen. Set ${name} to 0, or use a pooler.`,
        ...(isKnown ? {} : { severity: 'info' as const }),
        fixes: isOwn
          ? [{ title: 'Set it to 0', safety: 'unsafe', edits: [{ span: age.value.span, newText: '0' }] }]
          : [],
      };
    }
  },
});

/** A fallback says nothing of the database that the variable names. */
function isSqlite({ scheme = '', isFallback }: DatabaseAddress): boolean {
  return scheme.startsWith('sqlite') && !isFallback;
}

const isPooler: ReadonlySet<string> = new Set(['transaction-pooler', 'neon-pooler', 'pgbouncer']);

/** Whether a connection outlives its request: `None` is without end. */
function lasts({ document }: DjangoDatabase, age: Expression): boolean {
  if (age.kind === 'constant') return age.value === null;
  return (constantNumber(document, age) ?? 0) > 0;
}

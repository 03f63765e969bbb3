import { constantNumber, entriesOf } from '../../documents/python/scope.ts';
import { defineRule } from '../rule.ts';
import { djangoDatabases } from './djangoDatabases.ts';
import { django, postgres } from './djangoExample.ts';

export default defineRule({
  name: 'django-pool-with-persistent-connections',
  area: 'database',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`CONN_MAX_AGE` beside a pool, which Django refuses.',
  why: 'The pool keeps connections itself. With a `CONN_MAX_AGE` other than 0 the first query raises ImproperlyConfigured, "Pooling doesn\'t support persistent connections.", and so does every other.',
  source: 'https://docs.djangoproject.com/en/5.2/ref/databases/#connection-pool',
  examples: [
    {
      files: `${django}${postgres('«"CONN_MAX_AGE": 60»,\n        "OPTIONS": {"pool": {"min_size": 1}}')}`,
      fixed: `${django}${postgres('"CONN_MAX_AGE": 0,\n        "OPTIONS": {"pool": {"min_size": 1}}')}`,
    },
    {
      files: `${django}${postgres('"OPTIONS": {"pool": True},\n        «"CONN_MAX_AGE": None»')}`,
      fixed: `${django}${postgres('"OPTIONS": {"pool": True},\n        "CONN_MAX_AGE": 0')}`,
    },
    { files: `${django}${postgres('"CONN_MAX_AGE": 0,\n        "OPTIONS": {"pool": {"min_size": 1}}')}` },
    { files: `${django}${postgres('"CONN_MAX_AGE": 60,\n        "OPTIONS": {"pool": False}')}`, note: 'no pool' },
    { files: `${django}${postgres('"CONN_MAX_AGE": 60,\n        "OPTIONS": {"pool')}`, note: 'half typed' },
  ],

  *check(_document, context) {
    for (const { document, engine, options, path } of djangoDatabases(context)) {
      const age = options.values.get('CONN_MAX_AGE');
      const given = options.values.get('OPTIONS')?.value;
      const pool = given && entriesOf(document, given).values.get('pool')?.value;
      if (!age || !pool || engine !== 'django.db.backends.postgresql') continue;
      const isPool =
        (pool.kind === 'constant' && pool.value === true) || (pool.kind === 'dict' && pool.items.length > 0);
      const isNone = age.value.kind === 'constant' && age.value.value === null;
      const seconds = constantNumber(document, age.value);
      if (!isPool || (!isNone && (seconds === undefined || seconds === 0))) continue;
      const isOwn = age.value.kind === 'number' || isNone;
      yield {
        path,
        span: age.span,
        message: `Django refuses \`CONN_MAX_AGE\` beside a pool, and every query fails. Set it to 0.`,
        fixes: isOwn
          ? [{ title: 'Set it to 0', safety: 'unsafe', edits: [{ span: age.value.span, newText: '0' }] }]
          : [],
      };
    }
  },
});

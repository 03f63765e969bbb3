import type { PythonDocument } from '../../documents/python/document.ts';
import { constantNumber, entriesOf } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { largestServerlessPool } from '../../facts/database.ts';
import { quoteOf } from '../../text/quotes.ts';
import { defineRule } from '../rule.ts';
import { djangoDatabases } from './djangoDatabases.ts';
import { django, postgres } from './djangoExample.ts';

export default defineRule({
  name: 'django-pool-not-serverless',
  area: 'database',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: "Django's connection pool holds more connections than a function can use.",
  why: '`"pool": True` takes the defaults of psycopg_pool: each instance opens 4 connections when it first asks for one, and keeps them. A handful of instances takes all that a small database allows.',
  source: 'https://docs.djangoproject.com/en/5.2/ref/databases/#connection-pool',
  examples: [
    {
      files: `${django}${postgres('"OPTIONS": {«"pool": True»}')}`,
      fixed: `${django}${postgres('"OPTIONS": {"pool": {"min_size": 1, "max_size": 3}}')}`,
    },
    { files: `${django}${postgres('"OPTIONS": {«"pool": {"min_size": 2, "max_size": 20}»}')}` },
    { files: `${django}${postgres('"OPTIONS": {"pool": {"min_size": 1, "max_size": 3}}')}` },
    { files: `${django}${postgres('"OPTIONS": {"pool": False}')}` },
    { files: `${django}${postgres('"OPTIONS": {"sslmode": "require"}')}`, note: 'no pool' },
    {
      files: `${django}${postgres('"OPTIONS": {"pool": {"min_size": SIZE}}')}`,
      note: 'a size that the file does not tell',
    },
    {
      files: `${django}DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "OPTIONS": {"pool": Tr`,
      note: 'half typed',
    },
  ],

  *check(_document, context) {
    for (const { document, engine, options, path } of djangoDatabases(context)) {
      const given = options.values.get('OPTIONS')?.value;
      const pool = given && entriesOf(document, given).values.get('pool');
      if (!pool || engine !== 'django.db.backends.postgresql') continue;
      const most = largestSize(document, pool.value);
      if (most === undefined || most < tooMany) continue;
      const isTrue = pool.value.kind === 'constant';
      yield {
        path,
        span: pool.span,
        message: `Each instance opens up to ${most} connections, and instances are many. Set \`min_size\` to 1 and \`max_size\` to 3.`,
        fixes: isTrue
          ? [
              {
                title: 'Set the sizes',
                safety: 'unsafe',
                edits: [{ span: pool.value.span, newText: sizes.replaceAll('"', quoteOf(document.text)) }],
              },
            ]
          : [],
      };
    }
  },
});

const sizes = '{"min_size": 1, "max_size": 3}';

/** The default of psycopg_pool (psycopg.org/psycopg3/docs/api/pool.html), and the largest that may be unused. */
const defaultSize = 4;
const tooMany = Math.min(defaultSize, largestServerlessPool);

/** How many connections the pool opens at most; `undefined` where there is none, or the file does not tell. */
function largestSize(document: PythonDocument, pool: Expression): number | undefined {
  if (pool.kind === 'constant') return pool.value === true ? defaultSize : undefined;
  const { values, complete } = entriesOf(document, pool);
  const isDict = pool.kind === 'dict' ? pool.items.length > 0 : values.size > 0;
  if (!complete || !isDict) return undefined;
  const sizeOf = (name: string, otherwise: number) => {
    const value = values.get(name)?.value;
    return value && !(value.kind === 'constant' && value.value === null) ? constantNumber(document, value) : otherwise;
  };
  const least = sizeOf('min_size', defaultSize);
  return least === undefined ? undefined : sizeOf('max_size', least);
}

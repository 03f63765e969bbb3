import { constantNumber } from '../../documents/python/scope.ts';
import { defineRule } from '../rule.ts';
import { engineCalls } from './engineCalls.ts';
import { changeKeywords, written } from './keywordEdit.ts';
import { poolOf } from './poolSettings.ts';
import { isSqlite } from './sqlite.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const imports = 'from sqlalchemy import create_engine\n\n';

export default defineRule({
  name: 'pool-without-pre-ping',
  area: 'database',
  subject: 'python',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: 'A pool that recycles connections but does not ask whether they still live.',
  why: 'An instance without requests is frozen. When it wakes, the database may have closed a connection that is younger than `pool_recycle`, and the first query on it fails. `pool_pre_ping` asks before each use and opens a new one.',
  source: 'https://docs.sqlalchemy.org/en/20/core/pooling.html#disconnect-handling-pessimistic',
  examples: [
    {
      files: `${head}${imports}engine = «create_engine(url, pool_size=1, max_overflow=2, pool_recycle=300)»\n`,
      fixed: `${head}${imports}engine = create_engine(url, pool_size=1, max_overflow=2, pool_recycle=300, pool_pre_ping=True)\n`,
    },
    {
      files: `${head}${imports}engine = «create_engine(\n    url,\n    pool_recycle=1800\n)»\n`,
      fixed: `${head}${imports}engine = create_engine(\n    url,\n    pool_recycle=1800,\n    pool_pre_ping=True\n)\n`,
    },
    {
      files: `${head}class Config:\n    SQLALCHEMY_ENGINE_OPTIONS = «{'pool_recycle': 280}»\n`,
      fixed: `${head}class Config:\n    SQLALCHEMY_ENGINE_OPTIONS = {'pool_recycle': 280, 'pool_pre_ping': True}\n`,
      note: 'Flask-SQLAlchemy',
    },
    { files: `${head}${imports}engine = create_engine(url, pool_recycle=300, pool_pre_ping=True)\n` },
    { files: `${head}${imports}engine = create_engine(url, pool_recycle=-1)\n`, note: 'nothing is recycled' },
    { files: `${head}${imports}engine = create_engine(url)\n`, note: 'another rule speaks of its pool' },
    { files: `${head}${imports}engine = create_engine(url, pool_recycle=300, `, note: 'half typed' },
  ],

  *check(document, context) {
    for (const engine of engineCalls(document, context)) {
      const { values } = engine.keywords;
      const recycle = values.get('pool_recycle')?.value;
      const seconds = recycle && constantNumber(document, recycle);
      if (seconds === undefined || seconds < 0 || values.has('pool_pre_ping')) continue;
      if (isSqlite(document, engine, context) || poolOf(document, engine).kind !== 'queue') continue;
      const change = {
        replaced: new Map<string, string>(),
        added: [written(document, engine.list, 'pool_pre_ping', 'True')],
      };
      yield {
        span: engine.span,
        message:
          'A connection that died while the instance was frozen fails its first query. Add `pool_pre_ping=True`.',
        fixes:
          engine.list.arguments.length === 0
            ? []
            : [
                {
                  title: 'Add `pool_pre_ping=True`',
                  safety: 'unsafe',
                  edits: changeKeywords(document, engine.list, change),
                },
              ],
      };
    }
  },
});

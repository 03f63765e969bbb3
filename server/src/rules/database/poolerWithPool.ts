import type { PythonDocument } from '../../documents/python/document.ts';
import { refusedByNullPool } from '../../facts/database.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { addressesOf } from './addresses.ts';
import { type EngineCall, engineCalls } from './engineCalls.ts';
import { importing } from './importEdit.ts';
import { changeKeywords } from './keywordEdit.ts';
import { endpointOf, shownHost } from './poolers.ts';
import { poolOf } from './poolSettings.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const imports = 'import os\nfrom sqlalchemy import create_engine\n';
const neon = 'postgresql://ep-cool-1-pooler.us-east-2.aws.neon.tech/app';

export default defineRule({
  name: 'pooler-with-pool',
  area: 'database',
  subject: 'python',
  severity: 'info',
  status: 'preview',
  since: '0.1.0',
  summary: 'A pool of connections in front of a pooler that already keeps one.',
  why: 'A transaction pooler (port 6543 of Supabase, a `-pooler` host of Neon, PgBouncer) shares few connections among many clients. A pool in the function holds places in it while the instance sleeps, and after a while finds them closed. `NullPool` opens a connection for each use, which a pooler is made for.',
  ignore: 'Opening a connection takes longer than you want to wait, and the pooler has room for all instances.',
  source: 'https://docs.sqlalchemy.org/en/20/core/pooling.html#sqlalchemy.pool.NullPool',
  examples: [
    {
      files: `${head}${imports}\nengine = «create_engine("${neon}", pool_size=1, max_overflow=2, echo=True)»\n`,
      fixed: `${head}${imports}from sqlalchemy.pool import NullPool\n\nengine = create_engine("${neon}", poolclass=NullPool, echo=True)\n`,
    },
    {
      files: `${head}${imports}from sqlalchemy.pool import NullPool\n\nURL = os.environ.get("DATABASE_URL", "postgresql+psycopg2://u@pgbouncer:6432/app")\nengine = «create_engine(URL)»\n`,
      fixed: `${head}${imports}from sqlalchemy.pool import NullPool\n\nURL = os.environ.get("DATABASE_URL", "postgresql+psycopg2://u@pgbouncer:6432/app")\nengine = create_engine(URL, poolclass=NullPool)\n`,
    },
    {
      files: `-- vercel.json\n{ "env": { "DATABASE_URL": "postgresql://app@aws-0-eu.pooler.supabase.com:6543/postgres" } }\n-- main.py\n${imports}\nengine = «create_engine(os.environ["DATABASE_URL"], pool_size=1)»\napp = 1\n-- requirements.txt\nfastapi\n`,
      note: 'the URL is in vercel.json',
    },
    {
      files: `${head}${imports}from sqlalchemy.pool import NullPool\n\nengine = create_engine("${neon}", poolclass=NullPool)\n`,
    },
    {
      files: `${head}${imports}\nengine = create_engine("${neon.replace('-pooler', '')}", pool_size=1)\n`,
      note: 'the database itself',
    },
    {
      files: `${head}${imports}\nengine = create_engine(os.environ["DATABASE_URL"], pool_size=1)\n`,
      note: 'nothing tells the host',
    },
    { files: `${head}${imports}\nengine = create_engine("${neon}", pool_size=`, note: 'half typed' },
  ],

  *check(document, context) {
    for (const engine of engineCalls(document, context)) {
      if (!engine.url || poolOf(document, engine).kind !== 'queue') continue;
      const address = addressesOf(context, document, engine.url).find((one) => isPooler.has(endpointOf(one)));
      if (!address) continue;
      yield {
        span: engine.span,
        message: `${capital(shownHost(address))} pools connections itself, so a pool here only holds them back. Pass \`poolclass=NullPool\`.`,
        fixes: fixesFor(document, engine),
      };
    }
  },
});

const isPooler: ReadonlySet<string> = new Set(['transaction-pooler', 'neon-pooler', 'pgbouncer']);

function capital(text: string): string {
  return /^(?:port|this) /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : `\`${text}\``;
}

/** `NullPool` in the place of the settings that it refuses, which must stand in the call itself with nothing but commas between. */
function fixesFor(document: PythonDocument, engine: EngineCall): Fix[] {
  const { keywords, list } = engine;
  const refused = [...refusedByNullPool, 'poolclass'].filter((name) => keywords.values.has(name));
  const own = list.arguments.filter(({ name }) => name !== undefined && refused.includes(name));
  const made = engine.by === 'call' ? importing(document, 'sqlalchemy.pool', 'NullPool') : undefined;
  if (!made || own.length !== refused.length || list.arguments.length === 0) return [];
  const title = 'Use `NullPool`';
  const [first, ...others] = own;
  if (!first?.name) {
    const edits = changeKeywords(document, list, { replaced: new Map(), added: ['poolclass=NullPool'] });
    return [{ title, safety: 'unsafe', edits: [...made, ...edits] }];
  }
  const removed = others.map(({ span }) => {
    const before = list.arguments[list.arguments.findIndex((argument) => argument.span === span) - 1];
    return { start: before?.span.end ?? span.start, end: span.end };
  });
  const gaps = removed.map((span, index) =>
    textAt(document.text, { start: span.start, end: others[index]?.span.start ?? 0 }),
  );
  if (gaps.some((gap) => !/^\s*,\s*$/.test(gap))) return [];
  const edits = [
    { span: first.span, newText: 'poolclass=NullPool' },
    ...removed.map((span) => ({ span, newText: '' })),
  ];
  return [{ title, safety: 'unsafe', edits: [...made, ...edits] }];
}

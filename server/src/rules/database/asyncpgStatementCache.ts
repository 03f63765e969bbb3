import { outsideCalls } from '../../deployment/meaning.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { entriesOf, isClosed, keywordsOf, resolvedValue } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { connectFunctions } from '../../facts/driverOptions.ts';
import { quoteOf } from '../../text/quotes.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix, type RuleContext, type Severity } from '../rule.ts';
import { addressesOf, addressOfKeywords, type DatabaseAddress } from './addresses.ts';
import { type EngineCall, engineCalls } from './engineCalls.ts';
import { importing } from './importEdit.ts';
import { changeKeywords, type KeywordList, written } from './keywordEdit.ts';
import { endpointOf, shownHost } from './poolers.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const host = 'app@aws-0-eu-west-1.pooler.supabase.com:6543/postgres';
const engine = 'from sqlalchemy.ext.asyncio import create_async_engine\n';

export default defineRule({
  name: 'asyncpg-statement-cache',
  area: 'database',
  subject: 'python',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'asyncpg keeps prepared statements behind a pooler that loses them.',
  why: 'A transaction pooler gives each transaction another connection, and asyncpg expects the statements that it prepared on the last one: "prepared statement \\"__asyncpg_stmt_1__\\" already exists" or "does not exist", on every second request or so. `statement_cache_size=0` turns the cache off; under SQLAlchemy, which prepares by name itself, each statement needs a name of its own as well.',
  source: 'https://magicstack.github.io/asyncpg/current/faq.html#why-am-i-getting-prepared-statement-errors',
  examples: [
    {
      files: `${head}import asyncpg\n\nasync def pool():\n    return await «asyncpg.create_pool("postgresql://${host}")»\n`,
      fixed: `${head}import asyncpg\n\nasync def pool():\n    return await asyncpg.create_pool(\n        "postgresql://${host}",\n        statement_cache_size=0,\n    )\n`,
    },
    {
      files: `${head}${engine}\nURL = f"postgresql+asyncpg://{user}:{password}@db.example.com:6543/app"\nengine = «create_async_engine(\n    URL,\n    connect_args={\n        "ssl": "require",\n    },\n)»\n`,
      fixed: `${head}${engine}from uuid import uuid4\n\nURL = f"postgresql+asyncpg://{user}:{password}@db.example.com:6543/app"\nengine = create_async_engine(\n    URL,\n    connect_args={\n        "ssl": "require",\n        "statement_cache_size": 0,\n        "prepared_statement_cache_size": 0,\n        "prepared_statement_name_func": lambda: f"__asyncpg_{uuid4()}__",\n    },\n)\n`,
    },
    {
      files: `${head}import os\n${engine}\nengine = «create_async_engine(os.getenv("DB", "postgresql+asyncpg://${host}"))»\n`,
      note: 'only where DB is not set: information',
    },
    {
      files: `${head}${engine}\nengine = create_async_engine("postgresql+asyncpg://${host}", connect_args={"statement_cache_size": 0})\n`,
    },
    {
      files: `${head}import asyncpg\n\nasync def connect():\n    return await asyncpg.connect("postgresql://${host.replace('6543', '5432')}")\n`,
      note: 'session mode keeps statements',
    },
    {
      files: `${head}${engine}\nengine = create_async_engine("postgresql+asyncpg://app@ep-cool-1-pooler.us-east-2.aws.neon.tech/app")\n`,
      note: "Neon's pooler keeps prepared statements",
    },
    {
      files: `${head}import psycopg2\n\ndef connect():\n    return psycopg2.connect("postgresql://${host}")\n`,
      note: 'another driver',
    },
    {
      files: `${head}import asyncpg\n\nasync def pool():\n    return await asyncpg.create_pool("postgresql://${host}", stat`,
      note: 'half typed',
    },
  ],

  *check(document, context) {
    for (const found of [...directCalls(document, context), ...engines(document, context)]) {
      const addresses = found.url ? addressesOf(context, document, found.url) : found.server ? [found.server] : [];
      const address = addresses.find((one) => losing[endpointOf(one)] !== undefined);
      if (!address || (found.isEngine && address.scheme !== 'postgresql+asyncpg')) continue;
      const severity = address.isFallback ? 'info' : losing[endpointOf(address)];
      yield {
        span: found.span,
        message: `The pooler at \`${shownHost(address)}\` ${severity === 'warning' ? 'may lose' : 'loses'} the statements that asyncpg prepares. Set \`statement_cache_size=0\`.`,
        ...(severity ? { severity } : {}),
        fixes: found.fixes,
      };
    }
  },
});

/** What a pooler of each kind does to prepared statements; what PgBouncer does depends on how it is set up. */
const losing: Readonly<Record<string, Severity>> = { 'transaction-pooler': 'error', pgbouncer: 'warning' };

interface Found {
  readonly span: Span;
  readonly url?: Expression;
  /** Where host and port are given instead of a URL. */
  readonly server?: DatabaseAddress;
  readonly isEngine: boolean;
  readonly fixes: readonly Fix[];
}

function directCalls(document: PythonDocument, context: RuleContext): Found[] {
  const { project, path } = context;
  return outsideCalls(project, path, document).flatMap(({ site: { call, atImport, within }, name }) => {
    if (connectFunctions.get(name) !== 'asyncpg') return [];
    if ((!atImport && !within) || !isClosed(document, call)) return [];
    const keywords = keywordsOf(document, call);
    const { values, complete } = keywords;
    const [first] = call.arguments;
    const url = first && first.name === undefined && !first.star ? first.value : values.get('dsn')?.value;
    const server = addressOfKeywords(context, document, keywords);
    if ((!url && !server) || !complete || call.arguments.some(({ star }) => star === '*')) return [];
    if (values.has('statement_cache_size')) return [];
    const fix = fixOf(document, call, ['statement_cache_size']);
    return [{ span: call.span, isEngine: false, fixes: fix, ...(url ? { url } : {}), ...(server ? { server } : {}) }];
  });
}

const answers = ['statement_cache_size', 'prepared_statement_cache_size', 'prepared_statement_name_func'];

function engines(document: PythonDocument, context: RuleContext): Found[] {
  return engineCalls(document, context).flatMap((one) => {
    const { url, keywords, span } = one;
    if (!url || one.kind !== 'async' || !keywords.complete || keywords.values.has('async_creator')) return [];
    if (addressesOf(context, document, url).some(({ query }) => query.includes('statement_cache_size'))) return [];
    const connectArgs = keywords.values.get('connect_args')?.value;
    const options = connectArgs ? entriesOf(document, connectArgs) : undefined;
    if (options && (!options.complete || answers.some((name) => options.values.has(name)))) return [];
    return [{ span, url, isEngine: true, fixes: engineFixes(document, one, connectArgs) }];
  });
}

/** All three settings, into the dict that is there or a new one, and the import that the names need. */
function engineFixes(document: PythonDocument, { list }: EngineCall, connectArgs: Expression | undefined): Fix[] {
  const made = importing(document, 'uuid', 'uuid4');
  if (!made) return [];
  const dict = connectArgs && resolvedValue(document, connectArgs);
  if (!dict) {
    const quote = quoteOf(document.text);
    const entries = answers.map((name) => `${quote}${name}${quote}: ${settingValue(document, name)}`).join(', ');
    const edits = changeKeywords(document, list, { replaced: new Map(), added: [`connect_args={${entries}}`] });
    return [{ title, safety: 'unsafe', edits: [...made, ...edits] }];
  }
  if (dict.kind !== 'dict' || dict.items.length === 0) return [];
  const inner = { arguments: dict.items.map(({ span }) => ({ span })), argumentsSpan: dict.span, span: dict.span };
  return fixOf(document, inner, answers, made);
}

const title = 'Turn the statement cache off';

function settingValue({ text }: PythonDocument, name: string): string {
  const quote = quoteOf(text);
  return name === 'prepared_statement_name_func' ? `lambda: f${quote}__asyncpg_{uuid4()}__${quote}` : '0';
}

function fixOf(document: PythonDocument, list: KeywordList, names: readonly string[], more: Fix['edits'] = []): Fix[] {
  const added = names.map((name) => written(document, list, name, settingValue(document, name)));
  const edits = changeKeywords(document, list, { replaced: new Map(), added });
  return [{ title, safety: 'unsafe', edits: [...more, ...edits] }];
}

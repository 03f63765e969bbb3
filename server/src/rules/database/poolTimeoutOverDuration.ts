import { durationOf, type FunctionDuration } from '../../deployment/functionDuration.ts';
import { outsideCalls } from '../../deployment/meaning.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { constantNumber, entriesOf, isClosed, type Keyword, keywordsOf } from '../../documents/python/scope.ts';
import { jsonAt, spanOf } from '../../documents/vercelJson.ts';
import { connectionTimeouts } from '../../facts/database.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import { vercelJsonOf } from '../../project/project.ts';
import { defineRule, type RelatedPlace, type RuleContext } from '../rule.ts';
import { engineCalls } from './engineCalls.ts';
import { poolOf } from './poolSettings.ts';
import { isSqlite } from './sqlite.ts';

const limit = (seconds: number) =>
  `-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": ${seconds} } } }\n-- api/index.py\n`;
const main = 'from sqlalchemy import create_engine\n\napp = 1\n';

export default defineRule({
  name: 'pool-timeout-over-duration',
  area: 'database',
  subject: 'python',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A wait for a connection that is as long as the function may run.',
  why: 'Vercel stops a function after its `maxDuration` and answers 504, FUNCTION_INVOCATION_TIMEOUT. A pool or a driver that waits as long for a connection never comes to say what is missing, and the log holds the timeout alone.',
  source: 'https://vercel.com/docs/functions/configuring-functions/duration',
  examples: [
    {
      files: `${limit(15)}${main}engine = create_engine("postgresql://db.example.com/app", pool_size=1, «pool_timeout=30»)\n`,
    },
    {
      files: `${limit(10)}${main}OPTIONS = {"pool_size": 1, "connect_args": {«"connect_timeout": 10»}}\nengine = create_engine("postgresql://db.example.com/app", **OPTIONS)\n`,
    },
    {
      files: `${limit(20)}import asyncpg\n\napp = 1\n\nasync def connect(url):\n    return await asyncpg.connect(url, «timeout=60»)\n`,
    },
    {
      files: `${limit(30)}${main}engine = create_engine("postgresql://db.example.com/app", pool_size=1, pool_timeout=15)\n`,
    },
    {
      files: `-- api/index.py\n${main}engine = create_engine("postgresql://db.example.com/app", pool_timeout=30)\n`,
      note: 'Vercel allows more by default',
    },
    {
      files: `${limit(10)}${main}-- scripts/load.py\nfrom sqlalchemy import create_engine\nengine = create_engine("postgresql://db.example.com/app", pool_timeout=60)\n`,
      note: 'a file that no function imports',
    },
    {
      files: `${limit(10)}${main}engine = create_engine("sqlite:///:memory:", connect_args={"timeout": 60})\n`,
      note: 'SQLite waits for a lock, not for a connection',
    },
    {
      files: `${limit(10)}${main}engine = create_engine("postgresql://db.example.com/app", pool_timeout=`,
      note: 'half typed',
    },
  ],

  *check(document, context) {
    const waits = [...ofEngines(document, context), ...ofConnections(document, context)];
    const duration = waits.length > 0 ? durationOf(context.project, context.deployment, context.path) : undefined;
    if (!duration) return;
    for (const { name, keyword } of waits) {
      const seconds = constantNumber(document, keyword.value);
      if (seconds === undefined || seconds < duration.seconds) continue;
      const path = relativeTo(context.project.root, duration.path);
      const file = path.length > 40 ? 'the function' : path;
      yield {
        span: keyword.span,
        message: `\`${name}\` waits ${seconds} s, but ${file} is stopped after ${duration.seconds} s, before it can say why. Set it lower.`,
        related: relatedTo(context, duration),
      };
    }
  },
});

interface Wait {
  readonly name: string;
  readonly keyword: Keyword;
}

function ofEngines(document: PythonDocument, context: RuleContext): Wait[] {
  return engineCalls(document, context).flatMap((engine) => {
    if (isSqlite(document, engine, context)) return [];
    const { values } = engine.keywords;
    const connectArgs = values.get('connect_args')?.value;
    const options = connectArgs ? entriesOf(document, connectArgs).values : new Map<string, Keyword>();
    const pool = poolOf(document, engine).kind === 'queue' ? named(values, ['pool_timeout']) : [];
    return [...pool, ...named(options, ['connect_timeout', 'timeout'])];
  });
}

function ofConnections(document: PythonDocument, { project, path }: RuleContext): Wait[] {
  return outsideCalls(project, path, document).flatMap(({ site: { call, atImport, within }, name: called }) => {
    const name = connectionTimeouts.get(called);
    if ((!atImport && !within) || !isClosed(document, call)) return [];
    return name === undefined ? [] : named(keywordsOf(document, call).values, [name]);
  });
}

function named(values: ReadonlyMap<string, Keyword>, names: readonly string[]): Wait[] {
  return names.flatMap((name) => {
    const keyword = values.get(name);
    return keyword ? [{ name, keyword }] : [];
  });
}

function relatedTo({ project }: RuleContext, { pattern, seconds }: FunctionDuration): RelatedPlace[] {
  const document = vercelJsonOf(project);
  const node = document && pattern !== undefined && jsonAt(document, ['functions', pattern, 'maxDuration']);
  if (!node) return [];
  const path = inside(project.root, 'vercel.json');
  return [{ path, span: spanOf(node), message: `The function may run ${seconds} s.` }];
}

import { importClosure, startingPoints } from '../../deployment/importClosure.ts';
import { outsideCalls } from '../../deployment/meaning.ts';
import { pinnedBuilder } from '../../deployment/pinnedBuilder.ts';
import { compareVersions, parseVersion } from '../../documents/pep440.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { isClosed } from '../../documents/python/scope.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { engineCalls } from './engineCalls.ts';
import { poolOf } from './poolSettings.ts';

const head = (version: string) =>
  `-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python${version}" }] }\n-- main.py\n`;
const engine = 'from sqlalchemy.ext.asyncio import create_async_engine\n';
const url = '"postgresql+asyncpg://db.example.com/app"';

export default defineRule({
  name: 'async-pool-at-import',
  area: 'database',
  subject: 'python',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary:
    'A pool of asynchronous connections for all requests, on a builder that gives each request a loop of its own.',
  why: 'Up to @vercel/python 6.0.2 the runtime served each request of an ASGI application in a new event loop. A connection belongs to the loop that opened it, so the second request that takes it from the pool fails: "attached to a different loop", "Event loop is closed". The builder that is current serves all requests in one loop.',
  source: 'https://github.com/vercel/vercel/pull/14192',
  examples: [
    { files: `${head('@4.3.1')}${engine}\nengine = «create_async_engine(${url})»\n` },
    {
      files: `-- vercel.json\n{ "functions": { "api/*.py": { "runtime": "@vercel/python@6.0.2" } } }\n-- api/index.py\nimport asyncio\nimport asyncpg\n\napp = 1\npool = asyncio.run(«asyncpg.create_pool("postgresql://db.example.com/app")»)\n`,
    },
    { files: `${head('')}${engine}\nengine = create_async_engine(${url})\n`, note: 'the builder that is current' },
    { files: `${head('@6.0.3')}${engine}\nengine = create_async_engine(${url})\n`, note: 'one loop for all requests' },
    {
      files: `${head('@4.3.1')}${engine}from sqlalchemy.pool import NullPool\n\nengine = create_async_engine(${url}, poolclass=NullPool)\n`,
      note: 'no connection outlives its request',
    },
    {
      files: `${head('@4.3.1')}${engine}\ndef engine():\n    return create_async_engine(${url})\n`,
      note: 'made on demand',
    },
    { files: `${head('@4.3.1')}${engine}\nengine = create_async_engine(${url}`, note: 'half typed' },
  ],

  *check(document, context) {
    const spans = poolsAtImport(document, context);
    const version = spans.length > 0 ? oldBuilder(context) : undefined;
    if (version === undefined) return;
    for (const span of spans) {
      yield {
        span,
        message: `With @vercel/python ${version} each request has an event loop of its own, and this pool belongs to one. Drop the version.`,
      };
    }
  },
});

/** The last version of the builder whose runtime makes a loop for each request. */
const lastWithManyLoops = '6.0.2';

/** The pinned version of a function that imports this module, where it is as old as that. */
function oldBuilder({ project, deployment, path }: RuleContext): string | undefined {
  const limit = parseVersion(lastWithManyLoops);
  return startingPoints(project, deployment)
    .filter((one) => importClosure(project, [one]).has(path))
    .flatMap((one) => pinnedBuilder(project, one) ?? [])
    .find((text) => {
      const version = parseVersion(text);
      return version !== undefined && limit !== undefined && compareVersions(version, limit) <= 0;
    });
}

function poolsAtImport(document: PythonDocument, context: RuleContext): Span[] {
  const engines = engineCalls(document, context).filter(
    (one) => one.kind === 'async' && one.atImport && !one.conditional && poolOf(document, one).kind === 'queue',
  );
  const pools = outsideCalls(context.project, context.path, document).filter(({ site, name }) => {
    const { call, atImport, conditional } = site;
    return name === 'asyncpg.create_pool' && atImport && !conditional && isClosed(document, call);
  });
  return [...engines.map(({ span }) => span), ...pools.map(({ site }) => site.call.span)];
}

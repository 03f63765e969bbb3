import type { PythonDocument } from '../../documents/python/document.ts';
import { type CallSite, calls, isClosed, qualifiedName, resolvedValue } from '../../documents/python/scope.ts';
import { importTimeWork } from '../../facts/importTimeWork.ts';
import { startupMethods, startupWork } from '../../facts/startupWork.ts';
import { textAt } from '../../text/span.ts';
import { importChain, isAlwaysImported } from '../importChain.ts';
import { defineRule } from '../rule.ts';
import { startupFunctions } from './startupFunctions.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'lifespan-work',
  area: 'cold-start',
  subject: 'python',
  severity: 'info',
  status: 'preview',
  since: '0.1.0',
  summary: 'Connections or migrations in the lifespan or at the startup event.',
  why: 'Vercel starts the application inside the first request to a new instance (since @vercel/python 6.0.3; before that, it did not run the lifespan at all). So that request waits for all that happens there, on every cold start, and where it fails the instance ends.',
  ignore: 'Each request needs it, and it is quick.',
  source: 'https://vercel.com/docs/frameworks/backend/fastapi',
  examples: [
    {
      files: `${head}from contextlib import asynccontextmanager\n\nimport asyncpg\nfrom fastapi import FastAPI\n\n\n@asynccontextmanager\nasync def lifespan(app):\n    """Opens the pool, and yields."""\n    app.state.pool = await «asyncpg.create_pool("postgresql://db/app")»\n    yield\n    await app.state.pool.close()\n\n\napp = FastAPI(lifespan=lifespan)\n`,
    },
    {
      files: `${head}from alembic import command\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.on_event("startup")\ndef migrate():\n    «command.upgrade(config, "head")»\n`,
    },
    {
      files: `${head}from contextlib import asynccontextmanager\n\nfrom fastapi import FastAPI\nfrom app.db import Base, engine\n\n\n@asynccontextmanager\nasync def lifespan(app):\n    async with engine.begin() as connection:\n        await «connection.run_sync(Base.metadata.create_all)»\n    yield\n\n\napp = FastAPI(lifespan=lifespan)\n`,
    },
    {
      files: `${head}from contextlib import asynccontextmanager\n\nimport httpx\nfrom fastapi import FastAPI\n\n\n@asynccontextmanager\nasync def lifespan(app):\n    app.state.http = httpx.AsyncClient()\n    yield\n    httpx.get("https://example.com/stopped")\n\n\napp = FastAPI(lifespan=lifespan)\n`,
      note: 'nothing connects before the `yield`',
    },
    {
      files: `${head}import asyncpg\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\nasync def pool():\n    return await asyncpg.create_pool("postgresql://db/app")\n\n\n@app.on_event("shutdown")\nasync def stop():\n    await asyncpg.connect("postgresql://db/app")\n`,
    },
    {
      files: `${head}import asyncpg\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n@app.on_event("startup")\nasync def start():\n    await asyncpg.create_pool(`,
      note: 'half typed',
    },
  ],

  *check(document, context) {
    if (!isAlwaysImported(context)) return;
    const startups = startupFunctions(document);
    if (startups.length === 0) return;
    for (const site of calls(document)) {
      const startup = startups.find(({ definition }) => definition === site.within);
      if (!startup || site.call.span.start >= startup.end || site.conditional || !isClosed(document, site.call))
        continue;
      const work = workOf(document, site);
      if (!work) continue;
      const called = `\`${textAt(document.text, site.call.callee.span)}()\``;
      yield {
        span: site.call.span,
        message: `${called.length > 40 ? 'This' : called} runs inside the first request of every new instance, which waits for it. ${advice[work]}`,
        related: importChain(context),
      };
    }
  },
});

type Work = 'pool' | 'migration' | 'other';

const advice: { readonly [W in Work]: string } = {
  pool: 'Connect on first use.',
  migration: 'Run it when you deploy.',
  other: 'Do it on first use.',
};

function workOf(document: PythonDocument, { name, call }: CallSite): Work | undefined {
  if (makesTables(document, call.callee) || call.arguments.some(({ value }) => makesTables(document, value)))
    return 'migration';
  const known =
    name === undefined ? undefined : (startupWork.get(name) ?? (importTimeWork.has(name) ? 'other' : undefined));
  if (known || call.callee.kind !== 'attribute') return known;
  const object = resolvedValue(document, call.callee.value);
  const maker = object.kind === 'call' ? qualifiedName(document, object.callee) : undefined;
  return startupMethods.get(maker ?? '')?.has(call.callee.attribute) ? 'pool' : undefined;
}

/** `Base.metadata.create_all`, as it is called or handed to `run_sync`. */
function makesTables(
  { text }: PythonDocument,
  expression: { readonly kind: string; readonly span: { start: number; end: number } },
): boolean {
  return expression.kind === 'attribute' && /\bmetadata\.create_all$/.test(textAt(text, expression.span));
}

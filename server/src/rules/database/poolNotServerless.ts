import type { PythonDocument } from '../../documents/python/document.ts';
import { largestServerlessPool, serverDialects, serverlessPool } from '../../facts/database.ts';
import { defineRule, type Fix } from '../rule.ts';
import { type EngineCall, engineCalls, schemeOf } from './engineCalls.ts';
import { changeKeywords, written } from './keywordEdit.ts';
import { type Pool, poolOf, poolSettings } from './poolSettings.ts';
import { isSqlite, mayBeSqlite } from './sqlite.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const settings = 'pool_size=1, max_overflow=2, pool_timeout=15, pool_recycle=300';

export default defineRule({
  name: 'pool-not-serverless',
  area: 'database',
  subject: 'python',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'An engine without pool settings that suit a function.',
  why: 'Every instance of a function has a pool of its own. By default it holds 5 connections and opens 10 more under load, so a handful of instances takes all that a small database allows: "remaining connection slots are reserved". A pool of 1 with an overflow of 2, a wait of 15 seconds and a recycle of 300 seconds fits an instance that serves few requests at a time and sleeps in between.',
  ignore: 'The database lies behind a pooler that has room for all instances.',
  source: 'https://docs.sqlalchemy.org/en/20/core/pooling.html#sqlalchemy.pool.QueuePool',
  examples: [
    {
      files: `${head}from sqlalchemy import create_engine\n\nengine = «create_engine("postgresql://db.example.com/app")»\n`,
      fixed: `${head}from sqlalchemy import create_engine

engine = create_engine(
    "postgresql://db.example.com/app",
    pool_size=1,
    max_overflow=2,
    pool_timeout=15,
    pool_recycle=300,
)
`,
    },
    {
      files: `${head}import os\nfrom sqlmodel import create_engine as ce\n\nengine = «ce(os.environ["DB_URL"])»\n`,
      fixed: `${head}import os\nfrom sqlmodel import create_engine as ce\n\nengine = ce(os.environ["DB_URL"], ${settings})\n`,
    },
    {
      files: `${head}import sqlalchemy.ext.asyncio as sa

def engine(url):
    return «sa.create_async_engine(
        url,  # of the pooler
        echo=False,  # too loud
        # the end
    )»
`,
      fixed: `${head}import sqlalchemy.ext.asyncio as sa

def engine(url):
    return sa.create_async_engine(
        url,  # of the pooler
        echo=False,  # too loud
        pool_size=1,
        max_overflow=2,
        pool_timeout=15,
        pool_recycle=300,
        # the end
    )
`,
    },
    {
      files: `${head}from sqlalchemy import create_engine\n\nengine = «create_engine(url, pool_size=20)»\n`,
      fixed: `${head}from sqlalchemy import create_engine\n\nengine = create_engine(url, ${settings})\n`,
      note: 'too large a pool',
    },
    { files: `${head}from sqlalchemy import create_engine\n\nengine = create_engine(url, ${settings})\n` },
    {
      files: `${head}from sqlalchemy import create_engine\nfrom sqlalchemy.pool import NullPool\n\nengine = create_engine(url, poolclass=NullPool)\n`,
      note: 'NullPool holds no connection',
    },
    { files: `${head}from sqlalchemy import create_engine\n\nURL = "sqlite:///app.db"\nengine = create_engine(URL)\n` },
    {
      files: `${head}from sqlalchemy import create_engine\n\nengine = create_engine(url, **options_of(url))\n`,
      note: 'settings that the file does not tell',
    },
    {
      files: `${head}from flask import Flask\n\napp = Flask(__name__)\napp.config["SQLALCHEMY_ENGINE_OPTIONS"] = «{"pool_size": 10}»\n`,
      fixed: `${head}from flask import Flask\n\napp = Flask(__name__)\napp.config["SQLALCHEMY_ENGINE_OPTIONS"] = {
    "pool_size": 1,
    "max_overflow": 2,
    "pool_timeout": 15,
    "pool_recycle": 300,
}
`,
      note: 'Flask-SQLAlchemy',
    },
    {
      files: `${head}from db import *\n\nengine = «create_engine("postgresql://db.example.com/app")»\n-- db/__init__.py\nfrom .engines import create_engine\n-- db/engines.py\nfrom sqlalchemy import create_engine\n`,
      note: 'by way of a module of the project',
    },
    {
      files: `${head}from sqlalchemy import create_engine\n\nOPTIONS = {"echo": False}\nOPTIONS["pool_size"] = 1\nOPTIONS.update(max_overflow=2, pool_timeout=15)\nengine = create_engine("postgresql://db.example.com/app", **OPTIONS)\n`,
      note: 'settings that are put into a dict one by one',
    },
    {
      files: `${head}class DevelopmentConfig:\n    SQLALCHEMY_ENGINE_OPTIONS = {"pool_size": 10}\n`,
      note: 'a configuration for development',
    },
    { files: `${head}from sqlalchemy import create_engine\n\nengine = create_engine(url, `, note: 'half typed' },
  ],

  *check(document, context) {
    for (const engine of engineCalls(document, context)) {
      const { url } = engine;
      const scheme = url && schemeOf(document, url)?.scheme;
      if ((!url && engine.by === 'call') || isSqlite(document, engine, context)) continue;
      if (scheme !== undefined && !serverDialects.has(scheme.split('+')[0] ?? '')) continue;
      const pool = poolOf(document, engine);
      if (pool.kind === 'other' || (pool.kind === 'queue' && pool.most <= largestServerlessPool)) continue;
      const certain = scheme !== undefined || !mayBeSqlite(document, context);
      yield {
        span: engine.span,
        message: messageFor(pool),
        fixes: fixesFor(document, engine, pool, certain),
      };
    }
  },
});

function messageFor(pool: Pool): string {
  if (pool.kind !== 'queue') {
    return "`StaticPool` gives all requests of an instance one connection, and they get in each other's way. Set a pool of 1.";
  }
  const many = Number.isFinite(pool.most) ? `up to ${pool.most} connections` : 'connections without limit';
  return `Each instance opens ${many}, and instances are many. Set a pool of 1 with an overflow of 2.`;
}

/**
 * Safe where it replaces nothing that somebody wrote, and where no SQLite in memory can be meant, which refuses the
 * settings.
 */
function fixesFor(document: PythonDocument, { list, keywords }: EngineCall, pool: Pool, certain: boolean): Fix[] {
  if (list.arguments.length === 0) return [];
  const given: readonly string[] =
    pool.kind === 'queue' ? pool.given : poolSettings.filter((name) => keywords.values.has(name));
  const isOwn = given.every((name) => list.arguments.some((argument) => argument.name === name));
  if (!isOwn || (pool.kind === 'static' && given.length > 0)) return [];
  const texts = poolSettings.map((name) => [name, written(document, list, name, `${serverlessPool[name]}`)] as const);
  const replaced = new Map<string, string>(texts.filter(([name]) => given.includes(name)));
  const added = texts.flatMap(([name, text]) => (given.includes(name) ? [] : [text]));
  const [first = '', ...rest] = added;
  const change =
    pool.kind === 'static' ? { replaced: new Map([['poolclass', first]]), added: rest } : { replaced, added };
  const safety = certain && pool.kind === 'queue' && given.length === 0 ? 'safe' : 'unsafe';
  const title = 'Set the serverless pool settings (size 1, overflow 2, timeout 15, recycle 300)';
  return [{ title, safety, edits: changeKeywords(document, list, change) }];
}

import type { PythonDocument } from '../../documents/python/document.ts';
import { refusedOptions } from '../../facts/driverOptions.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { type GivenOption, givenOptions } from './driverOptions.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'driver-option-unknown',
  area: 'database',
  subject: 'python',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A connection option that this PostgreSQL driver does not know.',
  why: 'asyncpg and psycopg name their options differently, and each refuses the other\'s: "connect() got an unexpected keyword argument \'sslmode\'", "invalid connection option \\"command_timeout\\"". No connection is ever made.',
  source: 'https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.connection.connect',
  examples: [
    {
      files: `${head}from sqlalchemy.ext.asyncio import create_async_engine\n\nengine = create_async_engine("postgresql+asyncpg://db/app?«sslmode=require»")\n`,
      fixed: `${head}from sqlalchemy.ext.asyncio import create_async_engine\n\nengine = create_async_engine("postgresql+asyncpg://db/app?ssl=require")\n`,
    },
    {
      files: `-- requirements.txt\nsqlalchemy\npsycopg2-binary\n${head}import os\nfrom sqlalchemy import create_engine\n\nengine = create_engine(os.environ["DATABASE_URL"], connect_args={"sslmode": "require", «"command_timeout": 60»})\n`,
      note: 'psycopg2 is the only driver in the manifest',
    },
    {
      files: `${head}import asyncpg\n\nasync def connect(url):\n    return await asyncpg.connect(url, «dbname="app"»)\n`,
      fixed: `${head}import asyncpg\n\nasync def connect(url):\n    return await asyncpg.connect(url, database="app")\n`,
    },
    {
      files: `${head}import asyncpg\n\nasync def connect():\n    return await asyncpg.connect("postgresql://db/app?sslmode=require")\n`,
    },
    {
      files: `${head}import asyncpg\n\nasync def pool(url):\n    return await asyncpg.create_pool(url, ssl="require", command_timeout=60)\n`,
    },
    {
      files: `${head}from sqlalchemy import create_engine\n\nengine = create_engine(url, connect_args={"command_timeout": 60})\n`,
      note: 'nothing tells the driver',
    },
    {
      files: `${head}import asyncpg\n\nasync def connect(url):\n    return await asyncpg.connect(url, sslmode=`,
      note: 'half typed',
    },
  ],

  *check(document, context) {
    for (const option of givenOptions(document, context)) {
      const refused = refusedOptions[option.driver];
      const found = Object.hasOwn(refused, option.name) ? refused[option.name] : undefined;
      if (!found) continue;
      const { sameAs, instead } = found;
      const advice = sameAs ? `Write \`${sameAs}\`.` : instead ? `Write \`${instead}\`.` : 'Remove it.';
      yield {
        span: option.span,
        message: `\`${option.name}\` is no option of ${option.driver}, so no connection is made. ${advice}`,
        fixes: sameAs ? fixesFor(document, option, sameAs) : [],
      };
    }
  },
});

/** The other name, where this one is written out and not made by a variable. */
function fixesFor({ text }: PythonDocument, { name, nameSpan }: GivenOption, sameAs: string): Fix[] {
  if (textAt(text, nameSpan) !== name) return [];
  return [{ title: `Change to \`${sameAs}\``, safety: 'safe', edits: [{ span: nameSpan, newText: sameAs }] }];
}

import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { problemsIn } from '../support/check.ts';

const build =
  '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\nimport os\napp = 1\n';
const sync = `${build}from sqlalchemy import URL, create_engine, make_url\n`;
const asynchronous = `${build}from sqlalchemy import URL\nfrom sqlalchemy.ext.asyncio import create_async_engine\n`;
const small = 'pool_size=1, max_overflow=2';
const pooler = 'aws-0-eu.pooler.supabase.com:6543/postgres';
const database = rules.filter(({ area }) => area === 'database');

/** What the rules on databases say, as `severity rule`. */
async function said(files: string): Promise<string[]> {
  const problems = await problemsIn(files, database);
  return problems.map(({ severity, rule }) => `${severity} ${rule.name}`).sort();
}

describe('the URL of a database is read', () => {
  it.each([
    ['from a literal', `${sync}e = create_engine("sqlite:///a.db")\n`, ['warning sqlite-file']],
    ['from parts', `${sync}e = create_engine("sqlite:///" + "a.db")\n`, ['warning sqlite-file']],
    ['by make_url', `${sync}e = create_engine(make_url("sqlite:///a.db"))\n`, ['warning sqlite-file']],
    ['from a fallback', `${sync}e = create_engine(os.getenv("U", "sqlite:///a.db"), ${small})\n`, ['info sqlite-file']],
    ['behind or', `${sync}e = create_engine(os.getenv("U") or "sqlite:///a.db", ${small})\n`, ['info sqlite-file']],
    [
      'through replace',
      `${sync}U = os.getenv("U", "sqlite:///a.db").replace("postgres://", "postgresql://", 1)\ne = create_engine(U, ${small})\n`,
      ['info sqlite-file'],
    ],
    [
      'from URL.create',
      `${asynchronous}u = URL.create("postgresql+asyncpg", password="p", host="h.pooler.supabase.com", port=6543)\ne = create_async_engine(u, ${small})\n`,
      ['error asyncpg-statement-cache', 'info pooler-with-pool'],
    ],
    [
      'from host and port',
      `${build}import asyncpg\nasync def c(p):\n    return await asyncpg.connect(host="db.abc.supabase.co", port=5432, password=p)\n`,
      ['warning direct-database-host'],
    ],
    [
      'from a port alone',
      `${build}import asyncpg\nasync def c(h):\n    return await asyncpg.connect(host=h, port=6543)\n`,
      ['error asyncpg-statement-cache'],
    ],
    [
      'from vercel.json, which sets the variable',
      `-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "env": { "U": "postgresql+asyncpg://u:p@${pooler}" } }\n-- main.py\nimport os\nfrom sqlalchemy.ext.asyncio import create_async_engine\napp = 1\ne = create_async_engine(os.environ.get("U", "sqlite:///a.db"), ${small})\n`,
      ['error asyncpg-statement-cache', 'info pooler-with-pool'],
    ],
  ])('%s', async (_title, files, expected) => {
    expect(await said(files)).toEqual(expected);
  });

  it.each([
    [
      'where a condition chooses it',
      `${sync}D = "/tmp/a.db" if os.getenv("VERCEL") else "a.db"\ne = create_engine(f"sqlite:///{D}")\n`,
    ],
    [
      'where it is replaced later',
      `${sync}U = os.getenv("U")\nif not U:\n    U = "sqlite:///a.db"\ne = create_engine(U, ${small})\n`,
    ],
    [
      'where a field is the host',
      `${asynchronous}e = create_async_engine(f"postgresql+asyncpg://u:{p}@{h}:{port}/d", ${small})\n`,
    ],
    [
      'where the variable names another one',
      `-- vercel.json\n{ "env": { "U": "@u" }, "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\nimport os\nfrom sqlalchemy import create_engine\ne = create_engine(os.environ["U"], ${small})\n`,
    ],
  ])('not %s', async (_title, files) => {
    expect(await said(files)).toEqual([]);
  });
});

it('gives no password away', async () => {
  const secret = 'hunter2hunter2';
  const files = [
    `${asynchronous}e = create_async_engine("postgresql+asyncpg://u:${secret}@${pooler}", ${small})\n`,
    `${sync}e = create_engine("postgresql://u:${secret}@db.abc.supabase.co:5432/postgres")\n`,
    `${build}import asyncpg\nasync def c():\n    return await asyncpg.create_pool("postgresql://u:${secret}@${pooler}")\n`,
    `-- vercel.json\n{}\n-- requirements.txt\n--index-url https://u:${secret}@pypi.example.com/simple\n-- main.py\napp = 1\n`,
  ];
  for (const text of files) {
    const problems = await problemsIn(text, rules);
    const told = problems.map(({ message, fixes, related }) => ({ message, fixes, related }));
    expect(problems.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toContain(secret);
  }
});

import { describe, expect, it } from 'vitest';
import databaseUrlScheme from '../../server/src/rules/database/databaseUrlScheme.ts';
import driverOptionUnknown from '../../server/src/rules/database/driverOptionUnknown.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { problemsIn } from '../support/check.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const imports =
  'from sqlalchemy import create_engine, URL as U\nfrom sqlalchemy.ext.asyncio import create_async_engine\n';

describe('database-url-scheme', () => {
  const found = async (code: string) => {
    const text = parseExample(head + imports + code).files.get('main.py')?.text ?? '';
    const problems = await problemsIn(head + imports + code, [databaseUrlScheme]);
    return problems.map(
      ({ span }) => `${text.slice(0, span.start).split('\n').at(-1)}|${text.slice(span.start, span.end)}`,
    );
  };

  it('finds the name behind any prefix and quotes', async () => {
    expect(await found("e = create_engine(r'''postgres://db/a''')\n")).toEqual(["e = create_engine(r'''|postgres"]);
    expect(await found('e = create_engine(U.create("postgres", host="db"))\n')).toEqual([
      'e = create_engine(U.create("|postgres',
    ]);
    expect(await found('class Config:\n    SQLALCHEMY_DATABASE_URI = "postgres://db/a"\n')).toHaveLength(1);
  });

  it('says a URL that two engines share once', async () => {
    expect(await found('V = "postgres://db/a"\na = create_engine(V)\nb = create_engine(V)\n')).toHaveLength(1);
  });

  it('never shows the URL', async () => {
    const problems = await problemsIn(`${head}${imports}e = create_engine("postgres://me:secret@db/a")\n`, [
      databaseUrlScheme,
    ]);
    expect(problems).toHaveLength(1);
    expect(JSON.stringify(problems.map(({ message, fixes }) => [message, fixes]))).not.toContain('secret');
  });

  it.each([
    'e = create_engine("postgresql+psycopg2://db/a")\n',
    'e = create_engine(os.environ["URL"])\n',
    'e = create_engine(os.getenv("URL", "postgres://db/a").replace("postgres://", "postgresql://"))\n',
    'V = "postgres://db/a"\nif V.startswith("postgres://"):\n    V = V.replace("postgres://", "postgresql://")\ne = create_engine(V)\n',
    'app.config["SQLALCHEMY_DATABASE_URI"] = url\n',
    'DATABASE_URL = "postgres://db/a"\n',
  ])('is silent on %s', async (code) => {
    expect(await found(code)).toEqual([]);
  });
});

describe('driver-option-unknown', () => {
  const found = async (code: string, requirements = '') => {
    const files = `-- requirements.txt\n${requirements}\n${head}${imports}${code}`;
    const text = parseExample(files).files.get('main.py')?.text ?? '';
    return (await problemsIn(files, [driverOptionUnknown])).map(({ span }) => text.slice(span.start, span.end));
  };

  it.each([
    [
      'e = create_async_engine(f"postgresql+asyncpg://{h}/a?x=1&channel_binding=require")\n',
      ['channel_binding=require'],
    ],
    [
      'A = {"sslmode": "require"}\ne = create_async_engine("postgresql+asyncpg://db/a", connect_args=A)\n',
      ['"sslmode": "require"'],
    ],
    [
      'import psycopg2\nc = psycopg2.connect(dsn, statement_cache_size=0, ssl=True)\n',
      ['statement_cache_size=0', 'ssl=True'],
    ],
    ['import psycopg\nc = psycopg.connect(dsn, server_settings={})\n', ['server_settings={}']],
    ['import asyncpg\np = asyncpg.create_pool(dsn, application_name="x", min_size=1)\n', ['application_name="x"']],
    ['e = create_engine("postgresql://db/a?sslmode=require", connect_args={"timeout": 5})\n', ['"timeout": 5']],
  ])('finds %s', async (code, options) => {
    expect(await found(code)).toEqual(options);
  });

  it.each([
    ['e = create_engine(url, connect_args={"command_timeout": 5})\n', 'pyodbc\npsycopg2'],
    ['e = create_async_engine(url, connect_args={"sslmode": "require"})\n', 'psycopg2'],
    ['e = create_engine("mysql://db/a", connect_args={"ssl": {}})\n', 'psycopg2'],
    ['e = create_async_engine("postgresql+asyncpg://db/a?ssl=require&prepared_statement_cache_size=0")\n', ''],
    ['e = create_engine("postgresql+pg8000://db/a", connect_args={"timeout": 5})\n', ''],
    ['import psycopg2\nc = psycopg2.connect(host="h", connect_timeout=5, sslmode="require")\n', ''],
  ])('is silent on %s', async (code, requirements) => {
    expect(await found(code, requirements)).toEqual([]);
  });
});

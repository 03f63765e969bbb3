import { describe, expect, it } from 'vitest';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { problemsIn, withChanges } from '../support/check.ts';

const build = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n';
const main = `${build}-- main.py\nimport os\nfrom sqlalchemy import URL, create_engine\napp = 1\n`;
const flask = `${build}-- main.py\nfrom flask import Flask\nfrom flask_sqlalchemy import SQLAlchemy\napp = Flask(__name__)\n`;
const database = rules.filter(({ area }) => area === 'database');

/** What the rules on databases say, as `severity rule`. */
async function said(files: string): Promise<string[]> {
  const problems = await problemsIn(files, database);
  return problems.map(({ severity, rule }) => `${severity} ${rule.name}`).sort();
}

describe('an engine for which a test asks what the database is', () => {
  const pooled = 'create_engine(URL, pool_size=20)';

  it.each([
    ['in a function', `def make(URL):\n    if URL.startswith("sqlite"):\n        return ${pooled}\n`],
    ['in try', `try:\n    if URL.startswith("sqlite"):\n        e = ${pooled}\nexcept ValueError:\n    raise\n`],
    ['in with', `with lock:\n    if "sqlite" in URL:\n        e = ${pooled}\n`],
    ['in for', `for URL in URLS:\n    if "sqlite" in URL:\n        e = ${pooled}\n`],
    ['in a class', `class Db:\n    if "sqlite" in URL:\n        e = ${pooled}\n`],
    ['in else after not', `if not URL.startswith("sqlite"):\n    e = None\nelse:\n    e = ${pooled}\n`],
    ['in elif after !=', `if KIND != "sqlite":\n    e = None\nelif URL:\n    e = ${pooled}\n`],
    [
      'in a branch of its branch',
      `if "sqlite" in URL:\n    e = None\nelse:\n    if "sqlite" in OTHER:\n        e = ${pooled}\n`,
    ],
    ['for Vercel', `if os.getenv("VERCEL"):\n    e = None\nelse:\n    e = ${pooled}\n`],
    ['by a name', 'e = create_engine(SQLITE_URL, pool_size=20)\n'],
    ['by an option', 'e = create_engine(URL, connect_args={"check_same_thread": False})\n'],
  ])('is left alone %s', async (_title, text) => {
    expect(await said(`${main}${text}`)).toEqual([]);
  });

  it.each([
    ['in else', `if URL.startswith("sqlite"):\n    e = None\nelse:\n    e = ${pooled}\n`],
    ['after not', `if not URL.startswith("sqlite"):\n    e = ${pooled}\n`],
    ['where another test stands first', `if URL is None:\n    e = None\nelse:\n    e = ${pooled}\n`],
    [
      'in a function beside it',
      `def small(URL):\n    if "sqlite" in URL:\n        return None\n\n\ndef make(URL):\n    return ${pooled}\n`,
    ],
  ])('counts %s', async (_title, text) => {
    expect(await said(`${main}${text}`)).toEqual(['warning pool-not-serverless']);
  });
});

describe('the address of a database', () => {
  const small = 'pool_size=1, max_overflow=2';

  it.each([
    [
      'is stripped',
      `U = os.getenv("U", "sqlite:///a.db").strip()\ne = create_engine(U, ${small})\n`,
      ['info sqlite-file'],
    ],
    [
      'is what decouple falls back to',
      `from decouple import config\ne = create_engine(config("U", default="sqlite:///a.db"), ${small})\n`,
      ['info sqlite-file'],
    ],
    [
      'is made of named parts',
      `e = create_engine(URL.create(drivername="sqlite", database="a.db"))\n`,
      ['warning sqlite-file'],
    ],
    ['is written in capitals', `e = create_engine("SQLITE:///a.db")\n`, ['warning sqlite-file']],
    ['has blanks around it', `e = create_engine(" sqlite:///a.db ")\n`, ['warning sqlite-file']],
    ['is the second after a certain one', `e = create_engine("postgresql://h/d" or "sqlite:///a.db", ${small})\n`, []],
    ['is in memory', 'e = create_engine("sqlite:///:memory:")\n', []],
    ['lies below /tmp', 'e = create_engine("sqlite:////tmp/a.db")\n', []],
    ['is only read', 'e = create_engine("sqlite:///file:a.db?mode=ro&uri=true")\n', []],
    ['is split by an unknown method', `e = create_engine(os.getenv("U", "sqlite:///a.db").split()[0], ${small})\n`, []],
    [
      'is replaced by what is not known',
      `e = create_engine(os.getenv("U", "sqlite:///a.db").replace("sqlite", KIND), ${small})\n`,
      [],
    ],
    [
      'is that of decouple without a name that is known',
      `from decouple import config\ne = create_engine(config(NAME, cast=str), ${small})\n`,
      [],
    ],
  ])('%s', async (_title, text, expected) => {
    expect(await said(`${main}${text}`)).toEqual(expected);
  });
});

describe('settings of Flask-SQLAlchemy', () => {
  it.each([
    ['in app.config.update', 'app.config.update(SQLALCHEMY_ENGINE_OPTIONS={"pool_size": 10})\n'],
    ['in from_mapping', 'app.config.from_mapping(SQLALCHEMY_ENGINE_OPTIONS={"pool_size": 10})\n'],
    ['handed over', 'db = SQLAlchemy(app, engine_options={"pool_size": 10})\n'],
    ['in a class', 'class Config:\n    SQLALCHEMY_ENGINE_OPTIONS = dict(pool_size=10)\n'],
  ])('count %s', async (_title, text) => {
    expect(await said(`${flask}${text}`)).toEqual(['warning pool-not-serverless']);
  });

  it.each([
    ['of another extension', 'db = Other(app, engine_options={"pool_size": 10})\n'],
    ['of another name', 'app.config.update(OTHER_SQLALCHEMY_ENGINE_OPTIONS={"pool_size": 10})\n'],
    ['of another method', 'app.config.get(SQLALCHEMY_ENGINE_OPTIONS={"pool_size": 10})\n'],
    ['under a condition', 'if DEBUG:\n    app.config.update(SQLALCHEMY_ENGINE_OPTIONS={"pool_size": 10})\n'],
    ['half typed', 'app.config.update(SQLALCHEMY_ENGINE_OPTIONS={"pool_size": 10}'],
    ['for tests', 'class TestConfig:\n    SQLALCHEMY_ENGINE_OPTIONS = {"pool_size": 10}\n'],
    ['that are not written there', 'app.config["SQLALCHEMY_ENGINE_OPTIONS"] = options()\n'],
  ])('do not count %s', async (_title, text) => {
    expect((await said(`${flask}${text}`)).filter((one) => one.endsWith('pool-not-serverless'))).toEqual([]);
  });
});

it('turns the statement cache off where an engine has no arguments for its driver yet', async () => {
  const before = `${build}-- main.py\nfrom sqlalchemy.ext.asyncio import create_async_engine\n\nengine = create_async_engine("postgresql+asyncpg://app@aws-0-eu.pooler.supabase.com:6543/postgres")\n`;
  const rule = rules.filter(({ name }) => name === 'asyncpg-statement-cache');
  const [problem] = await problemsIn(before, rule);
  const after = withChanges(parseExample(before).files, problem?.fixes[0]?.changes ?? []).get('main.py')?.text;
  expect(after).toContain('connect_args={"statement_cache_size": 0, "prepared_statement_cache_size": 0, ');
  expect(after).toContain('from uuid import uuid4\n');
  expect(await problemsIn(`${build}-- main.py\n${after}`, rule)).toEqual([]);
});

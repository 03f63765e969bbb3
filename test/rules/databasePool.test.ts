import { describe, expect, it } from 'vitest';
import rule from '../../server/src/rules/database/poolNotServerless.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { problemsIn, withChanges } from '../support/check.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const imports = 'from sqlalchemy import create_engine\nfrom sqlalchemy.ext.asyncio import create_async_engine\n';
const settings = 'pool_size=1, max_overflow=2, pool_timeout=15, pool_recycle=300';
const lines = (indentation: string) =>
  ['pool_size=1', 'max_overflow=2', 'pool_timeout=15', 'pool_recycle=300']
    .map((line) => indentation + line)
    .join(',\n');

/** `code` after the first fix, and whether that is safe; `undefined` where nothing is found. */
async function fixOf(code: string): Promise<{ code: string; safety: string | undefined } | undefined> {
  const [problem] = await problemsIn(head + imports + code, [rule]);
  if (!problem) return undefined;
  const { files } = parseExample(head + imports + code);
  const after = withChanges(files, problem.fixes[0]?.changes ?? []).get('main.py')?.text ?? '';
  return { code: after.slice(imports.length), safety: problem.fixes[0]?.safety };
}

describe('the form of the call stays', () => {
  it.each([
    [
      'one line of just 100 columns',
      'engine = create_engine(DATABASE_URL)\n',
      `engine = create_engine(DATABASE_URL, ${settings})\n`,
    ],
    ['a trailing comma on one line', 'e = create_engine(URL,)\n', `e = create_engine(URL, ${settings},)\n`],
    ['blanks inside the brackets', 'e = create_engine( URL )\n', `e = create_engine( URL, ${settings} )\n`],
    ['a comment behind the call', 'e = create_engine(URL)  # db\n', `e = create_engine(URL, ${settings})  # db\n`],
    [
      'a line that would be too long, in a function',
      'def connect():\n  return create_engine(settings.database_url, echo=settings.debug)\n',
      `def connect():\n  return create_engine(\n    settings.database_url,\n    echo=settings.debug,\n${lines('    ')},\n  )\n`,
    ],
    [
      'tabs',
      'def connect():\n\treturn create_engine(settings.database_url_of_production, echo=True)\n',
      `def connect():\n\treturn create_engine(\n\t\tsettings.database_url_of_production,\n\t\techo=True,\n${lines('\t\t')},\n\t)\n`,
    ],
    [
      'a comment that makes the line long',
      'e = create_engine(URL, connect_args={"a": (1, 2)}  # x, y\n)\n',
      `e = create_engine(URL, connect_args={"a": (1, 2)},  # x, y\n${lines('    ')}\n)\n`,
    ],
    [
      'lines without a trailing comma',
      'e = create_engine(\n    URL,\n    echo=True\n)\n',
      `e = create_engine(\n    URL,\n    echo=True,\n${lines('    ')}\n)\n`,
    ],
    [
      'a comment instead of the trailing comma',
      'e = create_engine(\n    URL,\n    echo=True  # loud\n)\n',
      `e = create_engine(\n    URL,\n    echo=True,  # loud\n${lines('    ')}\n)\n`,
    ],
    [
      'arguments below the bracket',
      'e = create_engine(URL,\n                  echo=True)\n',
      `e = create_engine(URL,\n                  echo=True,\n${lines('                  ')})\n`,
    ],
    [
      'an argument of several lines',
      'e = create_engine(URL, connect_args={\n    "sslmode": "require",\n})\n',
      `e = create_engine(URL, connect_args={\n    "sslmode": "require",\n}, ${settings})\n`,
    ],
    [
      'options in a dict',
      'O = {"echo": True}\ne = create_engine(URL, **O)\n',
      `O = {"echo": True}\ne = create_engine(URL, **O, ${settings})\n`,
    ],
  ])('%s', async (_title, before, after) => {
    expect(await fixOf(before)).toEqual({ code: after, safety: 'safe' });
  });
});

it('keeps Windows line endings', async () => {
  const before = 'from sqlalchemy import create_engine\r\ne = create_engine(\r\n    URL,\r\n)\r\n';
  const [problem] = await problemsIn(head + before, [rule]);
  const after = withChanges(parseExample(head + before).files, problem?.fixes[0]?.changes ?? []).get('main.py')?.text;
  expect(after).toBe(before.replace('URL,', `URL,\r\n${lines('    ').replaceAll('\n', '\r\n')},`));
});

describe('somebody decides', () => {
  it.each([
    [
      'a setting that is there',
      'e = create_engine(URL, pool_size=10, echo=True)\n',
      `e = create_engine(URL, pool_size=1, echo=True, max_overflow=2, pool_timeout=15, pool_recycle=300)\n`,
    ],
    ['a pool without limit', 'e = create_engine(URL, pool_size=0)\n', `e = create_engine(URL, ${settings})\n`],
    [
      'an overflow without limit',
      'e = create_engine(URL, pool_size=1, max_overflow=-1)\n',
      `e = create_engine(URL, ${settings})\n`,
    ],
    [
      'a URL that is SQLite on some machine',
      'import os\nU = os.getenv("D", "sqlite:///x.db")\ne = create_engine(U)\n',
      `import os\nU = os.getenv("D", "sqlite:///x.db")\ne = create_engine(U, ${settings})\n`,
    ],
    [
      'a pool of one connection',
      'from sqlalchemy.pool import StaticPool\ne = create_engine(URL, poolclass=StaticPool)\n',
      `from sqlalchemy.pool import StaticPool\ne = create_engine(URL, ${settings})\n`,
    ],
    [
      'the pool that is the default anyway',
      'from sqlalchemy import AsyncAdaptedQueuePool as P\ne = create_async_engine(URL, poolclass=P, max_overflow=9)\n',
      `from sqlalchemy import AsyncAdaptedQueuePool as P
e = create_async_engine(
    URL,
    poolclass=P,
    max_overflow=2,
    pool_size=1,
    pool_timeout=15,
    pool_recycle=300,
)\n`,
    ],
  ])('%s', async (_title, before, after) => {
    expect(await fixOf(before)).toEqual({ code: after, safety: 'unsafe' });
  });

  it('offers nothing for settings that lie in a dict', async () => {
    const code = 'O = {"pool_size": 20}\ne = create_engine(URL, **O)\n';
    expect(await fixOf(code)).toEqual({ code, safety: undefined });
  });
});

describe('silent', () => {
  it.each([
    'e = create_engine(URL, pool_size=5, max_overflow=0)\n',
    'e = create_engine(URL, pool_size=SIZE)\n',
    'e = create_engine(URL, pool=POOL)\n',
    'e = create_engine(URL, poolclass=choose())\n',
    'e = create_engine(*ARGS)\n',
    'e = create_engine()\n',
    'e = create_engine("duckdb:///x")\n',
    'e = create_async_engine("sqlite+aiosqlite:///x.db")\n',
    'from sqlalchemy import URL as U\ne = create_engine(U.create("sqlite", database="x.db"))\n',
    'NAME = "x"\ne = create_engine(f"sqlite:///{NAME}.db")\n',
    'ARGS = {"check_same_thread": False}\ne = create_engine(URL, connect_args=ARGS)\n',
    'if URL.startswith("sqlite"):\n    e = create_engine(URL)\n',
    'if not URL.startswith("sqlite"):\n    pass\nelse:\n    e = create_engine(URL)\n',
    'e = create_engine(URL) if "sqlite" in URL else None\n',
    'e = create_engine(settings.sqlite_url)\n',
    'if os.getenv("VERCEL"):\n    e = create_engine(URL, poolclass=P)\nelse:\n    e = create_engine(URL, pool_size=20)\n',
    'def make():\n    try:\n        if not URL.startswith("sqlite"):\n            return 1\n        else:\n            return create_engine(URL)\n    finally:\n        pass\n',
    'if __name__ == "__main__":\n    e = create_engine(URL)\n',
    'def create_engine(url): ...\ne = create_engine(URL)\n',
  ])('%s', async (code) => {
    expect(await fixOf(code)).toBeUndefined();
  });

  it('speaks in the branch that is not SQLite', async () => {
    const code = 'if URL.startswith("sqlite"):\n    e = create_engine(URL)\nelse:\n    e = create_engine(URL)\n';
    const problems = await problemsIn(head + imports + code, [rule]);
    expect(problems.map(({ span }) => span.start)).toEqual([(imports + code).lastIndexOf('create_engine')]);
  });
});

import { describe, expect, it } from 'vitest';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { problemsIn, withChanges } from '../support/check.ts';

const named = (name: string) => rules.filter((rule) => rule.name === name);
const built = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

/** Where something is found: the path and the text. */
async function found(name: string, example: string): Promise<string[]> {
  const { files } = parseExample(example);
  const problems = await problemsIn(example, named(name));
  return problems.map(({ path, span }) => `${path}: ${files.get(path)?.text.slice(span.start, span.end)}`);
}

describe('an application that another one replaces', () => {
  const first = 'from fastapi import FastAPI\n\napp = FastAPI()\n\n@app.get("/")\ndef index(): ...\n\n';

  it.each(['', 'app.include_router(users)\n', '@app.get\ndef more(): ...\n'])('is lost behind %j', async (between) => {
    expect(await found('app-rebound', `${built}${first}${between}app = FastAPI()\n`)).toEqual([
      'main.py: app = FastAPI()',
    ]);
  });

  it.each(['register(app)\n', 'register().add(app)\n', '@used(app)\ndef more(): ...\n', 'apps = [app]\n'])(
    'may be kept by %j',
    async (between) => {
      expect(await found('app-rebound', `${built}${first}${between}app = FastAPI()\n`)).toEqual([]);
    },
  );

  it('may be none where it is made in some cases, or among others', async () => {
    for (const made of ['if fresh():\n    app = FastAPI()\n', 'app, other = FastAPI(), 1\n']) {
      const code = `from fastapi import FastAPI\n${made}app.include_router(users)\napp = FastAPI()\n`;
      expect(await found('app-rebound', built + code), made).toEqual([]);
    }
  });
});

describe('a server that starts at import', () => {
  const start = (code: string) =>
    `${built}import start\napp = 1\n-- start.py\n${code}-- shop.py\nfrom flask import Flask\n`;

  it('is that of an imported application', async () => {
    const code = start('from shop import other, site\nsite.run()\n');
    expect(await found('server-started-at-import', `${code}other = 1\nsite = Flask("a")\n`)).toEqual([
      'start.py: site.run()',
    ]);
  });

  it.each(['other = Flask("a")\nsite = 1\n', 'site = Flask("a")\nsite = 1\n', 'site = make()\n', ''])(
    'cannot be told where the module holds %j',
    async (shop) => {
      expect(await found('server-started-at-import', start('from shop import site\nsite.run()\n') + shop)).toEqual([]);
    },
  );

  it.each([
    'async def main():\n    site.run()\nmain()\n',
    '@later\ndef main():\n    site.run()\nmain()\n',
    'def main():\n    if local():\n        site.run()\nmain()\n',
    'def main(): ...\ndef run():\n    site.run()\nmain()\n',
  ])('is not started by %j', async (code) => {
    expect(
      await found('server-started-at-import', `${built}from flask import Flask\nsite = Flask("a")\n${code}`),
    ).toEqual([]);
  });
});

describe('a call that starts a server', () => {
  const site = 'from flask import Flask\nsite = Flask("a")\n';
  const problems = (code: string) => problemsIn(`${built}${code}app = 1\n`, named('server-started-at-import'));

  it('is nothing to speak of in a module that may not be imported', async () => {
    const start = `-- start.py\n${site}site.run()\n`;
    expect(await found('server-started-at-import', `${built}import start\napp = 1\n${start}`)).toHaveLength(1);
    const tried = `${built}try:\n    import start\nexcept ImportError:\n    pass\napp = 1\n${start}`;
    expect(await found('server-started-at-import', tried)).toEqual([]);
  });

  it('is put under a guard only where it is a statement with lines of its own', async () => {
    expect((await problems(`${site}site.run()\n`))[0]?.fixes).toHaveLength(1);
    for (const line of ['done = site.run()', 'site.run(); done = 1', 'with site:\n    site.run()'])
      expect(
        (await problems(`${site}${line}\n`)).map(({ fixes }) => fixes),
        line,
      ).toEqual([[]]);
  });
});

describe('an import of the file beside a function', () => {
  const fixed = async (line: string, more = '') => {
    const example = `-- vercel.json\n{}\n-- api/index.py\n${line}\napp = 1\n-- api/helper.py\n-- api/lib/text.py\n${more}`;
    const [problem] = await problemsIn(example, named('sibling-import-in-function'));
    const [fix] = problem?.fixes ?? [];
    if (!problem) return 'none';
    return fix && withChanges(parseExample(example).files, fix.changes).get('api/index.py')?.text.split('\n')[0];
  };

  it('gets its full name where the same name is bound then', async () => {
    expect(await fixed('import helper')).toBe('from api import helper');
    expect(await fixed('import helper as h')).toBe('from api import helper as h');
    expect(await fixed('import lib.text as t')).toBe('from api.lib import text as t');
    expect(await fixed('from lib.text import a as b')).toBe('from api.lib.text import a as b');
    expect(await fixed('import lib.text')).toBeUndefined();
    expect(await fixed('import helper, os')).toBeUndefined();
  });

  it('may be that of something installed', async () => {
    expect(await fixed('import helper', '-- requirements.txt\nhelper==1\n')).toBe('none');
    expect(await fixed('import helper', '-- requirements.txt\nflask\n-e ./packages/x\n')).toBe('none');
    expect(await fixed('import helper', '-- requirements.txt\nmy-helper==1\nflask-e\n')).toBe('from api import helper');
  });
});

describe('the name of an entrypoint', () => {
  it('is that of its package for an __init__.py', async () => {
    const example = (line: string) =>
      `-- vercel.json\n{ "builds": [{ "src": "shop/__init__.py", "use": "@vercel/python" }] }\n-- db.py\n-- shop/db.py\n-- shop/__init__.py\n${line}\napp = 1\n`;
    expect(await found('relative-import-in-entrypoint', example('from .db import a'))).toEqual([]);
    expect(await found('relative-import-in-entrypoint', example('from ..db import a'))).toEqual([
      'shop/__init__.py: ..db',
    ]);
  });
});

describe('a framework that is guessed from a text', () => {
  it('is right where one of the modules imports it', async () => {
    const files = (line: string) =>
      `-- requirements.txt\nflask-cors\n-- main.py\nimport web\napp = web.app\n-- web.py\n${line}\napp = 1\n`;
    expect(await found('framework-guessed-from-text', files('import flask.views'))).toEqual([]);
    expect(await found('framework-guessed-from-text', files('from flask_cors import CORS'))).toHaveLength(1);
    expect(await found('framework-guessed-from-text', files('from .flask import x'))).toHaveLength(1);
  });
});

describe('the place of an error of syntax', () => {
  it.each([
    ['# a smiley :(\nx = 1\ny = (2\napp = 1\n', 'y = (2'],
    ['s = "("\nt = """ [ """\ny = [2)\napp = 1\n', 'y = [2)'],
    ['x = 1\n  y = 2)\napp = 1\n', 'y = 2)'],
  ])('of %j', async (code, place) => {
    expect(await found('entrypoint-syntax-error', built + code)).toEqual([`main.py: ${place}`]);
  });
});

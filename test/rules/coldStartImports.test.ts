import { describe, expect, it } from 'vitest';
import backgroundWorkAtImport from '../../server/src/rules/cold-start/backgroundWorkAtImport.ts';
import heavyImport from '../../server/src/rules/cold-start/heavyImport.ts';
import lifespanWork from '../../server/src/rules/cold-start/lifespanWork.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { problemsIn, withChanges } from '../support/check.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

describe('moving a heavy import', () => {
  const fixed = async (code: string) => {
    const [problem] = await problemsIn(head + code, [heavyImport]);
    expect(problem, 'the import is found').toBeDefined();
    const [fix] = problem?.fixes ?? [];
    return fix && withChanges(parseExample(head + code).files, fix.changes).get('main.py')?.text;
  };

  it.each([
    [
      'Windows line endings and a comment',
      'import os\r\nimport pandas as pd  # noqa\r\n\r\ndef f():\r\n    x = 1\r\n    return pd.NA\r\n',
      'import os\r\n\r\ndef f():\r\n    import pandas as pd  # noqa\r\n    x = 1\r\n    return pd.NA\r\n',
    ],
    [
      'tabs, a method, and no line ending',
      'import scipy.stats\nclass A:\n\tdef f(self):\n\t\treturn scipy.stats.norm',
      'class A:\n\tdef f(self):\n\t\timport scipy.stats\n\t\treturn scipy.stats.norm',
    ],
    [
      'several names of one function, one of them used in an inner function',
      'from torch import (ones, zeros as z)\nasync def f():\n    def g():\n        return z(1)\n    return ones(1), g\n',
      'async def f():\n    from torch import (ones, zeros as z)\n    def g():\n        return z(1)\n    return ones(1), g\n',
    ],
    [
      'a decorated function at the start of the body',
      'import torch\ndef f():\n    "Doc with torch"\n    @torch.no_grad()\n    def g(): ...\n    return g\n',
      'def f():\n    "Doc with torch"\n    import torch\n    @torch.no_grad()\n    def g(): ...\n    return g\n',
    ],
  ])('keeps %s', async (_what, code, expected) => {
    expect(await fixed(code)).toBe(expected);
  });

  it.each([
    ['an annotation', 'import pandas as pd\ndef f(x: pd.Series):\n    return pd.NA\n'],
    ['a default', 'import pandas as pd\ndef f(x=pd.NA):\n    return pd.NA\n'],
    ['a use at import', 'import pandas as pd\nX = pd.NA\ndef f():\n    return pd.NA\n'],
    ['the list of exports', 'import pandas as pd\n__all__ = ["pd"]\ndef f():\n    return pd.NA\n'],
    ['no use at all', 'import pandas as pd\ndef f():\n    return 1\n'],
    [
      'one name of two that is used elsewhere',
      'from torch import ones, zeros\ndef f():\n    return ones(1)\nz = zeros(1)\n',
    ],
    ['a function on one line', 'import pandas as pd\ndef f(): return pd.NA\n'],
    ['a name that is declared global', 'import pandas as pd\ndef f():\n    global pd\n    return pd.NA\n'],
    ['two statements on a line', 'import pandas as pd; import os\ndef f():\n    return pd.NA\n'],
    ['an import over several lines', 'from torch import (\n    ones,\n)\ndef f():\n    return ones(1)\n'],
    ['an import in a block', 'with quiet():\n    import pandas\ndef f():\n    return pandas.NA\n'],
    ['everything', 'from torch import *\ndef f():\n    return ones(1)\n'],
  ])('is not offered for %s', async (_what, code) => {
    expect(await fixed(code)).toBeUndefined();
  });

  it.each([
    'from .pandas import read\n',
    'from . import pandas\n',
    'from .. import torch\n',
    'from app.torch import nn\n',
  ])('is about no module of the project: %j', async (code) => {
    const files = `${head}import app.a\n-- app/__init__.py\n-- app/pandas.py\n-- app/torch.py\n-- app/a.py\n${code}`;
    expect(await problemsIn(files, [heavyImport])).toEqual([]);
  });

  it('is said once for each package, nearest to the entrypoint, with the chain of imports', async () => {
    const code = `${head}import app.a\n-- app/__init__.py\n-- app/a.py\nimport app.b\nimport torch.nn\n-- app/b.py\nimport torch, pandas\n`;
    const problems = await problemsIn(code, [heavyImport]);
    expect(problems.map(({ path, message }) => [path, message.split(' ')[0]])).toEqual([
      ['app/a.py', '`torch`'],
      ['app/b.py', '`pandas`'],
    ]);
    expect(problems[1]?.related.map(({ message }) => message)).toEqual([
      'main.py imports app.a.',
      'a.py imports app.b.',
    ]);
  });
});

describe('background-work-at-import', () => {
  it.each([
    ['from threading import Thread as T\nt = T(target=f)\nt.start()\n', 1],
    ['import threading\nthreading.Timer(60, f).start()\n', 1],
    ['from multiprocessing import Process\nProcess(target=f).start()\n', 1],
    ['from telegram.ext import Application\nApplication.builder().token("t").build().run_polling()\n', 1],
    ['from telegram.ext import ApplicationBuilder\na = ApplicationBuilder().token("t").build()\na.run_polling()\n', 1],
    ['while 1:\n    pass\n', 1],
    ['class Job:\n    def start(self): ...\nJob().start()\n', 0],
    ['from threading import Thread\nclass T(Thread): ...\nt = T()\n', 0],
    ['import threading\ntry:\n    threading.Thread().start()\nexcept RuntimeError:\n    pass\n', 0],
    ['def f():\n    while True:\n        pass\n', 0],
    ['while True:\n    for x in y:\n        raise SystemExit\n', 0],
    ['while True:\n', 0],
    ['while running:\n    pass\n', 0],
    ['from threading import Thread\nt = Thread()\nt.join()\n', 0],
  ])('%j: %i', async (code, count) => {
    expect(await problemsIn(head + code, [backgroundWorkAtImport])).toHaveLength(count);
  });
});

describe('lifespan-work', () => {
  const app = 'from fastapi import FastAPI\nfrom starlette.applications import Starlette\nimport asyncpg, time\n';
  it.each([
    ['async def up():\n    await asyncpg.create_pool()\napp = Starlette(on_startup=[up])\n', 1],
    ['async def up():\n    await asyncpg.create_pool()\napp = FastAPI()\napp.add_event_handler("startup", up)\n', 1],
    [
      'from quart import Quart\napp = Quart("a")\n@app.before_serving\nasync def up():\n    await asyncpg.create_pool()\n',
      1,
    ],
    [
      'async def life(app):\n    # yield\n    time.sleep(5)\n    yield\n    time.sleep(9)\napp = FastAPI(lifespan=life)\n',
      1,
    ],
    [
      'async def life(app):\n    "Opens all, then comes the yield."\n    time.sleep(5)\n    yield\napp = FastAPI(lifespan=life)\n',
      1,
    ],
    [
      'async def up():\n    await asyncpg.create_pool()\nif LATER:\n    async def up(): ...\napp = Starlette(on_startup=[up])\n',
      0,
    ],
    ['async def up():\n    await asyncpg.create_pool()\nup = None\napp = Starlette(on_startup=[up])\n', 0],
    ['async def up():\n    await asyncpg.create_pool()\napp = Other(on_startup=[up])\n', 0],
    ['async def up():\n    await asyncpg.create_pool()\napp = FastAPI()\napp.add_event_handler("shutdown", up)\n', 0],
    [
      'async def life(app):\n    async def later():\n        time.sleep(5)\n    yield\napp = FastAPI(lifespan=life)\n',
      0,
    ],
    ['async def life(app):\n    if DEBUG:\n        time.sleep(5)\n    yield\napp = FastAPI(lifespan=life)\n', 0],
  ])('%j: %i', async (code, count) => {
    expect(await problemsIn(head + app + code, [lifespanWork])).toHaveLength(count);
  });
});

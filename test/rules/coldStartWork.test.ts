import { describe, expect, it } from 'vitest';
import workAtImport from '../../server/src/rules/cold-start/workAtImport.ts';
import writeOutsideTmp from '../../server/src/rules/cold-start/writeOutsideTmp.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { problemsIn } from '../support/check.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

async function found(rule: Rule, code: string): Promise<string[]> {
  const { files } = parseExample(head + code);
  const problems = await problemsIn(head + code, [rule]);
  return problems.map(
    ({ path, span, severity }) => `${severity[0]} ${files.get(path)?.text.slice(span.start, span.end)}`,
  );
}

describe('work-at-import', () => {
  it.each([
    ['from urllib.request import urlopen as o\nx = o("https://a").read()\n', ['w o("https://a")']],
    ['import joblib\nmodel = joblib.load("model.pkl")\n', ['i joblib.load("model.pkl")']],
    [
      'from transformers import AutoModel\nm = AutoModel.from_pretrained("./model")\n',
      ['i AutoModel.from_pretrained("./model")'],
    ],
    ['import redis\nr = redis.from_url(u)\nr.ping()\n', ['w r.ping()']],
    ['import subprocess\nsubprocess.run(["ls"])\n', ['w subprocess.run(["ls"])']],
    ['import time\nclass A:\n    time.sleep(2)\n', ['w time.sleep(2)']],
    ['import requests\ndef f(x=requests.get(u)): ...\n', ['w requests.get(u)']],
  ])('finds %s', async (code, calls) => {
    expect(await found(workAtImport, code)).toEqual(calls);
  });

  it.each([
    'import requests\nf = lambda: requests.get(u)\n',
    'import requests\ntry:\n    requests.get(u)\nexcept Exception:\n    pass\n',
    'from app import requests\nrequests.get(u)\n',
    'requests.get(u)\n',
    'import os\nif os.getenv("CI"):\n    import tasks\n-- tasks.py\nimport time\ntime.sleep(1)\n',
    'import app\n-- other.py\nimport time\ntime.sleep(1)\n',
  ])('is silent on %s', async (code) => {
    expect(await found(workAtImport, code)).toEqual([]);
  });

  it('shows the imports that bring the module in, from the entrypoint on', async () => {
    const code = `${head}from a.b import c\n-- a/b.py\nfrom .d import e\n-- a/d.py\nimport time\ntime.sleep(1)\n`;
    const [problem] = await problemsIn(code, [workAtImport]);
    expect(problem?.path).toBe('a/d.py');
    expect(problem?.related).toEqual([
      { path: 'main.py', span: { start: 0, end: 17 }, message: 'main.py imports a.b.' },
      { path: 'a/b.py', span: { start: 0, end: 16 }, message: 'b.py imports a.d.' },
    ]);
  });
});

describe('write-outside-tmp', () => {
  it.each([
    ['import os.path as p, os\nos.mkdir(p.join(p.dirname(p.abspath(__file__)), "x"))\n', 1],
    ['import os\nD = "x"\nif not os.path.exists(D):\n    os.makedirs(D)\n', 1],
    ['from pathlib import Path\nD = Path("x")\nif not D.exists():\n    D.mkdir()\n', 1],
    ['from pathlib import Path\nPath("a").joinpath("b").write_text("")\n', 1],
    ['import os\nif not os.path.isdir("x"):\n    os.makedirs("x")\n', 1],
    ['import os\nif not os.path.isfile("x"):\n    print()\n    open("x", "w")\n', 1],
    ['from pathlib import Path\nP = Path("x")\nif not P.is_dir():\n    P.mkdir()\n', 1],
    ['from pathlib import Path\nROOT = Path(__file__).resolve().parent\nf = (ROOT / "x").open("ab")\n', 1],
    ['import shutil\nshutil.copyfile("/tmp/a", "b")\n', 1],
    ['from loguru import logger\nlogger.add("app.log")\n', 1],
    ['import os\nos.mkdir(os.path.join(os.getcwd(), "x"))\n', 1],
    ['from pathlib import Path\n(Path.cwd() / "x").mkdir()\n', 1],
    ['import os\nos.makedirs("/var/log/app")\n', 1],
    ['import logging.handlers as h\nh.RotatingFileHandler("x.log", maxBytes=9)\n', 1],
  ])('finds %s', async (code, count) => {
    expect(await found(writeOutsideTmp, code)).toHaveLength(count);
  });

  it.each([
    'import sys\nfrom loguru import logger\nlogger.add(sys.stderr)\n',
    'import logging\nlogging.FileHandler("x.log", delay=True)\n',
    'import logging\nlogging.basicConfig(level=logging.INFO)\n',
    'import os\nLOGS = os.environ.get("LOGS", "x")\nos.makedirs(LOGS)\n',
    'import os\nos.makedirs(f"{base}/logs")\n',
    'open("x")\nopen("x", "rb")\nopen("/dev/null", "w")\n',
    'from pathlib import Path\nPath("/tmp/x").mkdir()\nPath("a").exists()\n',
    'import os\nif not os.path.exists("y"):\n    os.makedirs("x")\n',
    'import os\nif os.path.exists("x"):\n    os.makedirs("x")\n',
    'import os\nif not os.path.exists("x"):\n    if fresh():\n        os.makedirs("x")\n',
    'import os\nif not os.path.exists("x"):\n    os.makedirs("x")\nelif fresh():\n    pass\n',
    'from pathlib import Path\nPath("x").touched("w")\n"x".touch()\n',
    'import os\ndef save():\n    os.makedirs("x")\n',
    'import os\nD = "/tmp" if os.getenv("VERCEL") else "data"\nos.makedirs(D, exist_ok=True)\n',
    'import os\nD = "data"\nif os.getenv("VERCEL"):\n    D = "/tmp"\nos.makedirs(D, exist_ok=True)\n',
    'from pathlib import Path\nPath("~/x").expanduser().mkdir()\n',
    'import os\nos.makedirs("data/in", exist_ok=True)\n-- data/in/a.csv\n1\n',
    'def open(a, b): ...\nopen("x", "w")\n',
  ])('is silent on %s', async (code) => {
    expect(await found(writeOutsideTmp, code)).toEqual([]);
  });

  it('takes a folder that is made outside the project for missing', async () => {
    expect(await found(writeOutsideTmp, 'import os\nos.makedirs("/srv/data")\n-- data/a.csv\n1\n')).toHaveLength(1);
  });

  it('does not offer a path for what is not written out in the call', async () => {
    const [problem] = await problemsIn(`${head}import os\nD = "x"\nos.mkdir(D)\n`, [writeOutsideTmp]);
    expect(problem?.fixes).toEqual([]);
  });
});

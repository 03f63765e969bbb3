import { describe, expect, it } from 'vitest';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import type { Area } from '../../server/src/rules/rule.ts';
import { reportOn } from '../support/check.ts';

/** Status and evidence of one area. */
async function verdict(area: Area, files: string): Promise<string> {
  const { areas } = await reportOn(parseExample(files).files, rules);
  const found = areas.find(({ id }) => id === area);
  return `${found?.status}: ${found?.evidence}`;
}

const builds = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n';
const pulled = '-- .vercel/project.json\n{}\n-- .vercel/.env.production.local\nVERCEL="1"\nA=""\n';

describe('the verdict on the environment', () => {
  it.each([
    ['app = 1\n', '', 'not-applicable: The code that Vercel imports reads no environment variable by name.'],
    [
      'import os\nA = os.getenv("A")\nB = os.environ.get("B")\n',
      '',
      'pass: The code reads 2 variables: A and B. The import needs none that has to be set.',
    ],
    [
      'import os\nA = os.environ["A"]\n',
      '',
      'not-applicable: The import needs A. No file tells what is set in the Vercel project; `vercel pull` writes it down.',
    ],
    [
      'import os\nA = os.environ["A"]\nB = os.getenv("B")\n',
      pulled,
      'pass: The code reads 2 variables: A and B. The import needs A: it is set for production, as last pulled.',
    ],
    [
      'import os\nA = os.environ["A"]\nB = os.environ["B"]\n',
      pulled,
      'fail: The code reads 2 variables: A and B. The import needs A and B: 1 of 2 are set for production, as last pulled.',
    ],
  ])('%j %j', async (code, others, expected) => {
    expect(await verdict('environment', `${builds}-- main.py\n${code}${others}`)).toBe(expected);
  });
});

describe('the verdict on cold starts', () => {
  it('names the modules that run and the heavy packages that they load', async () => {
    expect(await verdict('cold-start', `${builds}-- main.py\nimport a\napp = 1\n-- a.py\n`)).toBe(
      'pass: A cold start runs 2 modules of yours: main.py and a.py. It loads no package that is known to be heavy.',
    );
    expect(
      await verdict('cold-start', `${builds}-- main.py\nimport a, pandas\napp = 1\n-- a.py\nimport torch, pandas\n`),
    ).toBe('pass: A cold start runs 2 modules of yours: main.py and a.py. It loads pandas and torch.');
    expect(
      await verdict('cold-start', `${builds}-- main.py\nimport threading\nthreading.Thread().start()\napp = 1\n`),
    ).toMatch(/^warn: A cold start runs 1 module of yours: main.py\./);
    expect(await verdict('cold-start', '-- vercel.json\n{}\n')).toBe('not-applicable: No Python file serves requests.');
  });
});

describe('the verdict on the runtime configuration', () => {
  const index = '-- api/index.py\napp = 1\n';
  it.each([
    ['', 'not-applicable: There is no vercel.json: the defaults of Vercel hold.'],
    ['-- vercel.json\n{ "version": 2 }\n', 'pass: vercel.json is valid and sets nothing.'],
    [
      '-- vercel.json\n{ "functions": { "api/*.py": { "maxDuration": 30 } }, "regions": ["fra1"], "env": { "A": "1" } }\n',
      'pass: vercel.json sets 1 variable, 1 pattern of functions and `regions`. "api/*.py" takes api/index.py.',
    ],
    [
      '-- vercel.json\n{ "functions": { "api/other.py": { "maxDuration": 30 } } }\n',
      'fail: The build stops: The pattern "api/other.py" defined in `functions` doesn\'t match any Serverless Functions inside the `api` directory.',
    ],
    ['-- vercel.json\n{ "rewrites": [] }\n', 'pass: vercel.json is valid and sets nothing.'],
    [
      '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }\n',
      'pass: vercel.json is valid and sets nothing beside routes.',
    ],
    [
      '-- vercel.json\n{ "crons": [{ "path": "/api/index", "schedule": "0 5 * * *" }] }\n',
      'pass: vercel.json sets 1 cron job.',
    ],
  ])('%j', async (configuration, expected) => {
    expect(await verdict('runtime-config', `${configuration}${index}`)).toBe(expected);
  });

  it('fails where the file is no JSON', async () => {
    expect(await verdict('runtime-config', `-- vercel.json\n{ "version": 2,\n${index}`)).toMatch(
      /^fail: The build stops: /,
    );
  });
});

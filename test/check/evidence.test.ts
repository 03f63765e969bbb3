import { describe, expect, it } from 'vitest';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { reportOn } from '../support/check.ts';

const build = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const engine = 'from sqlalchemy import create_engine\n\napp = 1\n';
const url = '"postgresql://db.example.com/app"';
const settings = 'pool_size=1, max_overflow=2, pool_timeout=15, pool_recycle=300, pool_pre_ping=True';

async function verdict(example: string, area: string): Promise<string> {
  const { areas } = await reportOn(parseExample(example).files, rules);
  const found = areas.find(({ id }) => id === area);
  return `${found?.status}: ${found?.evidence}`;
}

describe('the verdict on databases', () => {
  it.each([
    [`${build}${engine}e = create_engine(${url}, ${settings})\n`, 'pass: Checked: 1 engine in main.py.'],
    [
      `${build}${engine}e = create_engine(${url}, ${settings})\nf = create_engine(${url}, **options(1))\n`,
      'pass: Checked: 1 engine in main.py; the settings of 1 more cannot be told.',
    ],
    [
      `${build}${engine}e = create_engine(${url}, **options(1))\n`,
      'not-applicable: 1 engine in main.py: the files do not tell the settings, so nothing was checked.',
    ],
    [`${build}${engine}e = create_engine(${url})\n`, 'warn: Checked: 1 engine in main.py.'],
    [
      `${build}import asyncpg\n\napp = 1\n\nasync def a(url):\n    return await asyncpg.connect(url)\n`,
      'pass: Checked: 1 connection in main.py.',
    ],
    [`${build}app = 1\n`, 'not-applicable: The code that Vercel imports opens no database that is known here.'],
    [
      `${build}${engine}e = create_engine(`,
      'not-applicable: The code that Vercel imports opens no database that is known here.',
    ],
  ])('%j', async (example, expected) => {
    expect(await verdict(example, 'database')).toBe(expected);
  });

  const django =
    '-- requirements.txt\nDjango\n-- manage.py\nimport os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "s")\n-- w.py\nimport django\napplication = 1\n-- s.py\nWSGI_APPLICATION = "w.application"\n';

  it.each([
    [
      'DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}\n',
      'pass: Checked: 1 database of Django in s.py.',
    ],
    [
      'DATABASES = make()\n',
      'not-applicable: 1 database of Django in s.py: the files do not tell the settings, so nothing was checked.',
    ],
    ['DATABASES = {}\n', 'not-applicable: The code that Vercel imports opens no database that is known here.'],
  ])('with Django, %j', async (databases, expected) => {
    expect(await verdict(`${django}${databases}`, 'database')).toBe(expected);
  });
});

describe('the verdict on dependencies', () => {
  it.each([
    [`${build}app = 1\n-- requirements.txt\nflask\nredis\n`, 'pass: Vercel installs requirements.txt, 2 packages.'],
    [`${build}app = 1\n`, 'not-applicable: No manifest is installed.'],
    [
      `${build}app = 1\n-- Pipfile\n[packages]\nflask = "*"\n-- requirements.txt\nflask\n`,
      'pass: Vercel installs Pipfile, 1 package and ignores requirements.txt.',
    ],
    [
      '-- vercel.json\n{ "framework": "flask", "installCommand": "make" }\n-- app.py\nfrom flask import Flask\napp = Flask(__name__)\n-- requirements.txt\nflask\n',
      'not-applicable: A command of your own installs the dependencies. What it installs is not checked.',
    ],
  ])('%j', async (example, expected) => {
    expect(await verdict(example, 'dependencies')).toBe(expected);
  });
});

describe('the verdict on bundles', () => {
  it.each([
    ['flask', 'The bundle of main.py holds 1 of 1 module of yours that run. How large it is cannot be told.'],
    [
      'torch==2.13.0',
      'The bundle of main.py holds 1 of 1 module of yours that run. It has at least 426.8 MB, over the 225 MB of a function (torch 426.8 MB).',
    ],
  ])('%s', async (requirement, expected) => {
    expect(await verdict(`${build}app = 1\n-- requirements.txt\n${requirement}\n`, 'bundle')).toContain(
      `: ${expected}`,
    );
  });
});

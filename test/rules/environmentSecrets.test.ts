import { describe, expect, it } from 'vitest';
import dotenvCommitted from '../../server/src/rules/environment/dotenvCommitted.ts';
import envRequiredAtBuild from '../../server/src/rules/environment/envRequiredAtBuild.ts';
import { problemsIn } from '../support/check.ts';

describe('dotenv-committed', () => {
  const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- .git/HEAD\nx\n';
  const app = '-- main.py\nimport settings\napp = 1\n-- settings.py\nA = 1\n';
  const found = async (entry: string, files = app) =>
    problemsIn(`${head}${files}-- .env\n${entry}\n`, [dotenvCommitted]);

  it.each(['API_KEY=q7Lw', 'MYDEBUG=q7Lw2f', 'NAMES=q7Lw2f', 'DATABASE_URL=postgres://app:q7Lw2f@db.live/app'])(
    'finds %s',
    async (entry) => expect(await found(entry)).toHaveLength(1),
  );

  it.each(['API_KEY=q7L', 'APP_DEBUG=q7Lw2f', 'MAIL_FROM_NAME=q7Lw2f', 'VITE_KEY=q7Lw2f', 'SITE=https://shop.live/a'])(
    'finds no secret in %s',
    async (entry) => expect(await found(entry)).toEqual([]),
  );

  it('has a fix to decide on where one of the modules reads such a file', async () => {
    const safety = async (code: string) =>
      (await found('API_KEY=q7Lw2f', app.replace('A = 1', code)))[0]?.fixes[0]?.safety;
    expect(await safety('A = 1')).toBe('safe');
    expect(await safety('from dotenv import load_dotenv')).toBe('unsafe');
    expect(await safety('A = open(".env")')).toBe('unsafe');
  });
});

describe('env-required-at-build', () => {
  const manage =
    '-- requirements.txt\nDjango==5.1.4\n-- manage.py\nimport os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n-- shop/wsgi.py\nfrom django.core.wsgi import get_wsgi_application\n\napplication = get_wsgi_application()\n';
  const settings =
    '-- shop/settings.py\nimport os\nWSGI_APPLICATION = "shop.wsgi.application"\nKEY = os.environ["KEY"]\n';
  const found = async (files: string) => problemsIn(manage + files, [envRequiredAtBuild]);

  it('says it once, and where vercel.json sets it for requests alone', async () => {
    const env = '-- vercel.json\n{ "env": { "KEY": "x" } }\n';
    const again = `${settings}AGAIN = os.environ["KEY"]\n`;
    expect((await found(again)).map(({ related }) => related)).toEqual([[]]);
    const [problem, ...more] = await found(env + again);
    expect(more).toEqual([]);
    expect(problem?.related?.map(({ path, span }) => [path, span])).toEqual([['vercel.json', { start: 18, end: 21 }]]);
  });

  it('is silent where a .env lies there, and without settings', async () => {
    expect(await found(`${settings}-- .env\nKEY=x\n`)).toEqual([]);
    expect(await found('')).toEqual([]);
  });
});

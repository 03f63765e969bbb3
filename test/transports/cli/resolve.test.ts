import { describe, expect, it } from 'vitest';
import { folderWith, run } from './run.ts';

async function resolved(files: Readonly<Record<string, string>>): Promise<string> {
  const { code, stdout } = await run(await folderWith(files), ['resolve']);
  expect(code).toBe(0);
  return stdout.replace(/^.*\n/, '');
}

const main = 'from fastapi import FastAPI\napp = FastAPI()\n';

describe('resolve explains', () => {
  it('a preset, with limits, bundle and crons', async () => {
    const text = await resolved({
      'requirements.txt': 'fastapi\n',
      'main.py': main,
      'tests/test_a.py': '',
      'tests/test_b.py': '',
      'public/logo.svg': '',
      'vercel.json': JSON.stringify({
        functions: { 'main.py': { maxDuration: 60, memory: 512, excludeFiles: 'tests/**' } },
        crons: [
          { path: '/api/a', schedule: '0 5 * * *' },
          { path: '/api/b', schedule: '0 6 * * *' },
        ],
      }),
    });
    expect(text).toMatchInlineSnapshot(`
      "  Mode      framework preset fastapi
                  requirements.txt contains "fastapi".
                  One application answers every request.
        Python    3.12
                  Nothing that Vercel reads names a Python version, so its default runs: 3.12.
        Installs  requirements.txt
                  requirements.txt is the only manifest on the way from the function up.
        Serves    app of main.py (ASGI)
                  It is among the places in which the preset looks.
        Limits    at most 60 s a request, 512 MB of memory
                  \`functions\` of vercel.json sets that for "main.py".
        Bundles   3 files of yours, and what is installed
                  1 file left out: the builder bundles nothing that fits **/public/**.
                  2 files left out: \`excludeFiles\` has tests/**.
        Cron      0 5 * * *  GET /api/a
        Cron      0 6 * * *  GET /api/b
                  In UTC, and to the production deployment alone.

      As @vercel/python 25.0.0 and vercel 64.0.2 do it (2026-11-23).
      "
    `);
  });

  it('functions below api', async () => {
    const text = await resolved({
      'api/a.py': main,
      'api/b.py': 'app = 1\n',
      'api/c.py': 'x = 1\n',
      'vercel.json': JSON.stringify({ framework: null, functions: { 'api/b.py': { maxDuration: 'max' } } }),
    });
    expect(text).toMatchInlineSnapshot(`
      "  Mode      zero configuration
                  vercel.json turns the framework preset off.
                  Each Python file in the api folder that has an app, application or handler becomes a function of its own.
        Python    3.12
                  Nothing that Vercel reads names a Python version, so its default runs: 3.12.
        Installs  nothing
                  There is no requirements.txt, pyproject.toml or Pipfile on the way from the function up.
        Serves    2 functions
                  - app of api/a.py (ASGI)
                  - app of api/b.py
                  Vercel makes functions of the files in the api folder.
                  api/c.py has no app, application or handler that Vercel would find.
        Limits    as long as the plan allows for api/b.py
                  \`functions\` of vercel.json sets that for "api/b.py".
        Bundles   4 files of yours, and what is installed, with api/a.py

      As @vercel/python 25.0.0 and vercel 64.0.2 do it (2026-11-23).
      "
    `);
  });

  it('how large the bundle is at least', async () => {
    const files = { 'requirements.txt': 'torch==2.13.0\nfastapi\n', 'main.py': main, 'vercel.json': '{}' };
    const text = await resolved({ ...files, 'model.onnx': 'x'.repeat(1024 * 1024) });
    expect(/Weighs[\s\S]*Source files[^\n]*/.exec(text)?.[0]).toMatchInlineSnapshot(`
      "Weighs    at least 427.8 MB, over the 225 MB of a function
                  Most of it: torch 426.8 MB, model.onnx 1 MB.
                  Vercel takes packages out of the bundle and installs them at each cold start.
                  Exact: the data files of the project.
                  At least: packages, by the size of their wheels before they are unpacked (wheels known on 2026-08-22).
                  Unknown: fastapi.
                  No lock file: what these packages need in turn is not counted.
                  Source files are not counted."
    `);
    const { stdout } = await run(await folderWith(files), ['resolve', '--format', 'json']);
    expect(JSON.parse(stdout).projects[0].bundle).toMatchInlineSnapshot(`
      {
        "basis": "wheels known on 2026-08-22",
        "bytesAtLeast": 447600650,
        "function": "main.py",
        "heaviest": [
          {
            "bytes": 447600650,
            "name": "torch",
            "sure": "at-least",
          },
        ],
        "isClosure": false,
        "limit": 235929600,
        "outcome": "installs-at-start",
        "unknown": [
          "fastapi",
        ],
      }
    `);
  });

  it('entries of builds', async () => {
    const text = await resolved({
      'main.py': main,
      'requirements.txt': 'fastapi\n',
      'vercel.json': JSON.stringify({ builds: [{ src: 'main.py', use: '@vercel/python' }] }),
    });
    expect(text).toMatchInlineSnapshot(`
      "  Mode      \`builds\` of vercel.json
                  Its entries alone say what is built, and with which builder. The preset fastapi plays no part.
        Python    3.12
                  Nothing that Vercel reads names a Python version, so its default runs: 3.12.
        Installs  requirements.txt
                  requirements.txt is the only manifest on the way from the function up.
        Serves    app of main.py (ASGI)
                  An entry of \`builds\` names the file.
        Bundles   3 files of yours, and what is installed

      As @vercel/python 25.0.0 and vercel 64.0.2 do it (2026-11-23).
      "
    `);
  });

  it('a build that stops, with the words of the build', async () => {
    const text = await resolved({ 'requirements.txt': 'fastapi\n', 'web.py': main, 'runtime.txt': '3.9\n' });
    expect(text).toMatchInlineSnapshot(`
      "  Build     stops before it installs anything: FASTAPI_ENTRYPOINT_NOT_FOUND
                  No FastAPI entrypoint found in default locations, but found potential entrypoints:
                    web.py (variable: app)
                  Add this to your pyproject.toml:
                  [tool.vercel]
                  entrypoint = "web:app"
        Mode      framework preset fastapi
                  requirements.txt contains "fastapi".
                  One application answers every request.
        Python    3.12, though 3.9 is asked for
                  Nothing that Vercel reads names a Python version, so its default runs: 3.12.
                  runtime.txt is not read.
        Installs  requirements.txt
                  requirements.txt is the only manifest on the way from the function up.
        Serves    nothing, because the build stops

      As @vercel/python 25.0.0 and vercel 64.0.2 do it (2026-11-23).
      "
    `);
  });

  it('Django behind manage.py, and a command in place of the installation', async () => {
    const text = await resolved({
      'requirements.txt': 'django\n',
      'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
      'shop/__init__.py': '',
      'shop/settings.py': 'WSGI_APPLICATION = "shop.wsgi.application"\n',
      'shop/wsgi.py': 'application = get_wsgi_application()\n',
      'vercel.json': JSON.stringify({ installCommand: 'pip install -r requirements.txt' }),
    });
    expect(text).toMatchInlineSnapshot(`
      "  Mode      framework preset django
                  requirements.txt contains "django".
                  One application answers every request.
        Python    3.12
                  Nothing that Vercel reads names a Python version, so its default runs: 3.12.
        Installs  with \`pip install -r requirements.txt\`
                  The project sets that command. It takes the place of the builder's own installation from requirements.txt.
        Serves    application of shop/wsgi.py
                  It is among the places in which the preset looks.
        Bundles   6 files of yours, and what is installed

      As @vercel/python 25.0.0 and vercel 64.0.2 do it (2026-11-23).
      "
    `);
  });

  it('Next.js with Python beside it', async () => {
    const text = await resolved({
      'package.json': '{"dependencies": {"next": "15"}}',
      'api/index.py': main,
      'requirements.txt': 'fastapi\n',
    });
    expect(text).toMatchInlineSnapshot(`
      "  Mode      zero configuration, beside the preset nextjs
                  package.json depends on next.
                  Each Python file in the api folder that has an app, application or handler becomes a function of its own.
        Python    3.12
                  Nothing that Vercel reads names a Python version, so its default runs: 3.12.
        Installs  requirements.txt
                  requirements.txt is the only manifest on the way from the function up.
        Serves    app of api/index.py (ASGI)
                  Vercel makes functions of the files in the api folder.
        Bundles   3 files of yours, and what is installed

      As @vercel/python 25.0.0 and vercel 64.0.2 do it (2026-11-23).
      "
    `);
  });
});

it('resolve --format json says what vercel.json sets', async () => {
  const folder = await folderWith({
    'requirements.txt': 'fastapi\n',
    'main.py': main,
    'vercel.json': JSON.stringify({
      functions: { 'main.py': { maxDuration: 60, includeFiles: 'data/**' } },
      crons: [{ path: '/a', schedule: '0 5 * * *' }],
    }),
  });
  const { projects } = JSON.parse((await run(folder, ['resolve', '--format', 'json'])).stdout);
  expect(projects[0].functions).toEqual([
    {
      ...{ path: 'main.py', variable: 'app', interface: 'asgi' },
      ...{ maxDuration: 60, memory: null, includeFiles: ['data/**'], excludeFiles: [] },
    },
  ]);
  expect(projects[0].crons).toEqual([{ schedule: '0 5 * * *', path: '/a' }]);
});

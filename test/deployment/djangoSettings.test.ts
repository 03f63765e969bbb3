import { describe, expect, it } from 'vitest';
import { djangoSetting, requestSettings } from '../../server/src/deployment/djangoSettings.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { textAt } from '../../server/src/text/span.ts';
import { grammars } from '../support/grammars.ts';

/** The settings module of the requests, and the text of the setting `X` in it, or why there is none. */
async function settings(files: string): Promise<string> {
  const workspace = new Workspace(memoryFileSystem(parseExample(files).files), await grammars);
  const answer = await workspace.ask((view) => {
    const project = { root: '', files: view };
    const path = requestSettings(project, resolveDeployment(project));
    if (path === undefined) return ['no settings'];
    const found = djangoSetting(project, path, 'X');
    return [`${path}: ${found ? `${textAt(found.document.text, found.value.span)} of ${found.path}` : 'unknown'}`];
  });
  return answer?.[0] ?? 'given up';
}

const naming = (module: string) => `import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "${module}")\n`;
const head = `-- requirements.txt\nDjango\n-- manage.py\n${naming('c.local')}-- c/local.py\nWSGI_APPLICATION = "c.wsgi.application"\nX = 1\n-- c/live.py\nX = 2\n-- c/wsgi.py\nimport django\napplication = 1\n`;
const wsgi = (module: string) => head.replace('import django\n', naming(module));
const build = '-- vercel.json\n{ "builds": [{ "src": "api/index.py", "use": "@vercel/python" }] }\n';

describe('the settings of a request', () => {
  it.each([
    ["are manage.py's", head, 'c/local.py: 1 of c/local.py'],
    ["are the application's own", wsgi('c.live'), 'c/live.py: 2 of c/live.py'],
    [
      'are those of a module that the entrypoint imports',
      `${build}-- api/index.py\nfrom c.wsgi import application as app\napp = app\n${wsgi('c.live')}`,
      'c/live.py: 2 of c/live.py',
    ],
    [
      "are vercel.json's",
      `-- vercel.json\n{ "env": { "DJANGO_SETTINGS_MODULE": "c.live" } }\n${wsgi('c.local')}`,
      'c/live.py: 2 of c/live.py',
    ],
    [
      'cannot be told where a variable names them',
      head.replace('import django\n', 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", os.environ["S"])\n'),
      'no settings',
    ],
    ['cannot be told where they are not there', wsgi('c.gone'), 'no settings'],
    ['are none without Django', '-- vercel.json\n{}\n-- api/index.py\napp = 1\n', 'no settings'],
  ])('%s', async (_title, files, expected) => {
    expect(await settings(files)).toBe(expected);
  });
});

describe('a setting', () => {
  const base = '-- c/base.py\nX = 3\n';
  const live = (text: string) => `${wsgi('c.live').replace('X = 2\n', text)}${base}`;

  it.each([
    ['comes from a star import', 'from .base import *\n', '3 of c/base.py'],
    ['comes from an absolute star import', 'from c.base import *\n', '3 of c/base.py'],
    ['is that of the module itself', 'from .base import *\nX = 4\n', '4 of c/live.py'],
    ['is unknown where a condition binds it', 'from .base import *\nif D:\n    X = 4\n', 'unknown'],
    ['is unknown where it is changed', 'from .base import *\nX["a"]["b"] = 4\n', 'unknown'],
    ['is unknown where it is added to', 'from .base import *\nX += 4\n', 'unknown'],
    ['is unknown where another package may bring it', 'from .base import *\nfrom other import *\n', 'unknown'],
    ['is unknown where nothing binds it', 'Y = 1\n', 'unknown'],
    ['is unknown while it is typed', 'X =\n', 'unknown'],
  ])('%s', async (_title, text, expected) => {
    expect(await settings(live(text))).toBe(`c/live.py: ${expected}`);
  });
});

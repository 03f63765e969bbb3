import { describe, expect, it } from 'vitest';
import { deployedModules, importClosure } from '../../server/src/deployment/importClosure.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { ask } from './deploymentOf.ts';

/** The modules that importing main.py runs, those that may not run with a question mark. */
function closureOf(files: Readonly<Record<string, string>>, entrypoint = 'main.py'): Promise<string[]> {
  return ask(files, (project) =>
    [...importClosure(project, [entrypoint])].map(([path, { conditional }]) => (conditional ? `${path}?` : path)),
  );
}

describe('the modules that an entrypoint imports', () => {
  it.each([
    [{ 'main.py': 'import a\n', 'a.py': '' }, ['main.py', 'a.py']],
    [{ 'main.py': 'import a.b\n', 'a/__init__.py': '', 'a/b.py': '' }, ['main.py', 'a/__init__.py', 'a/b.py']],
    [{ 'main.py': 'import a.b\n', 'a/b.py': '' }, ['main.py', 'a/b.py']],
    [
      { 'main.py': 'from a import b, c\n', 'a/__init__.py': 'c = 1\n', 'a/b.py': '' },
      ['main.py', 'a/__init__.py', 'a/b.py'],
    ],
    [{ 'main.py': 'from a import x\n', 'a.py': 'x = 1\n', 'src/a/x.py': '' }, ['main.py', 'a.py']],
    [{ 'main.py': 'import a\n', 'a.py': 'import main\nimport b\n', 'b.py': '' }, ['main.py', 'a.py', 'b.py']],
    [{ 'main.py': 'import a\n', 'src/a.py': '' }, ['main.py', 'src/a.py']],
    [{ 'main.py': 'import a\n', 'a/__init__.py': '', 'a.py': '' }, ['main.py', 'a/__init__.py']],
    [{ 'main.py': 'import os, fastapi\n' }, ['main.py']],
    [{ 'main.py': 'def f():\n  import a\n', 'a.py': '' }, ['main.py']],
    [
      { 'main.py': 'try:\n  import a\nexcept ImportError:\n  a = None\n', 'a.py': 'import b\n', 'b.py': '' },
      ['main.py', 'a.py?', 'b.py?'],
    ],
    [{ 'main.py': 'if x:\n  import a\nimport b\n', 'a.py': '', 'b.py': 'import a\n' }, ['main.py', 'b.py', 'a.py']],
    [{ 'main.py': 'class A:\n  import a\n', 'a.py': '' }, ['main.py', 'a.py']],
  ])('%j', async (files, expected) => {
    expect((await closureOf(files)).sort()).toEqual([...expected].sort());
  });

  it('resolves relative names from their own package', async () => {
    const files = {
      'app/main.py': 'from . import a\nfrom .b import x\nfrom ..other import y\n',
      'app/__init__.py': '',
      'app/a.py': '',
      'app/b.py': '',
      'other.py': '',
    };
    const found = await closureOf(files, 'app/main.py');
    expect(found.sort()).toEqual(['app/__init__.py', 'app/a.py', 'app/b.py', 'app/main.py', 'other.py']);
  });

  it('looks in the root folder first, then beside the importer', async () => {
    const files = {
      'api/index.py': 'import helper\nimport other\n',
      'api/helper.py': '',
      'api/other.py': '',
      'other.py': '',
    };
    expect((await closureOf(files, 'api/index.py')).sort()).toEqual(['api/helper.py', 'api/index.py', 'other.py']);
  });

  it.each([
    'import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "backend"))\n',
    'import sys\nfrom pathlib import Path\nROOT = Path(__file__).resolve().parent.parent\nBACKEND = ROOT / "backend"\nsys.path.insert(0, str(BACKEND))\n',
    "import os, sys\nhere = os.getcwd()\nsys.path.append(f'{here}/backend')\nsys.path.append('./backend')\n",
    'import os, sys\nbackend_dir = os.path.join(\n    os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "backend"\n)\nsys.path.append(backend_dir)\n',
  ])('looks first in a folder that the importer puts on the path: %j', async (head) => {
    const files = {
      'api/index.py': `${head}from app.main import app\n`,
      'backend/app/__init__.py': '',
      'backend/app/main.py': 'from app import settings\n',
      'backend/app/settings.py': '',
      'app/page.tsx': '',
    };
    const found = await closureOf(files, 'api/index.py');
    expect(found.sort()).toEqual([
      'api/index.py',
      'backend/app/__init__.py',
      'backend/app/main.py',
      'backend/app/settings.py',
    ]);
  });

  it('looks in no folder that a module names for something else', async () => {
    const files = {
      'main.py': 'import sys\nTEMPLATES = "backend"\nprint(sys.path, "backend")\nimport tool\n',
      'backend/tool.py': '',
    };
    expect(await closureOf(files)).toEqual(['main.py']);
  });

  it('leaves the repository alone where dots lead out of it', async () => {
    expect(await closureOf({ 'main.py': 'from ... import x\n' })).toEqual(['main.py']);
  });

  it.each([
    ['a block that only runs as a script', 'if __name__ == "__main__":\n  import a\n', ['main.py']],
    ['the other side of it', 'if __name__ != "__main__":\n  import a\n', ['main.py', 'a.py']],
    ['a block for type checkers', 'from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n  import a\n', ['main.py']],
    [
      'the other side of it',
      'import typing as t\nif t.TYPE_CHECKING:\n  import b\nelse:\n  import a\n',
      ['main.py', 'a.py'],
    ],
    [
      'the body of a method or a lambda',
      'class A:\n  def f(self):\n    import a\ng = lambda: __import__("a")\n',
      ['main.py'],
    ],
    ['a name that only begins alike', 'import ab\nfrom abc import a\n', ['main.py']],
    ['a string that names a module', 'import importlib\nimportlib.import_module("a")\n', ['main.py', 'a.py']],
    ['a string that is not known', 'import importlib\nimportlib.import_module(f"a.{b}")\n', ['main.py']],
    ['text that is being typed', 'import a\nfrom . import (\n', ['main.py', 'a.py']],
    ['text that is being typed', 'from a\nimport \nfrom .. import', ['main.py']],
  ])('of %s: %s', async (_what, code, expected) => {
    const files = { 'main.py': code, 'a.py': '', 'b.py': '', 'tests/test_a.py': 'import b\n' };
    expect((await closureOf(files)).sort()).toEqual([...expected].sort());
  });

  it('finds packages below src, and does not look for a part of them elsewhere', async () => {
    const files = {
      'src/shop/web/main.py': 'from shop.db import engine\nfrom shop.web import views\nimport shop.missing\n',
      'src/shop/__init__.py': 'from . import settings\n',
      'src/shop/settings.py': '',
      'src/shop/db/__init__.py': 'from .engine import engine\n',
      'src/shop/db/engine.py': '',
      'src/shop/web/views.py': 'from ..settings import *\n',
      'missing.py': '',
    };
    const found = await closureOf(files, 'src/shop/web/main.py');
    expect(found.sort()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'missing.py')
        .sort(),
    );
  });

  it('goes on to the settings that Django loads', async () => {
    const wsgi = (line: string) => `import os\nfrom django.core.wsgi import get_wsgi_application\n${line}\n`;
    const settings = {
      'site/settings/__init__.py': '',
      'site/settings/live.py': 'from .base import *\n',
      'site/settings/base.py': '',
    };
    const lines = [
      'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings.live")\napplication = get_wsgi_application()',
      'os.environ["DJANGO_SETTINGS_MODULE"] = "site.settings.live"\napplication = get_wsgi_application()',
    ];
    for (const line of lines) {
      expect((await closureOf({ 'main.py': wsgi(line), ...settings })).sort()).toEqual(
        ['main.py', ...Object.keys(settings)].sort(),
      );
    }
    const unused = 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings.live")';
    expect(await closureOf({ 'main.py': wsgi(unused), ...settings })).toEqual(['main.py']);
  });

  it('tells the shortest chain', async () => {
    const files = { 'main.py': 'import a\nimport b\n', 'a.py': 'import b\n', 'b.py': '' };
    const chains = await ask(files, (project) => importClosure(project, ['main.py']));
    expect(chains.get('b.py')?.chain).toEqual(['main.py', 'b.py']);
  });
});

describe('the modules that are deployed, while somebody types in the entrypoint', () => {
  const deployed = (files: Readonly<Record<string, string>>) =>
    ask(files, (project) => [...deployedModules(project, resolveDeployment(project)).keys()]);
  const main = 'from core import app\nimport pool\n';
  const others = { 'core.py': 'app = 1\n', 'pool.py': '' };

  it.each([
    ['a preset', { 'requirements.txt': 'fastapi\n' }, 'main.py'],
    ['zero configuration', { 'vercel.json': '{}' }, 'api/index.py'],
    [
      'zero configuration beside another function',
      { 'vercel.json': '{}', 'api/other.py': 'app = 1\n' },
      'api/index.py',
    ],
    ['`builds`', { 'vercel.json': '{"builds": [{"src": "main.py", "use": "@vercel/python"}]}' }, 'main.py'],
  ])('stay the same: %s', async (_title, files: Readonly<Record<string, string>>, path) => {
    const whole = await deployed({ ...others, ...files, [path]: main });
    const typed = await deployed({ ...others, ...files, [path]: `${main}\ndef orders(\n` });
    expect(whole).toContain('pool.py');
    expect([...typed].sort()).toEqual([...whole].sort());
  });

  it('are unknown where the statement may bind another application', async () => {
    const files = { ...others, 'requirements.txt': 'fastapi\n', 'main.py': `import pool\napp = make(\n` };
    expect(await deployed(files)).toEqual([]);
  });
});

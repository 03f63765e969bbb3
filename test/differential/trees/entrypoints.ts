import { entrypointPaths } from '../../../server/src/facts/entrypoints.ts';
import { builds, type Claims, each, json, noPreset, tree } from './tree.ts';

/** Modules, and what the builder sees in them: B.2, B.3 and F23 to F25. */
// biome-ignore format: a list that is read across
const modules = [
  'app = 1\n', 'application = 1\n', 'app: int = 1\n', 'app: FastAPI\n', 'x = app = 1\n', '(app) = 1\n',
  'app, x = 1, 2\n', '[app] = [1]\n', '(app, x) = 1, 2\n', '*app, x = 1, 2\n',
  'def app(environ, start_response):\n  pass\n', 'async def app(s, r, e):\n  pass\n', 'def application():\n  pass\n',
  'class app:\n  pass\n', 'class handler:\n  pass\n', 'class Handler:\n  pass\n', 'class HANDLER:\n  pass\n',
  'class handler(BaseHTTPRequestHandler):\n  pass\n', 'handler = 1\n', 'handler = Mangum(app)\n',
  'def handler(event, context):\n  pass\n', 'from main import app\n', 'from main import app as application\n',
  'from main import x as app\n', 'from main import app as x\n', 'import app\n', 'import x as app\n',
  'from x import *\n', 'from x import (a, app)\n', 'from . import app\n', 'from .main import app\n',
  'from x import Foo as handler\n', 'if True:\n  app = 1\n',
  'try:\n  from main import app\nexcept ImportError:\n  app = None\n', 'with x:\n  app = 1\n',
  'for app in []:\n  pass\n', 'while True:\n  app = 1\n', '(app := 1)\n', 'app += 1\n', 'app = 1\ndel app\n',
  'app = 1\napp = None\n', 'app = None\n', 'type app = int\n', 'global app\n', 'app.x = 1\n', 'app[0] = 1\n',
  'APP = 1\n', 'App = 1\n', 'Application = 1\n', 'ａｐｐ = 1\n', 'app = 1; x = 2\n', 'x = 1; app = 2\n',
  'class handler(BaseHTTPRequestHandler):\n  pass\napp = 1\n', 'app = 1\nclass handler:\n  pass\n',
  'handler = 1\napp = 2\n', 'def handler(e, c):\n  pass\napp = 1\n', 'application = 1\napp = 2\n',
  'app = 1\napplication = 2\n', '@decorated\ndef app():\n  pass\n', '@decorated\nclass handler:\n  pass\n',
  'match x:\n  case app:\n    pass\n', 'app = 1\n)', 'app = (\n', 'x = (\napp = 1\n', 'app = 1\nprint "x"\n',
  'print "x"\napp = 1\n', 'app = 0777\n', 'app = 1\n\tx = 1\n', 'if x:\n\ta\n        b\napp = 1\n',
  'app = 1\nreturn\n', 'return\napp = 1\n', 'await x\napp = 1\n', 'break\napp = 1\n', 'def f(a, a): pass\napp = 1\n',
  'nonlocal x\napp = 1\n', 'x = t"{y}"\napp = 1\n', 'try:\n  pass\nexcept A, b:\n  pass\napp = 1\n', 'app = 1\0\n',
  'app = `x`\n', 'app = x <> y\n', 'exec "x"\napp = 1\n', 'app = 1 if x else\n', 'app =\n', 'app\n', 'app: \n', '',
  '\n', '# app = 1\n', '"""app = 1"""\n', 'def create():\n  app = 1\n', 'class A:\n  app = 1\n', 'lambda: app\n',
  '# -*- coding: latin-1 -*-\napp = 1\n', '\fapp = 1\n', 'app = 1\r\n', 'app = 1\rx = 2\r', '\\\napp = 1\n',
  'app \\\n= 1\n', 'from x import app, handler\n', 'from x import handler\n', 'from x import Handler, app\n',
  'async with x: pass\napp = 1\n', 'yield x\napp = 1\n', 'import os, app\n', 'import app.x\n', 'app = yield\n',
  'app = await x\n', 'app = *x,\n', 'del app\napp = 1\n', 'global app\napp = 1\n', 'class handler[T]: pass\n',
  'def app[T](): pass\n', 'app = f"{x!r:>{y}}"\n', 'app = x if y else z\n', 'x: app = 1\n', 'app = app = 1\n',
  'x = (app := 1)\n', 'assert (app := 1)\n', 'from __future__ import annotations\napp = 1\n',
  'from x import app as handler\n', 'class Handler(X): pass\napp = 1\n', 'raise SystemExit\napp = 1\n',
  'else:\n  pass\napp = 1\n', 'app = 1\n  \n', '  app = 1\n', 'app=1;\n', ';app = 1\n', 'app = "\n', 'app = """\n',
  'app = r"\\"\n', 'é = 1\napp = é\n', 'app = 1_000\n', 'app = 1__0\n', 'app = 0o8\n',
];

/** Values of `[tool.vercel] entrypoint`: F22, A5, A6. */
// biome-ignore format: a list that is read across
const references = [
  'web:app', './web:app', 'uvicorn web:app', 'web:app()', 'web:app.wsgi', '1web:app', 'pkg/core:app', 'my-app:app',
  'web', 'web.py', 'web.py:app', 'web : app', 'pkg.core:app', 'pkg:app', 'pkg.core:nope', 'gone:app', 'broken:app', '',
  ':app', 'web:', 'web:1app', 'a b web:app', 'web:app:x', 'pkg.gone:app', 'pkg..core:app', '.web:app', 'web.:app',
  'wëb:app', 'web:äpp', 'web\n:app', 'core:app', 'app:app', 'both:app', 'web::app',
];

const elsewhere = [
  'api_handler.py',
  'backend/main.py',
  'src/pkg/main.py',
  'app/web.py',
  'tests/app.py',
  '.hidden/app.py',
  '__pycache__/app.py',
  'node_modules/app.py',
];

const framework = (name: string) => json({ framework: name });
const quoted = (text: string) => JSON.stringify(text);
const inPyproject = (text: string) => ({
  ...{ 'vercel.json': framework('fastapi'), 'pyproject.toml': `[tool.vercel]\nentrypoint = ${quoted(text)}\n` },
  ...{
    'web.py': 'app = 1\n',
    'pkg/__init__.py': 'app = 1\n',
    'pkg/core.py': 'app = 1\n',
    'core.py': 'x = 1\n',
    'broken.py': 'app = (\n',
  },
  ...{ 'app.py': 'x = 1\n', 'both.py': '', 'both/__init__.py': '', '.hidden.py': 'app = 1\n' },
});
const scripted = (text: string) => ({
  ...{
    'vercel.json': framework('flask'),
    'pyproject.toml': `[project]\nname = "x"\nversion = "1"\n[project.scripts]\napp = ${quoted(text)}\n`,
  },
  ...{ 'web.py': 'nothing = 1\n', 'pkg/__init__.py': '', 'pkg/core.py': '' },
});
const presets = ['fastapi', 'flask', 'django', 'python', 'fasthtml'] as const;
const forPresets = (claim: string, files: Readonly<Record<string, string>>): Claims =>
  Object.fromEntries(
    presets.map((preset) => [`${claim} (${preset})`, tree({ ...files, 'vercel.json': framework(preset) })]),
  );

export const entrypoints: Claims = {
  ...each('B.2, B.3, F23 to F25: a module of builds', modules, (text) => ({
    'vercel.json': builds('main.py'),
    'main.py': text,
  })),
  ...each('B.4: a module of api', modules, (text) => ({ 'vercel.json': noPreset, 'api/index.py': text })),
  ...each('F22, A5, A6: tool.vercel.entrypoint', references, inPyproject),
  ...each('A11: project.scripts app', references, scripted),
  ...each('C.3: a place of the preset', entrypointPaths, (path) => ({
    'vercel.json': framework('fastapi'),
    [path]: 'app = 1\n',
  })),
  ...each('A8: an application elsewhere', elsewhere, (path) => ({
    'vercel.json': framework('fastapi'),
    [path]: 'app = 1\n',
  })),
  ...each(
    'A5: tool.vercel.entrypoint that is no string',
    ['1', 'true', '["web:app"]', '{ a = 1 }', '1979-05-27'],
    (text) => ({
      ...{
        'vercel.json': framework('fastapi'),
        'pyproject.toml': `[tool.vercel]\nentrypoint = ${text}\n`,
        'web.py': 'app = 1\n',
      },
    }),
  ),
  ...forPresets('A9: nothing anywhere', {}),
  ...forPresets('A7: one file without application', { 'main.py': 'x = 1\n' }),
  ...forPresets('A7: four files without application', {
    'main.py': 'x = 1\n',
    'app.py': '',
    'src/main.py': '',
    'api/index.py': '',
  }),
  ...forPresets('A7: a file without application, and one elsewhere', {
    'app.py': 'x = 1\n',
    'web/site.py': 'app = 1\n',
  }),
  ...forPresets('A8: only elsewhere', { 'api_handler.py': 'from x import app\n' }),
  ...forPresets('C.3: the application in the first place', { 'main.py': 'app = 1\n' }),
  ...forPresets('C.3: the application in api beside others', {
    'api/index.py': 'app = 1\n',
    'api/other.py': 'app = 1\n',
  }),
  ...forPresets('C.3: a syntax error', { 'main.py': 'app = (\n' }),
  ...forPresets('C.3: folder by folder, not name by name', {
    'src/app.py': 'app = 1\n',
    'asgi.py': 'application = 1\n',
  }),
  ...forPresets('C.3: the first file without application is passed over', { 'app.py': '', 'main.py': 'app = 1\n' }),
  ...forPresets('F22: the setting wins', {
    'pyproject.toml': '[tool.vercel]\nentrypoint = "web:x"\n',
    'web.py': '',
    'main.py': 'app = 1\n',
  }),
  ...forPresets('C.3: manage.py', {
    'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
    'site/settings.py': 'WSGI_APPLICATION = "site.wsgi.application"\n',
    'site/wsgi.py': 'application = 1\n',
  }),
  ...forPresets('C.3: manage.py in a folder', {
    'web/manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n',
    'web/site/settings.py': '',
  }),
  ...forPresets('C.3: manage.py that does not speak of settings', { 'manage.py': '', 'main.py': 'app = 1\n' }),
  ...forPresets('C.3: manage.py in a folder of a folder', { 'a/b/manage.py': 'DJANGO_SETTINGS_MODULE' }),
  ...forPresets('F26: first-level folders', { 'zoo/wsgi.py': 'application = 1\n', 'bar/asgi.py': 'application = 1\n' }),
  ...forPresets('F26: deeper folders', { 'a/b/wsgi.py': 'application = 1\n' }),
  ...forPresets('F26: folders with a dot', { '.a/wsgi.py': 'application = 1\n' }),
  ...forPresets('manage.py wins over the places', { 'manage.py': 'DJANGO_SETTINGS_MODULE', 'main.py': 'app = 1\n' }),
  ...forPresets('the script beside manage.py', {
    'manage.py': 'DJANGO_SETTINGS_MODULE',
    'web.py': '',
    'pyproject.toml': '[project.scripts]\napp = "web:app"\n',
  }),
  'A11: a script that is no string': tree({
    'vercel.json': framework('flask'),
    'pyproject.toml': '[project.scripts]\napp = 1\n',
  }),
  'A11: a script of another name': tree({
    'vercel.json': framework('flask'),
    'pyproject.toml': '[project.scripts]\nserve = "web:app"\n',
    'web.py': 'x = 1\n',
  }),
  'A7 before A11': tree({
    'vercel.json': framework('flask'),
    'pyproject.toml': '[project.scripts]\napp = "gone:app"\n',
    'main.py': 'x = 1\n',
  }),
  'A11 with a suggestion': tree({
    'vercel.json': framework('flask'),
    'pyproject.toml': '[project.scripts]\napp = "gone:app"\n',
    'web.py': 'app = 1\n',
  }),
  'F6: a module with a byte order mark': tree({
    'vercel.json': builds('main.py'),
    'main.py': { text: 'app = 1\n', encoding: 'utf-8-bom' },
  }),
  'a module in UTF-16': tree({
    'vercel.json': builds('main.py'),
    'main.py': { text: 'app = 1\n', encoding: 'utf-16le' },
  }),
  'A3: builds of a file that is no module': tree({ 'vercel.json': builds('requirements.txt'), 'requirements.txt': '' }),
  'A3: builds of a file whose name with .py exists': tree({
    'vercel.json': builds('main'),
    main: '',
    'main.py': 'app = 1\n',
  }),
  'F16: builds that match no file': tree({ 'vercel.json': builds('gone.py'), 'main.py': 'app = 1\n' }),
  'F17: builds without src': tree({
    'vercel.json': json({ builds: [{ use: '@vercel/python' }] }),
    'main.py': 'app = 1\n',
    'requirements.txt': '',
  }),
  'F18: fasthtml without main.py': tree({ 'requirements.txt': 'python-fasthtml\n', 'app.py': 'app = 1\n' }),
  'F18: fasthtml beside api': tree({
    'requirements.txt': 'python-fasthtml\n',
    'main.py': 'app = 1\n',
    'api/a.py': 'app = 1\n',
  }),
  'F18: fasthtml ignores tool.vercel': tree({
    'requirements.txt': 'python-fasthtml\n',
    'pyproject.toml': '[tool.vercel]\nentrypoint = "web:app"\n',
    'web.py': 'app = 1\n',
  }),
};

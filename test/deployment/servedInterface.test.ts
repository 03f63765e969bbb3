import { describe, expect, it } from 'vitest';
import { servedInterface } from '../../server/src/deployment/servedInterface.ts';
import { ask, deploymentOf } from './deploymentOf.ts';

const fastapi = 'from fastapi import FastAPI\napp = FastAPI()\n';

describe('the interface of a variable', () => {
  it.each([
    [fastapi, 'asgi'],
    ['import fastapi as f\napp = f.FastAPI()\n', 'asgi'],
    ['from flask import Flask\napp = Flask(__name__)\n', 'wsgi'],
    ['from starlette.applications import Starlette as S\napp: S = S()\n', 'asgi'],
    ['from django.core.wsgi import get_wsgi_application\napp = get_wsgi_application()\n', 'wsgi'],
    ['async def app(scope, receive, send):\n  pass\n', 'asgi'],
    ['def app(environ, start_response):\n  pass\n', 'wsgi'],
    ['def app(environ, start_response, extra=None):\n  pass\n', 'wsgi'],
    ['def app():\n  pass\n', 'unknown'],
    ['async def app(environ, start_response):\n  pass\n', 'wsgi'],
    ['def app(environ, start_response, *, extra):\n  pass\n', 'wsgi'],
    ['class App:\n  async def __call__(self, scope, receive, send):\n    pass\napp = App()\n', 'asgi'],
    ['class App:\n  def __call__(self, environ, start_response):\n    pass\napp = App()\n', 'wsgi'],
    ['class App:\n  pass\napp = App()\n', 'unknown'],
    ['from mangum import Mangum\napp = Mangum(x)\n', 'unknown'],
    ['from fastapi import FastAPI\ndef create():\n  return FastAPI()\napp = create()\n', 'asgi'],
    ['from fastapi import FastAPI\ndef create():\n  made = FastAPI()\n  return made\napp = create()\n', 'asgi'],
    ['from fastapi import FastAPI\ninner = FastAPI()\napp = inner\n', 'asgi'],
    ['app = app\n', 'unknown'],
    ['app = {}\n', 'unknown'],
    ['app, x = 1, 2\n', 'unknown'],
    ['', 'unknown'],
  ])('of %j is %s', async (text, expected) => {
    expect(await ask({ 'main.py': text }, (project) => servedInterface(project, 'main.py', 'app'))).toBe(expected);
  });

  it.each([
    [{ 'api_handler.py': 'from main import app\n', 'main.py': fastapi }, 'asgi'],
    [{ 'api_handler.py': 'from main import create as app\n', 'main.py': fastapi }, 'unknown'],
    [{ 'api_handler.py': 'from app.main import app\n', 'app/main.py': fastapi }, 'asgi'],
    [
      {
        'api_handler.py': 'from app import app\n',
        'app/__init__.py': 'from .main import app\n',
        'app/main.py': fastapi,
      },
      'asgi',
    ],
    [
      {
        'api_handler.py': 'from site_ import create\napp = create()\n',
        'site_.py': 'from flask import Flask\ndef create():\n  return Flask("x")\n',
      },
      'wsgi',
    ],
    [
      { 'api_handler.py': 'from a import app\n', 'a.py': 'from b import app\n', 'b.py': 'from a import app\n' },
      'unknown',
    ],
    [{ 'api_handler.py': 'from gone import app\n' }, 'unknown'],
  ])('is followed through imports: %j', async (files, expected) => {
    const answer = ask(files, (project) => servedInterface(project, 'api_handler.py', 'app'));
    expect(await answer).toBe(expected);
  });

  it('of a class is HTTP where it is an http.server handler', async () => {
    const from = (base: string) => ({
      'main.py': `from http.server import BaseHTTPRequestHandler\nclass handler(${base}):\n  pass\n`,
    });
    const of = (base: string) => ask(from(base), (project) => servedInterface(project, 'main.py', 'handler'));
    expect(await of('BaseHTTPRequestHandler')).toBe('http-handler');
    expect(await of('object')).toBe('unknown');
  });
});

describe('Django', () => {
  const settings = 'ROOT_URLCONF = "site.urls"\n';
  const files = {
    'requirements.txt': 'django\n',
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "conf.settings")\n',
    'conf/wsgi.py': 'from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n',
    'conf/asgi.py': 'from django.core.asgi import get_asgi_application\napplication = get_asgi_application()\n',
  };

  it.each([
    [{ 'conf/settings.py': `${settings}WSGI_APPLICATION = "conf.wsgi.application"\n` }, 'conf/wsgi.py', 'wsgi'],
    [
      {
        'conf/settings.py': 'WSGI_APPLICATION = "conf.wsgi.application"\nASGI_APPLICATION = "conf.asgi.application"\n',
      },
      'conf/asgi.py',
      'asgi',
    ],
    [
      { 'conf/settings.py': 'from .base import *\n', 'conf/base.py': 'WSGI_APPLICATION = "conf.wsgi.application"\n' },
      'conf/wsgi.py',
      'wsgi',
    ],
    [
      {
        'conf/settings/__init__.py': 'from .base import *\n',
        'conf/settings/base.py': 'WSGI_APPLICATION = "conf.wsgi.application"\n',
      },
      'conf/wsgi.py',
      'wsgi',
    ],
  ])('serves what its settings name: %j', async (more, path, expected) => {
    const { functions, errors } = await deploymentOf({ ...files, ...more });
    expect(errors).toEqual([]);
    expect(functions).toEqual([{ path, variable: 'application', interface: expected }]);
  });

  it('serves nothing where they do not', async () => {
    expect((await deploymentOf({ ...files, 'conf/settings.py': settings })).functions).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Problem } from '../../server/src/check/problem.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import appIsAdapter from '../../server/src/rules/handler/appIsAdapter.ts';
import entrypointConditional from '../../server/src/rules/handler/entrypointConditional.ts';
import entrypointMissing from '../../server/src/rules/handler/entrypointMissing.ts';
import entrypointSyntaxError from '../../server/src/rules/handler/entrypointSyntaxError.ts';
import handlerClassAssigned from '../../server/src/rules/handler/handlerClassAssigned.ts';
import handlerNameConflict from '../../server/src/rules/handler/handlerNameConflict.ts';
import handlerNotAClass from '../../server/src/rules/handler/handlerNotAClass.ts';
import handlerWrapperFunction from '../../server/src/rules/handler/handlerWrapperFunction.ts';
import mangumHandlerIgnored from '../../server/src/rules/handler/mangumHandlerIgnored.ts';
import { problemsIn, withChanges } from '../support/check.ts';

const rules = [
  appIsAdapter,
  entrypointConditional,
  entrypointMissing,
  entrypointSyntaxError,
  handlerClassAssigned,
  handlerNameConflict,
  handlerNotAClass,
  handlerWrapperFunction,
  mangumHandlerIgnored,
];

/** What names the file that is looked at. */
const heads = {
  builds: '-- vercel.json\n{ "builds": [{ "src": "api_handler.py", "use": "@vercel/python" }] }\n-- api_handler.py\n',
  api: '-- vercel.json\n{}\n-- api/api_handler.py\n',
  preset: '-- requirements.txt\nfastapi\n-- main.py\n',
  setting:
    '-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\ndependencies = ["fastapi"]\n[tool.vercel]\nentrypoint = "web:app"\n-- web.py\n',
  name: '-- vercel.json\n{}\n-- api_handler.py\n',
} as const;

/** A module and what all handler rules together say of it. */
interface Shape {
  readonly title: string;
  /** The module, with the files that it imports behind it in the notation of examples. */
  readonly text: string;
  /** An entry of `builds` where absent. */
  readonly by?: keyof typeof heads;
  /** Severity and rule, in the order of places. */
  readonly says: readonly string[];
  /** The module after the first fix there is, and whether that is safe; absent where there is none. */
  readonly fixed?: string;
  readonly safety?: 'safe' | 'unsafe';
}

describe('the shapes of a handler', () => {
  it.each(shapes().map((shape) => [shape.title, shape] as const))('%s', async (_title, shape) => {
    const head = heads[shape.by ?? 'builds'];
    const path = [...parseExample(head).files.keys()].at(-1) ?? '';
    const problems = await problemsIn(head + shape.text, rules);
    expect(problems.map(({ severity, rule }) => `${severity} ${rule.name}`)).toEqual(shape.says);
    expect(problems.filter(({ message }) => message.length > 160)).toEqual([]);
    const [fix] = problems.flatMap(({ fixes }) => fixes);
    const after = fix && withChanges(parseExample(head + shape.text).files, fix.changes).get(path)?.text;
    expect([fix?.safety, after]).toEqual([shape.safety, shape.fixed]);
  });

  it.each(shapes().map((shape) => [shape.title, shape] as const))('each fix mends it: %s', async (_title, shape) => {
    const head = heads[shape.by ?? 'builds'];
    const { files } = parseExample(head + shape.text);
    for (const problem of await problemsIn(head + shape.text, rules)) {
      for (const fix of problem.fixes) {
        const after = [...withChanges(files, fix.changes)].map(([path, { text }]) => `-- ${path}\n${text}`);
        const left = await problemsIn(after.join(''), rules);
        expect(
          left.filter((other) => isSame(other, problem)),
          fix.title,
        ).toEqual([]);
        expect(
          left.filter(({ rule }) => rule === entrypointSyntaxError),
          fix.title,
        ).toEqual([]);
        expect(left.filter(({ severity }) => severity === 'error').length, fix.title).toBeLessThanOrEqual(
          problem.severity === 'error' ? 0 : 1,
        );
      }
    }
  });
});

function isSame({ rule, message }: Problem, other: Problem): boolean {
  return rule === other.rule && message === other.message && other.rule !== handlerWrapperFunction;
}

/** Shape by shape of platform.md B.3, and more. */
function shapes(): Shape[] {
  return [
    {
      title: 'B.3 A, C: an adapter beside `app`',
      text: `from mangum import Mangum
from main import app

handler = Mangum(app)
`,
      says: ['info mangum-handler-ignored'],
      safety: 'unsafe',
      fixed: `from main import app
`,
    },
    {
      title: 'B.3 B: an adapter, `app` under another name',
      text: `from mangum import Mangum
from main import app as fastapi_app

handler = Mangum(fastapi_app)
`,
      says: ['error entrypoint-missing'],
      safety: 'safe',
      fixed: `from mangum import Mangum
from main import app as fastapi_app

app = fastapi_app
handler = Mangum(app)
`,
    },
    {
      title: 'B.3 V: an adapter around a factory',
      text: `from mangum import Mangum

def create():
    return 1

handler = Mangum(create())
`,
      says: ['error entrypoint-missing'],
      safety: 'safe',
      fixed: `from mangum import Mangum

def create():
    return 1

app = create()
handler = Mangum(app)
`,
    },
    {
      title: 'the adapter made inside',
      text: `from mangum import Mangum
from app.main import app
def handler(event, context):
    """AWS style"""
    asgi_handler = Mangum(app, lifespan="off")
    return asgi_handler(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from mangum import Mangum
from app.main import app
# AWS style
handler = Mangum(app, lifespan="off")
`,
    },
    {
      title: 'the adapter made in the call',
      text: `from mangum import Mangum
from app.main import app


def handler(event, context):
    return Mangum(app)(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from mangum import Mangum
from app.main import app


handler = Mangum(app)
`,
    },
    {
      title: 'a module variable that the function hides',
      text: `"""Entry point, brought over from AWS Lambda."""

from mangum import Mangum

from app.main import app

handler = Mangum(app)


def handler(event, context):
    # API Gateway calls this with its event.
    asgi_handler = Mangum(app)
    return asgi_handler(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `"""Entry point, brought over from AWS Lambda."""

from mangum import Mangum

from app.main import app

# API Gateway calls this with its event.
handler = Mangum(app)
`,
    },
    {
      title: 'another name for Mangum, `async`, comments everywhere',
      text: `from mangum import Mangum as M
from app.main import app

asgi = M(
    app,  # the app
    lifespan="off",
)  # adapter


async def handler(request, context):  # noqa
    # one
    return await asgi(request, context)  # two
    # three
# four
x = 1
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from mangum import Mangum as M
from app.main import app

# adapter
# noqa
# one
# two
# three
handler = M(
    app,  # the app
    lifespan="off",
)
# four
x = 1
`,
    },
    {
      title: '`import mangum`, no `app`',
      text: `import mangum
import main


def handler(event, context):
    return mangum.Mangum(main.api, lifespan="off")(event, context)
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `import mangum
import main


app = main.api
handler = mangum.Mangum(app, lifespan="off")
`,
    },
    {
      title: 'a decorator that does something',
      text: `from mangum import Mangum
from app.main import app
from aws_lambda_powertools import Logger
logger = Logger()

@logger.inject_lambda_context
def handler(event, context):
    return Mangum(app)(event, context)
`,
      says: ['warning handler-wrapper-function'],
    },
    {
      title: 'a decorator that does nothing',
      text: `from typing import no_type_check
from mangum import Mangum
from app.main import app

@no_type_check
def handler(event, context):
    return Mangum(app)(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from typing import no_type_check
from mangum import Mangum
from app.main import app

handler = Mangum(app)
`,
    },
    {
      title: 'more than the call, no `app`',
      text: `from mangum import Mangum
from app.main import app as api
asgi = Mangum(api)

def handler(event, context):
    try:
        return asgi(event, context)
    except Exception:
        return {"statusCode": 500}
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from app.main import app as api
app = api
asgi = Mangum(api)

def handler(event, context):
    try:
        return asgi(event, context)
    except Exception:
        return {"statusCode": 500}
`,
    },
    {
      title: 'a decorator that does something, no `app`',
      text: `from mangum import Mangum
from main import create_app
from aws_lambda_powertools import Logger
logger = Logger()

# Called by AWS.
@logger.inject_lambda_context
def handler(event, context):
    return Mangum(create_app())(event, context)
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import create_app
from aws_lambda_powertools import Logger
app = create_app()
logger = Logger()

# Called by AWS.
@logger.inject_lambda_context
def handler(event, context):
    return Mangum(create_app())(event, context)
`,
    },
    {
      title: '`app` is an adapter that a function calls',
      text: `from mangum import Mangum
from main import app
app = Mangum(app)
def handler(event, context):
    return app(event, context)
`,
      says: ['error app-is-adapter', 'warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from main import app
def handler(event, context):
    return app(event, context)
`,
    },
    {
      title: 'a hidden `app` beside an AWS function',
      text: `if True:
    from main import app
def handler(event, context):
    return {}
`,
      says: ['error entrypoint-conditional', 'warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from main import app
def handler(event, context):
    return {}
`,
    },
    {
      title: 'imports inside',
      text: `def handler(event, context):
    from mangum import Mangum
    from app.main import app

    return Mangum(app)(event, context)
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from app.main import app
handler = Mangum(app)
`,
    },
    {
      title: 'the application made inside',
      text: `from mangum import Mangum
from main import create_app

def handler(event, context):
    # made late
    application = create_app(
        debug=True,
    )
    asgi = Mangum(application)
    response = asgi(event, context)
    return response
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import create_app

# made late
application = create_app(
    debug=True,
)
handler = Mangum(application)
`,
    },
    {
      title: 'a factory on several lines',
      text: `from mangum import Mangum
from main import create_app

def handler(event, context):
    asgi = Mangum(
        create_app(
            debug=True,
        ),
        lifespan="off",
    )
    return asgi(event, context)
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import create_app

app = create_app(
    debug=True,
)
handler = Mangum(
    app,
    lifespan="off",
)
`,
    },
    {
      title: 'the function stands above the application',
      text: `from mangum import Mangum
from fastapi import FastAPI


def handler(event, context):
    return Mangum(app)(event, context)


app = FastAPI()


@app.get("/")
def root():
    return {}
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from mangum import Mangum
from fastapi import FastAPI


app = FastAPI()
handler = Mangum(app)


@app.get("/")
def root():
    return {}
`,
    },
    {
      title: 'the function stands above the adapter',
      text: `from mangum import Mangum
from fastapi import FastAPI


def handler(event, context):
    """Lambda"""
    return asgi(event, context)


api = FastAPI()
asgi = Mangum(api)
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from fastapi import FastAPI


api = FastAPI()
asgi = Mangum(api)
# Lambda
app = api
handler = asgi
`,
    },
    {
      title: 'the adapter is used elsewhere',
      text: `from mangum import Mangum
from main import app
asgi = Mangum(app)
print(asgi)
def handler(event, context):
    return asgi(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from mangum import Mangum
from main import app
asgi = Mangum(app)
print(asgi)
handler = asgi
`,
    },
    {
      title: 'an adapter that makes no object',
      text: `import awsgi
from main import app

def handler(event, context):
    return awsgi.response(app, event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from main import app
`,
    },
    {
      title: 'B.3 D: an AWS function',
      text: `def handler(event, context):
    return {"statusCode": 200}
`,
      says: ['error handler-wrapper-function'],
    },
    {
      title: 'B.3 E: an AWS function beside `app`',
      text: `from main import app

def handler(event, context):
    return {"statusCode": 200}
`,
      says: ['warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from main import app
`,
    },
    {
      title: 'a function of one request',
      text: `def handler(request):
    return {"statusCode": 200}
`,
      says: ['error entrypoint-missing'],
    },
    {
      title: 'B.3 H: `handler = app`',
      text: `from main import app
handler = app
`,
      says: ['info handler-not-a-class'],
      safety: 'unsafe',
      fixed: `from main import app
`,
    },
    {
      title: 'B.3 H: another name for an application, no `app`',
      text: `from main import app as api
handler = api
`,
      says: ['error handler-not-a-class'],
      safety: 'unsafe',
      fixed: `from main import app as api
app = api
`,
    },
    {
      title: 'a lambda around an adapter',
      text: `from main import app
from mangum import Mangum
handler = lambda event, context: Mangum(app)(event, context)
`,
      says: ['warning handler-not-a-class'],
      safety: 'unsafe',
      fixed: `from main import app
from mangum import Mangum
handler = Mangum(app)
`,
    },
    {
      title: 'B.3 F: a class handler',
      text: `from http.server import BaseHTTPRequestHandler
class handler(BaseHTTPRequestHandler):
    pass
`,
      says: [],
    },
    {
      title: 'B.3 W: an assigned class',
      text: `from http.server import BaseHTTPRequestHandler
class Foo(BaseHTTPRequestHandler):
    pass
handler = Foo
`,
      says: ['error handler-class-assigned'],
      safety: 'unsafe',
      fixed: `from http.server import BaseHTTPRequestHandler
class Foo(BaseHTTPRequestHandler):
    pass
class handler(Foo):
    pass
`,
    },
    {
      title: 'B.3 M: `app` is an adapter',
      text: `from mangum import Mangum
from main import app as fastapi_app
app = Mangum(fastapi_app)
`,
      says: ['error app-is-adapter'],
      safety: 'unsafe',
      fixed: `from main import app as fastapi_app
app = fastapi_app
`,
    },
    {
      title: 'B.3 O: a star import',
      text: `from main import *
-- main.py
app = 1
`,
      says: ['error entrypoint-conditional'],
      safety: 'unsafe',
      fixed: `from main import *
from main import app
`,
    },
    {
      title: 'B.3 P: `try`',
      text: `try:
    from main import app
except ImportError:
    app = None
`,
      says: ['error entrypoint-conditional'],
      safety: 'unsafe',
      fixed: `from main import app
`,
    },
    {
      title: 'B.3 P with a wrapper',
      text: `from mangum import Mangum
try:
    from main import app
except ImportError:
    app = None

def handler(event, context):
    return Mangum(app)(event, context)
`,
      says: ['error entrypoint-conditional', 'warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import app

def handler(event, context):
    return Mangum(app)(event, context)
`,
    },
    {
      title: 'B.3 P with an adapter, and an alternative',
      text: `from mangum import Mangum
try:
    from main import app
except ImportError:
    from .main import app
handler = Mangum(app)
`,
      says: ['error entrypoint-conditional'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
try:
    from main import app
except ImportError:
    from .main import app
app = app
handler = Mangum(app)
`,
    },
    {
      title: 'B.3 Q: `if`',
      text: `if True:
    from main import make
    app = make()
`,
      says: ['error entrypoint-conditional'],
      safety: 'unsafe',
      fixed: `from main import make
app = make()
`,
    },
    {
      title: 'B.3 R: a tuple',
      text: `app, x = make(), 1
`,
      says: ['error entrypoint-conditional'],
      safety: 'unsafe',
      fixed: `app = make()
x = 1
`,
    },
    {
      title: 'B.3 U: a syntax error',
      text: `from main import app
def f(:
`,
      says: ['error entrypoint-syntax-error'],
    },
    {
      title: 'B.3 I: nothing',
      text: `x = 1
`,
      says: ['error entrypoint-missing'],
    },
    {
      title: 'an empty file',
      text: ``,
      says: ['error entrypoint-missing'],
    },
    {
      title: 'B.3 B in zero-config',
      by: 'api',
      text: `from mangum import Mangum
from main import app as fastapi_app

handler = Mangum(fastapi_app)
`,
      says: [],
    },
    {
      title: 'a wrapper in zero-config',
      by: 'api',
      text: `from mangum import Mangum
from main import app as fastapi_app
def handler(event, context):
    return Mangum(fastapi_app)(event, context)
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import app as fastapi_app
app = fastapi_app
handler = Mangum(app)
`,
    },
    {
      title: 'B.3 P in zero-config',
      by: 'api',
      text: `try:
    from main import app
except ImportError:
    raise
`,
      says: ['error entrypoint-conditional'],
      safety: 'unsafe',
      fixed: `from main import app
`,
    },
    {
      title: 'B.3 B with a preset',
      by: 'preset',
      text: `from mangum import Mangum
from fastapi import FastAPI
api = FastAPI()
handler = Mangum(api)
`,
      says: ['error entrypoint-missing'],
      safety: 'safe',
      fixed: `from mangum import Mangum
from fastapi import FastAPI
api = FastAPI()
app = api
handler = Mangum(app)
`,
    },
    {
      title: 'a wrapper with a preset, and another candidate',
      by: 'preset',
      text: `from mangum import Mangum
from fastapi import FastAPI
api = FastAPI()
def handler(event, context):
    return Mangum(api)(event, context)
-- server.py
x = 1
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from fastapi import FastAPI
api = FastAPI()
app = api
handler = Mangum(app)
`,
    },
    {
      title: 'a wrapper in a file that nothing names',
      by: 'name',
      text: `from mangum import Mangum
from main import app as api
def handler(event, context):
    return Mangum(api)(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import app as api
app = api
handler = Mangum(app)
`,
    },
    {
      title: 'B.3 A in a file that nothing names',
      by: 'name',
      text: `from mangum import Mangum
from main import app
handler = Mangum(app)
`,
      says: ['info mangum-handler-ignored'],
      safety: 'unsafe',
      fixed: `from main import app
`,
    },
    {
      title: 'two functions',
      text: `from main import app
def handler(event, context):
    return 1
def handler(event, context):
    return 2
`,
      says: ['warning handler-name-conflict', 'warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from main import app
def handler(event, context):
    return 2
`,
    },
    {
      title: 'a function that hides what is imported',
      text: `from lambda_app import handler
from main import app
def handler(event, context):
    return handler(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from lambda_app import handler
from main import app
`,
    },
    {
      title: 'arguments handed on with stars',
      text: `from mangum import Mangum
from main import app
asgi = Mangum(app)
def handler(*args, **kwargs):
    return asgi(*args, **kwargs)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from mangum import Mangum
from main import app
handler = Mangum(app)
`,
    },
    {
      title: '`app` is a package',
      text: `import app.main
from mangum import Mangum
def handler(event, context):
    return Mangum(app.main.api)(event, context)
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `import app.main
from mangum import Mangum
application = app.main.api
handler = Mangum(application)
`,
    },
    {
      title: 'comments above and behind, a long docstring',
      text: `from mangum import Mangum
from main import app

# The adapter for Lambda.
asgi = Mangum(app)  # made once


# Called by AWS.
def handler(event, context):  # entry
    """Handles.

    Args:
        event: what
    """
    # pass on
    return asgi(event, context)  # done


# end
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from mangum import Mangum
from main import app

# Called by AWS.
# The adapter for Lambda.
# made once
# entry
# Handles.
#
# Args:
#     event: what
# pass on
# done
handler = Mangum(app)


# end
`,
    },
    {
      title: 'a lambda around an adapter, no `app`',
      text: `from mangum import Mangum
from main import app as api
handler = lambda e, c: Mangum(api)(e, c)
`,
      says: ['error handler-not-a-class'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import app as api
app = api
handler = Mangum(app)
`,
    },
    {
      title: 'a lambda of its own',
      text: `from main import app
handler = lambda event, context: {"statusCode": 200}
`,
      says: ['warning handler-not-a-class'],
      safety: 'unsafe',
      fixed: `from main import app
`,
    },
    {
      title: 'an argument that only the deployed code can make: not safe',
      text: `import os
from mangum import Mangum
from main import app
def handler(event, context):
    return Mangum(app, api_gateway_base_path=os.environ["STAGE"])(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `import os
from mangum import Mangum
from main import app
handler = Mangum(app, api_gateway_base_path=os.environ["STAGE"])
`,
    },
    {
      title: 'an argument out of the event',
      text: `from mangum import Mangum
from main import app
def handler(event, context):
    return Mangum(app, api_gateway_base_path=event["x"])(event, context)
`,
      says: ['warning handler-wrapper-function'],
    },
    {
      title: 'imports inside beside `app`: not safe',
      text: `from main import app
def handler(event, context):
    from mangum import Mangum
    return Mangum(app)(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from main import app
from mangum import Mangum
handler = Mangum(app)
`,
    },
    {
      title: 'half typed',
      text: `from mangum import Mangum
from main import app
handler = Mangum(app
`,
      says: ['error entrypoint-syntax-error'],
    },
    {
      title: 'a handler that may be there',
      text: `from mangum import Mangum
import os
if os.environ.get("X"):
    handler = Mangum(1)
else:
    handler = None
`,
      says: ['error entrypoint-missing'],
    },
    {
      title: 'a class, then a function',
      text: `from http.server import BaseHTTPRequestHandler
class handler(BaseHTTPRequestHandler):
    pass
def handler(event, context):
    return 1
`,
      says: ['error handler-name-conflict'],
      safety: 'unsafe',
      fixed: `from http.server import BaseHTTPRequestHandler
class handler(BaseHTTPRequestHandler):
    pass
`,
    },
    {
      title: 'a class, then an adapter',
      text: `from mangum import Mangum
from main import app as api
from http.server import BaseHTTPRequestHandler
class handler(BaseHTTPRequestHandler):
    pass
handler = Mangum(api)
`,
      says: ['error handler-name-conflict'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import app as api
from http.server import BaseHTTPRequestHandler
class handler(BaseHTTPRequestHandler):
    pass
`,
    },
    {
      title: 'B.3 N: a class and `app`',
      text: `from main import app
from http.server import BaseHTTPRequestHandler
class handler(BaseHTTPRequestHandler):
    pass
`,
      says: [],
    },
    {
      title: 'a function, then an adapter',
      text: `from mangum import Mangum
from main import app
def handler(event, context):
    return Mangum(app)(event, context)
handler = Mangum(app)
`,
      says: ['warning handler-name-conflict', 'info mangum-handler-ignored'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import app
handler = Mangum(app)
`,
    },
    {
      title: '`app` is an adapter by another name',
      text: `from mangum import Mangum
from main import app as api
lam = Mangum(api)
app = lam
`,
      says: ['error app-is-adapter'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import app as api
lam = Mangum(api)
app = api
`,
    },
    {
      title: '`app` replaced by its adapter',
      text: `from fastapi import FastAPI
from mangum import Mangum
app = FastAPI()
@app.get("/")
def root():
    return 1
app = Mangum(app, lifespan="off")  # for lambda
`,
      says: ['error app-is-adapter'],
      safety: 'unsafe',
      fixed: `from fastapi import FastAPI
app = FastAPI()
@app.get("/")
def root():
    return 1
# for lambda
`,
    },
    {
      title: 'a wrapper in a file that a setting names',
      by: 'setting',
      text: `from mangum import Mangum
from main import app
def handler(event, context):
    return Mangum(app)(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from mangum import Mangum
from main import app
handler = Mangum(app)
`,
    },
    {
      title: '`with`',
      text: `from contextlib import nullcontext
with nullcontext():
    from main import app
`,
      says: ['error entrypoint-conditional'],
      safety: 'unsafe',
      fixed: `from contextlib import nullcontext
with nullcontext():
    from main import app
app = app
`,
    },
    {
      title: 'an application for `python main.py` only',
      text: `from main import create
if __name__ == "__main__":
    app = create()
`,
      says: ['error entrypoint-missing'],
    },
    {
      title: 'an application for type checkers only',
      text: `from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from main import app
`,
      says: ['error entrypoint-missing'],
    },
    {
      title: '`try` with comments',
      text: `import logging
try:
    # main
    from main import app  # noqa
    from main import db
except Exception:
    logging.exception("no")
    raise
`,
      says: ['error entrypoint-conditional'],
      safety: 'unsafe',
      fixed: `import logging
# main
from main import app  # noqa
from main import db
`,
    },
    {
      title: '`:=`',
      text: `print(app := make())
`,
      says: ['error entrypoint-conditional'],
      safety: 'unsafe',
      fixed: `print(app := make())
app = app
`,
    },
    {
      title: 'the hidden adapter, no `app`',
      text: `from mangum import Mangum
from main import app as api
handler = Mangum(api)
def handler(event, context):
    return handler(event, context)
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from mangum import Mangum
from main import app as api
app = api
handler = Mangum(app)
`,
    },
    {
      title: 'something after the call',
      text: `from mangum import Mangum
from main import app
asgi = Mangum(app)
def handler(event, context):
    response = asgi(event, context)
    print(response)
    return response
`,
      says: ['warning handler-wrapper-function'],
    },
    {
      title: 'made when first called',
      text: `from mangum import Mangum
from main import app
_adapter = None
def handler(event, context):
    global _adapter
    if _adapter is None:
        _adapter = Mangum(app)
    return _adapter(event, context)
`,
      says: ['warning handler-wrapper-function'],
    },
    {
      title: 'nothing in a file that nothing names',
      by: 'name',
      text: `x = 1
`,
      says: [],
    },
    {
      title: 'another file serves',
      by: 'preset',
      text: `app = 1
-- server.py
from mangum import Mangum
def handler(event, context):
    return Mangum(x)(event, context)
`,
      says: [],
    },
    {
      title: 'statements on one line',
      text: `from mangum import Mangum; from main import app; asgi = Mangum(app)
def handler(event, context):
    return asgi(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from mangum import Mangum; from main import app; asgi = Mangum(app)
handler = asgi
`,
    },
    {
      title: 'serverless-wsgi',
      text: `from serverless_wsgi import handle_request
from main import flask_app
def handler(event, context):
    return handle_request(flask_app, event, context, base64_content_types={"image/png"})
`,
      says: ['error handler-wrapper-function'],
      safety: 'unsafe',
      fixed: `from main import flask_app
app = flask_app
`,
    },
    {
      title: 'apig-wsgi',
      text: `from apig_wsgi import make_lambda_handler
from main import app as application
lambda_handler = make_lambda_handler(application)
def handler(event, context): return lambda_handler(event, context)
`,
      says: ['warning handler-wrapper-function'],
      safety: 'safe',
      fixed: `from apig_wsgi import make_lambda_handler
from main import app as application
handler = make_lambda_handler(application)
`,
    },
    {
      title: 'B.3 J, T: what Vercel serves',
      text: `def application(environ, start_response):
    return []
`,
      says: [],
    },
    {
      title: 'statements with nothing but blank lines between them',
      text: `from main import app

from mangum import Mangum

asgi = Mangum(app)

handler = asgi
`,
      says: ['info mangum-handler-ignored'],
      safety: 'unsafe',
      fixed: `from main import app
`,
    },
    {
      title: 'a route called `handler`',
      text: `from main import app
@app.post("/")
def handler(event, context):
    return {}
`,
      says: [],
    },
    {
      title: 'a helper below `api`',
      by: 'api',
      text: `def slug(title):
    return title.lower()
`,
      says: [],
    },
  ];
}

/** Whole projects as they are found in the field, in which nothing is wrong. Written in the notation of rule examples. */
export interface CleanProject {
  readonly name: string;
  /** The folder that is deployed. */
  readonly root: string;
  readonly files: string;
}

export const cleanProjects: readonly CleanProject[] = [
  {
    name: 'FastAPI, zero-configuration, one file',
    root: '',
    files: `-- requirements.txt
fastapi==0.115.6
-- .python-version
3.12
-- main.py
from fastapi import FastAPI

app = FastAPI()


@app.get("/")
async def root():
    return {"hello": "world"}
`,
  },
  {
    name: 'FastAPI with settings, routers and an async engine that is made on demand',
    root: 'backend',
    files: `-- backend/vercel.json
{ "$schema": "https://openapi.vercel.sh/vercel.json", "framework": "fastapi", "functions": { "app/main.py": { "maxDuration": 60 } } }
-- backend/pyproject.toml
[project]
name = "shop"
version = "1.0.0"
requires-python = ">=3.12,<3.13"
dependencies = ["fastapi>=0.115", "sqlalchemy[asyncio]>=2.0", "asyncpg>=0.29", "pydantic-settings>=2.6"]

[dependency-groups]
dev = ["pytest>=8"]
-- backend/app/__init__.py
-- backend/app/main.py
from fastapi import FastAPI

from .routers import items

app = FastAPI(title="Shop")
app.include_router(items.router)
-- backend/app/routers/__init__.py
-- backend/app/routers/items.py
from fastapi import APIRouter, Depends

from app.database import session

router = APIRouter(prefix="/items")


@router.get("/")
async def list_items(db=Depends(session)):
    return []
-- backend/app/database.py
from functools import lru_cache

from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.pool import NullPool

from app.settings import settings


@lru_cache
def maker():
    engine = create_async_engine(settings().database_url, poolclass=NullPool)
    return async_sessionmaker(engine, expire_on_commit=False)


async def session():
    async with maker()() as one:
        yield one
-- backend/app/settings.py
from functools import lru_cache

from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str


@lru_cache
def settings() -> Settings:
    return Settings()
-- backend/tests/test_items.py
import os

os.makedirs("tmp", exist_ok=True)
from app.main import app
-- README.md
The frontend lies elsewhere.
`,
  },
  {
    name: 'Flask in api/index.py with a rewrite, no preset',
    root: '',
    files: `-- vercel.json
{ "framework": null, "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }
-- api/index.py
from flask import Flask, jsonify

app = Flask(__name__)


@app.route("/")
def home():
    return jsonify(status="ok")


if __name__ == "__main__":
    app.run(debug=True)
-- api/requirements.txt
Flask==3.1.0
-- api/.python-version
3.13
`,
  },
  {
    name: 'Flask with a factory and builds',
    root: '',
    files: `-- vercel.json
{
  "builds": [{ "src": "wsgi.py", "use": "@vercel/python" }],
  "routes": [{ "src": "/(.*)", "dest": "wsgi.py" }]
}
-- wsgi.py
from shop import create_app

app = create_app()

if __name__ == "__main__":
    app.run()
-- shop/__init__.py
import os

from flask import Flask


def create_app() -> Flask:
    app = Flask(__name__)
    app.config["SECRET_KEY"] = os.environ.get("SECRET_KEY", "development")
    os.makedirs("/tmp/uploads", exist_ok=True)
    return app
-- requirements.txt
flask>=3,<4
-- .python-version
3.12
`,
  },
  {
    name: 'Django with manage.py',
    root: '',
    files: `-- requirements.txt
Django==5.1.4
psycopg[binary]==3.2.3
-- .python-version
3.12
-- manage.py
#!/usr/bin/env python
import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
-- site_config/__init__.py
-- site_config/settings.py
import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = os.environ.get("SECRET_KEY", "insecure-development-key")
DEBUG = os.environ.get("DEBUG") == "1"
ALLOWED_HOSTS = [".vercel.app", "127.0.0.1"]
INSTALLED_APPS = ["django.contrib.contenttypes"]
ROOT_URLCONF = "site_config.urls"
WSGI_APPLICATION = "site_config.wsgi.application"
DATABASES = {
    "default": {"ENGINE": "django.db.backends.postgresql", "NAME": os.environ.get("PGDATABASE"), "CONN_MAX_AGE": 0}
}
-- site_config/urls.py
urlpatterns = []
-- site_config/wsgi.py
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings")
application = get_wsgi_application()
`,
  },
  {
    name: 'Django with settings for each place, dj-database-url and whitenoise',
    root: '',
    files: `-- requirements.txt
Django==5.1.4
dj-database-url==2.3.0
psycopg[binary]==3.2.3
whitenoise==6.8.2
-- .python-version
3.12
-- vercel.json
{ "env": { "DJANGO_LOG_LEVEL": "INFO" } }
-- manage.py
import os
import sys


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
-- config/__init__.py
-- config/settings/__init__.py
-- config/settings/base.py
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DEBUG = False
ALLOWED_HOSTS = []
INSTALLED_APPS = ["django.contrib.staticfiles", "shop"]
MIDDLEWARE = ["whitenoise.middleware.WhiteNoiseMiddleware"]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
STATIC_ROOT = BASE_DIR / "staticfiles"
-- config/settings/local.py
from .base import *

DEBUG = True
SECRET_KEY = "insecure-development-key"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
-- config/settings/production.py
import os

import dj_database_url

from .base import *

SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = [".vercel.app", "shop.example.com"]
DATABASES = {"default": dj_database_url.config(conn_max_age=0, ssl_require=True)}
-- config/urls.py
urlpatterns = []
-- config/wsgi.py
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = get_wsgi_application()
-- shop/__init__.py
`,
  },
  {
    name: 'Django below a folder of its own, with ASGI, a small pool and hosts from a variable',
    root: 'backend',
    files: `-- backend/vercel.json
{ "framework": "django", "build": { "env": { "DJANGO_SECRET_KEY": "only-for-the-build" } } }
-- backend/pyproject.toml
[project]
name = "club"
version = "0.1.0"
requires-python = ">=3.12,<3.13"
dependencies = ["django>=5.1,<6", "psycopg[binary,pool]>=3.2"]
-- backend/manage.py
import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "club.settings")
if __name__ == "__main__":
    execute_from_command_line(sys.argv)
-- backend/club/__init__.py
-- backend/club/settings.py
import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", ".vercel.app").split(",")
ROOT_URLCONF = "club.urls"
ASGI_APPLICATION = "club.asgi.application"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": os.environ.get("PGHOST"),
        "NAME": os.environ.get("PGDATABASE"),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"sslmode": "require", "pool": {"min_size": 0, "max_size": 2, "timeout": 10}},
    }
}
if os.environ.get("CI"):
    DATABASES["default"] = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}
-- backend/club/urls.py
urlpatterns = []
-- backend/club/asgi.py
import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "club.settings")
application = get_asgi_application()
`,
  },
  {
    name: 'Flask-SQLAlchemy with configuration classes',
    root: '',
    files: `-- vercel.json
{ "builds": [{ "src": "wsgi.py", "use": "@vercel/python" }], "routes": [{ "src": "/(.*)", "dest": "wsgi.py" }] }
-- requirements.txt
flask==3.1.0
flask-sqlalchemy==3.1.1
psycopg[binary]==3.2.3
-- .python-version
3.12
-- config.py
import os


class Config:
    SQLALCHEMY_DATABASE_URI = os.environ.get("DATABASE_URL", "")
    SQLALCHEMY_ENGINE_OPTIONS = {"pool_size": 1, "max_overflow": 2, "pool_recycle": 300, "pool_pre_ping": True}


class DevelopmentConfig(Config):
    SQLALCHEMY_DATABASE_URI = "sqlite:///dev.db"
    SQLALCHEMY_ENGINE_OPTIONS = {"pool_size": 20}


class TestConfig(Config):
    SQLALCHEMY_DATABASE_URI = "sqlite://"
-- wsgi.py
from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from config import Config

app = Flask(__name__)
app.config.from_object(Config)
db = SQLAlchemy(app)
`,
  },
  {
    name: 'FastAPI with SQLModel behind a pooler, options by place, and a lock',
    root: '',
    files: `-- vercel.json
{ "framework": "fastapi", "functions": { "main.py": { "maxDuration": 30 } } }
-- pyproject.toml
[project]
name = "todo"
version = "0.1.0"
requires-python = ">=3.12,<3.13"
dependencies = ["fastapi>=0.115", "sqlmodel[extra]>=0.0.22"]
-- uv.lock
version = 1
revision = 2
requires-python = "==3.12.*"

[[package]]
name = "fastapi"
version = "0.115.6"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "sqlalchemy"
version = "2.0.36"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "sqlmodel"
version = "0.0.22"
source = { registry = "https://pypi.org/simple" }
dependencies = [
    { name = "sqlalchemy" },
]

[[package]]
name = "todo"
version = "0.1.0"
source = { virtual = "." }
dependencies = [
    { name = "fastapi" },
    { name = "sqlmodel", extra = ["extra"] },
]

[package.metadata]
requires-dist = [
    { name = "fastapi", specifier = ">=0.115" },
    { name = "sqlmodel", extras = ["extra"], specifier = ">=0.0.22" },
]
-- main.py
from fastapi import FastAPI

from db import engine

app = FastAPI()
-- db.py
import os

from sqlalchemy.pool import NullPool
from sqlmodel import create_engine

url = os.environ.get("DATABASE_URL", "sqlite:///:memory:").replace("postgres://", "postgresql://", 1)
options = {"echo": False}
if url.startswith("sqlite"):
    options["connect_args"] = {"check_same_thread": False}
else:
    options.update(poolclass=NullPool)
engine = create_engine(url, **options)
`,
  },
  {
    name: 'Starlette with an entrypoint of its own name',
    root: '',
    files: `-- pyproject.toml
[project]
name = "starlight"
version = "0.1.0"
requires-python = ">=3.12,<3.14"
dependencies = ["starlette>=0.41"]

[tool.vercel]
entrypoint = "service.web:application"

[tool.ruff]
line-length = 100
-- service/__init__.py
-- service/web.py
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def home(request):
    return JSONResponse({"ok": True})


application = Starlette(routes=[Route("/", home)])
`,
  },
  {
    name: 'a plain handler class, standard library only',
    root: '',
    files: `-- vercel.json
{}
-- api/hello.py
from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"hello")
-- api/_shared.py
VALUE = 1
`,
  },
  {
    name: 'a monorepo: the frontend at the top, the API below',
    root: 'apps/api',
    files: `-- package.json
{ "private": true, "workspaces": ["apps/*"] }
-- apps/web/package.json
{ "dependencies": { "next": "15.0.0" } }
-- apps/web/vercel.json
{}
-- apps/api/vercel.json
{ "framework": "fastapi" }
-- apps/api/requirements.txt
fastapi
mangum
-- apps/api/.python-version
3.13
-- apps/api/index.py
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://example.org"], allow_credentials=True)
-- apps/api/scripts/seed.py
import requests

requests.get("https://example.org")
`,
  },
  {
    name: 'a uv workspace with a lock at its root',
    root: '',
    files: `-- vercel.json
{ "framework": "fastapi" }
-- pyproject.toml
[project]
name = "top"
version = "0.1.0"
requires-python = ">=3.12,<3.13"
dependencies = ["fastapi", "shared"]

[tool.uv.workspace]
members = ["packages/*"]

[tool.uv.sources]
shared = { workspace = true }
-- uv.lock
version = 1
requires-python = ">=3.12, <3.13"
-- packages/shared/pyproject.toml
[project]
name = "shared"
version = "0.1.0"
requires-python = ">=3.12"
-- packages/shared/src/shared/__init__.py
VALUE = 1
-- main.py
from fastapi import FastAPI
from shared import VALUE

app = FastAPI()
`,
  },
  {
    name: 'Poetry with [project]',
    root: '',
    files: `-- vercel.json
{ "framework": "flask" }
-- pyproject.toml
[project]
name = "poem"
version = "0.1.0"
requires-python = ">=3.12,<4.0"
dependencies = ["flask (>=3.1,<4.0)"]

[tool.poetry.group.dev.dependencies]
pytest = "^8.0"

[build-system]
requires = ["poetry-core>=2.0"]
build-backend = "poetry.core.masonry.api"
-- app.py
from flask import Flask

app = Flask(__name__)
`,
  },
  {
    name: 'Next.js with Python functions in api/',
    root: '',
    files: `-- package.json
{ "dependencies": { "next": "15.0.0", "react": "19.0.0" } }
-- vercel.json
{ "functions": { "api/*.py": { "maxDuration": 30 } }, "rewrites": [{ "source": "/api/py/:path*", "destination": "/api/index" }] }
-- requirements.txt
fastapi==0.115.6
-- .python-version
3.12
-- api/index.py
from fastapi import FastAPI

app = FastAPI(docs_url="/api/py/docs")


@app.get("/api/py/hello")
def hello():
    return {"message": "Hello"}
-- app/page.tsx
export default function Page() { return null; }
`,
  },
  {
    name: 'Quart with a lifespan and a client made in it',
    root: '',
    files: `-- vercel.json
{ "builds": [{ "src": "server.py", "use": "@vercel/python" }], "routes": [{ "src": "/(.*)", "dest": "/server.py" }] }
-- requirements.txt
quart==0.20.0
httpx==0.28.1
-- .python-version
3.12
-- server.py
import httpx
from quart import Quart

app = Quart(__name__)
client = httpx.AsyncClient(timeout=10)


@app.get("/rates")
async def rates():
    response = await client.get("https://example.org/rates")
    return response.json()
`,
  },
  {
    name: 'a script in api/ that only its author runs, beside the function',
    root: '',
    files: `-- vercel.json
{}
-- api/requirements.txt
flask==3.1.0
requests==2.32.3
-- api/.python-version
3.12
-- api/index.py
from flask import Flask

app = Flask(__name__)
-- api/seed.py
import os

import requests

os.makedirs("dump", exist_ok=True)
KEY = os.environ["SEED_KEY"]
rows = requests.get("https://example.org/rows").json()
`,
  },
  {
    name: 'FastAPI with limits of its functions, pulled variables and a .env for local runs',
    root: '',
    files: `-- vercel.json
{
  "$schema": "https://openapi.vercel.sh/vercel.json",
  "framework": null,
  "functions": {
    "api/report.py": { "maxDuration": 300, "memory": 3009 },
    "api/**/*.py": { "maxDuration": 30, "excludeFiles": "{tests,notebooks}/**" }
  },
  "regions": ["fra1"],
  "env": { "LOG_LEVEL": "info", "AWS_REGION": "eu-central-1", "CACHE_KEY": "menu-v12" }
}
-- .gitignore
.env
.vercel
-- .vercelignore
.env
tests
-- .env
DATABASE_URL=postgres://app:app@localhost/app
STRIPE_KEY=a-key-for-tests
-- .env.example
STRIPE_KEY=
-- .vercel/project.json
{ "projectId": "prj_a", "orgId": "team_b" }
-- .vercel/.env.production.local
# Created by Vercel CLI
DATABASE_URL=""
STRIPE_KEY=""
VERCEL="1"
-- requirements.txt
fastapi==0.115.6
pandas==2.2.3
-- api/index.py
from fastapi import FastAPI

from shop.settings import settings

app = FastAPI(title=settings.title)


@app.get("/api/index")
def index():
    return {"ok": True}
-- api/report.py
import threading
from contextlib import asynccontextmanager

from fastapi import FastAPI

lock = threading.Lock()


@asynccontextmanager
async def lifespan(app):
    app.state.ready = True
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/api/report")
def report():
    import pandas as pd

    while True:
        with lock:
            return pd.DataFrame().to_dict()
-- shop/__init__.py
-- shop/settings.py
import os


class Settings:
    title = os.environ.get("TITLE", "Shop")
    url = os.environ["DATABASE_URL"]


settings = Settings()
if __name__ == "__main__":
    threading.Thread(target=print).start()
`,
  },
  {
    name: 'a backend that lives with what it decided: a configuration, comments and a file without comments',
    root: 'backend',
    files: `-- backend/vercel.json
{ "builds": [{ "src": "main.py", "use": "@vercel/python@4.3.1" }] }
-- backend/.vercel-preflight.toml
# agreed on in the team
fail-on = "warning"
exclude = ["scripts/**"]

[rules]
localhost-url = "off"

[per-file-ignores]
"vercel.json" = ["builder-pinned"]  # until the next release
-- backend/requirements.txt
fastapi==0.115.6
python-dotenv==1.0.1
-- backend/.python-version
3.12
-- backend/main.py
from dotenv import load_dotenv
from fastapi import FastAPI

load_dotenv()  # preflight: ignore[dotenv-at-import]
app = FastAPI()
`,
  },
  {
    name: 'an AWS Lambda project with Mangum, pointed at by hand',
    root: '',
    files: `-- template.yaml
AWSTemplateFormatVersion: '2010-09-09'
-- src/lambda_function.py
from fastapi import FastAPI
from mangum import Mangum

app = FastAPI()
handler = Mangum(app)
`,
  },
  {
    name: 'functions in api/ with rules of every kind and a cron job',
    root: '',
    files: `-- vercel.json
{
  "framework": null,
  "cleanUrls": true,
  "trailingSlash": false,
  "redirects": [
    { "source": "/home", "destination": "/", "permanent": true },
    { "source": "/(.*)", "has": [{ "type": "host", "value": "old.shop.dev" }], "destination": "https://shop.dev/$1", "permanent": true },
    { "source": "/blog/:slug", "destination": "/news/:slug", "permanent": false }
  ],
  "headers": [
    { "source": "/(.*)", "headers": [{ "key": "X-Frame-Options", "value": "DENY" }] },
    { "source": "/api/(.*)", "headers": [{ "key": "Cache-Control", "value": "no-store" }] }
  ],
  "rewrites": [
    { "source": "/docs/:path*", "destination": "https://docs.shop.dev/:path*" },
    { "source": "/news/:slug", "destination": "/api/news/:slug" },
    { "source": "/v1/orders/:id", "destination": "/api/orders" },
    { "source": "/((?!api/).*)", "destination": "/" }
  ],
  "crons": [{ "path": "/api/sync?full=1", "schedule": "0 5 * * *" }]
}
-- .python-version
3.12
-- api/requirements.txt
flask==3.1.0
-- api/orders.py
from flask import Flask

app = Flask(__name__)
-- api/sync.py
from http.server import BaseHTTPRequestHandler


class handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(204)
        self.end_headers()
-- api/news/[slug].py
from flask import Flask

app = Flask(__name__)
-- index.html
<title>Shop</title>
`,
  },
  {
    name: 'builds and routes: files first, then functions',
    root: '',
    files: `-- vercel.json
{
  "version": 2,
  "builds": [
    { "src": "api/index.py", "use": "@vercel/python" },
    { "src": "static/**", "use": "@vercel/static" }
  ],
  "routes": [
    { "src": "/assets/(.*)", "headers": { "cache-control": "public, max-age=31536000" }, "continue": true },
    { "src": "/assets/(.*)", "dest": "/static/$1" },
    { "handle": "filesystem" },
    { "src": "/health", "methods": ["GET"], "dest": "/api/index.py" },
    { "src": "/(.*)", "dest": "/api/index.py" }
  ]
}
-- .python-version
3.12
-- requirements.txt
flask==3.1.0
-- api/index.py
from flask import Flask

app = Flask(__name__)
-- static/site.css
body { margin: 0 }
`,
  },
  {
    name: 'handler classes in api/ with a base of their own, and helpers beside them',
    root: '',
    files: `-- vercel.json
{ "framework": null }
-- requirements.txt
httpx==0.28.1
-- .python-version
3.13
-- api/__init__.py
-- api/_base.py
import json
import logging
from http.server import BaseHTTPRequestHandler


class Handler(logging.Handler):
    def emit(self, record):
        print(record.getMessage())


class JsonHandler(BaseHTTPRequestHandler):
    def answer(self, value):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(value).encode())
-- api/users.py
from ._base import JsonHandler


class handler(JsonHandler):
    def do_GET(self):
        self.answer({"users": []})
-- api/v1/orders.py
from api._base import JsonHandler

from ..prices import total


class handler(JsonHandler):
    def do_GET(self):
        self.answer({"total": total()})
-- api/prices.py
def total():
    return 0
`,
  },
  {
    name: 'a package named in [tool.vercel], with a command line and a server for local runs',
    root: '',
    files: `-- pyproject.toml
[project]
name = "shop"
version = "1.0.0"
requires-python = ">=3.12,<3.14"
dependencies = ["flask>=3.1", "flask-cors>=5", "typer>=0.15"]

[project.scripts]
app = "shop.cli:app"

[tool.vercel]
entrypoint = "shop.web.factory:site"
-- shop/__init__.py
-- shop/cli.py
import typer

app = typer.Typer()


@app.command()
def serve():
    from shop.web.factory import site

    site.run()


if __name__ == "__main__":
    app()
-- shop/web/__init__.py
-- shop/web/factory.py
from flask import Flask
from flask_cors import CORS

from .views import bp


def create() -> Flask:
    app = Flask(__name__)
    CORS(app)
    app.register_blueprint(bp)
    return app


site = create()

if __name__ == "__main__":
    site.run(debug=True)
-- shop/web/views.py
from flask import Blueprint

bp = Blueprint("shop", __name__)
`,
  },
  {
    name: 'FastAPI with a public folder that the CDN serves, templates it reads, and tests left out',
    root: '',
    files: `-- vercel.json
{
  "framework": "fastapi",
  "functions": { "main.py": { "maxDuration": 30, "excludeFiles": "{tests/**,docs/**}", "includeFiles": "templates/**" } },
  "crons": [{ "path": "/jobs/clean", "schedule": "0 5 * * *" }]
}
-- requirements.txt
fastapi==0.115.6
-- .python-version
3.12
-- main.py
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

app = FastAPI()
PAGE = (Path(__file__).parent / "templates" / "page.html").read_text()


@app.get("/", response_class=HTMLResponse)
async def page():
    return PAGE


@app.get("/jobs/clean")
async def clean():
    return {"ok": True}
-- templates/page.html
<img src="/logo.svg">
-- public/logo.svg
<svg xmlns="http://www.w3.org/2000/svg"/>
-- tests/test_main.py
from main import app


def test_page():
    assert open("public/logo.svg").read()
`,
  },
  {
    name: 'Flask in api/index.py that tells Vercel from a machine of its own, with files below /tmp there',
    root: '',
    files: `-- vercel.json
{ "version": 2, "builds": [{ "src": "api/index.py", "use": "@vercel/python" }], "routes": [{ "src": "/(.*)", "dest": "api/index.py" }] }
-- requirements.txt
Flask==3.0.3
Flask-SQLAlchemy==3.1.1
psycopg2-binary==2.9.10
-- api/index.py
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
os.environ["LOG_DIR"] = "/tmp/logs"

from notes import create_app

app = create_app()

__all__ = ["app"]
-- notes/__init__.py
import logging
import os
from pathlib import Path

from flask import Flask
from flask_sqlalchemy import SQLAlchemy

from notes import places

handlers = [logging.StreamHandler()]
if not places.ON_VERCEL:
    handlers.append(logging.FileHandler("notes.log"))
logging.basicConfig(handlers=handlers)
os.makedirs(places.UPLOADS, exist_ok=True)
os.makedirs(os.environ.get("LOG_DIR", "logs"), exist_ok=True)
try:
    Path("cache").mkdir(exist_ok=True)
except OSError:
    pass

db = SQLAlchemy()


def create_app():
    app = Flask(__name__, instance_relative_config=True)
    app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get(
        "DATABASE_URL", f"sqlite:///{Path(app.instance_path) / 'notes.sqlite'}"
    )
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"pool_size": 1, "max_overflow": 2, "pool_timeout": 10, "pool_recycle": 300, "pool_pre_ping": True}
    db.init_app(app)
    if not places.ON_VERCEL:
        os.makedirs(app.instance_path, exist_ok=True)
    return app
-- notes/places.py
import os

ON_VERCEL = bool(os.environ.get("VERCEL") or os.environ.get("AWS_LAMBDA_FUNCTION_NAME"))
UPLOADS = "/tmp/uploads" if ON_VERCEL else os.path.join(os.path.dirname(__file__), "uploads")
`,
  },
  {
    name: 'a webhook for a bot: the library calls its own object a handler',
    root: '',
    files: `-- vercel.json
{ "framework": null, "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }
-- api/requirements.txt
Flask==3.0.3
line-bot-sdk==3.14.0
openai==1.55.0
-- api/index.py
import os

from flask import Flask, abort, request
from linebot import LineBotApi, WebhookHandler
from linebot.exceptions import InvalidSignatureError

from api.answers import answer

if os.getenv("VERCEL_ENV") is None:
    from dotenv import load_dotenv

    load_dotenv()

api = LineBotApi(os.getenv("CHANNEL_TOKEN", ""))
handler = WebhookHandler(os.getenv("CHANNEL_SECRET", ""))
LIMIT = int(os.getenv("LIMIT", default="20"))

app = Flask(__name__)


@app.route("/webhook", methods=["POST"])
def webhook():
    try:
        handler.handle(request.get_data(as_text=True), request.headers["X-Line-Signature"])
    except InvalidSignatureError:
        abort(400)
    return answer()


if __name__ == "__main__":
    app.run(port=5000)
-- api/answers.py
import os

import openai

openai.api_key = os.getenv("OPENAI_API_KEY")


def answer():
    return "OK"
`,
  },
  {
    name: 'a page of its own tool at the top, FastAPI in api/index.py, development through a proxy',
    root: '',
    files: `-- package.json
{ "name": "front", "scripts": { "api": "python3 -m uvicorn api.index:app --reload", "build": "next build" }, "dependencies": { "next": "15.0.3" } }
-- next.config.js
module.exports = {
  rewrites: async () => [{ source: "/api/:path*", destination: process.env.NODE_ENV === "development" ? "http://127.0.0.1:8000/api/:path*" : "/api/" }],
};
-- app/page.tsx
export default function Page() {
  return null;
}
-- requirements.txt
fastapi==0.115.6
uvicorn==0.34.0
-- .python-version
3.12
-- api/index.py
from fastapi import FastAPI

app = FastAPI(docs_url="/api/docs", openapi_url="/api/openapi.json")


@app.get("/api/hello")
def hello():
    return {"hello": "world"}
`,
  },
  {
    name: 'Django by the template of a tutorial: builds, a settings package, a build script for static files',
    root: '',
    files: `-- vercel.json
{
  "builds": [
    { "src": "shop/wsgi.py", "use": "@vercel/python" },
    { "src": "build_files.sh", "use": "@vercel/static-build", "config": { "distDir": "staticfiles_build" } }
  ],
  "routes": [
    { "src": "/static/(.*)", "dest": "/static/$1" },
    { "src": "/(.*)", "dest": "shop/wsgi.py" }
  ]
}
-- build_files.sh
python3.12 -m pip install -r requirements.txt
python3.12 manage.py collectstatic --noinput
-- requirements.txt
Django==5.1.4
django-environ==0.11.2
psycopg[binary]==3.2.3
whitenoise==6.8.2
-- manage.py
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.production")

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
-- shop/__init__.py
-- shop/wsgi.py
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.production")
application = get_wsgi_application()
app = application
-- shop/settings/__init__.py
-- shop/settings/base.py
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent.parent
env = environ.Env(DEBUG=(bool, False))
environ.Env.read_env(BASE_DIR / ".env")
SECRET_KEY = env("SECRET_KEY", default="only-for-tests")
ROOT_URLCONF = "shop.urls"
WSGI_APPLICATION = "shop.wsgi.application"
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles_build" / "static"
-- shop/settings/production.py
from .base import *

DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[".vercel.app"])
DATABASES = {"default": env.db("DATABASE_URL", default="postgres://u:p@db.example.com/shop")}
-- shop/settings/local.py
from .base import *

DEBUG = True
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "db.sqlite3"}}
-- shop/urls.py
urlpatterns = []
`,
  },
];

import { describe, expect, it } from 'vitest';
import importUndeclared from '../../server/src/rules/dependencies/importUndeclared.ts';
import requirementsFrozenWins from '../../server/src/rules/dependencies/requirementsFrozenWins.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { problemsIn } from '../support/check.ts';

const rules = [importUndeclared] as unknown as readonly Rule[];
const config = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n';

/** The messages on a project with these imports and these requirements, and other files in the notation of examples. */
async function messages(code: string, requirements: string, others = ''): Promise<string[]> {
  const files = `${others.includes('-- vercel.json') ? '' : config}-- main.py\n${code}\napp = 1\n-- requirements.txt\n${requirements}\n${others}`;
  return (await problemsIn(files, rules)).map(({ message }) => message);
}

describe('an import that nothing declares', () => {
  it.each([
    ['from decouple import config', 'Django', 'python-decouple'],
    ['from dotenv import load_dotenv', 'flask', 'python-dotenv'],
    ['import yaml', 'fastapi\nuvicorn', 'pyyaml'],
    ['from PIL import Image', 'fastapi[standard]', 'pillow'],
    ['from bs4 import BeautifulSoup', 'requests\nflask', 'beautifulsoup4'],
    ['import sklearn', 'numpy\npandas', 'scikit-learn'],
    ['import pkg_resources', 'flask', 'setuptools<82'],
    ['import corsheaders', 'Django\npsycopg[binary]\nsome-unknown', 'django-cors-headers'],
    ['from rest_framework_simplejwt import views', 'Django\ndjangorestframework', 'djangorestframework-simplejwt'],
    ['from supabase import create_client', 'fastapi\nuvicorn[standard]', 'supabase'],
    ['import imp', 'flask', 'zombie-imp'],
    ['import smtpd', 'flask', 'standard-smtpd'],
    ['import redis', 'flask\nredis; sys_platform == "win32"', 'redis'],
    ['import mangum', 'flask\n--extra-index-url https://a.b/simple', 'mangum'],
    [
      'import requests',
      'anyio==4.8.0\nfastapi==0.115.8\nidna==3.10\npydantic_core==2.27.2\nstarlette==0.45.3',
      'requests',
    ],
  ])('is found: %s beside %j', async (code, requirements, wanted) => {
    const [message, ...more] = await messages(code, requirements);
    expect(message).toContain(`Add \`${wanted}\``);
    expect(message?.length).toBeLessThanOrEqual(120);
    expect(more).toEqual([]);
  });
});

describe('an import that something may bring', () => {
  it.each([
    ['from google.cloud import storage, firestore', 'firebase-admin'],
    ['from google.cloud import bigquery', 'fastapi'],
    ['from azure.storage.blob import BlobServiceClient', 'fastapi'],
    ['import cv2', 'opencv-contrib-python-headless'],
    ['import pymysql\npymysql.install_as_MySQLdb()\nimport MySQLdb', 'Django\npymysql'],
    ['import MySQLdb.cursors', 'flask-mysqldb'],
    ['import pymysql', 'fastapi\naiomysql'],
    ['from motor.motor_asyncio import AsyncIOMotorClient', 'fastapi\nbeanie'],
    ['import asyncpg', 'fastapi\ndatabases[postgresql]'],
    ['import asyncpg', 'tortoise-orm[asyncpg]'],
    ['import dj_database_url', 'Django\ndjango-on-heroku'],
    ['import alembic', 'optuna'],
    ['from passlib.context import CryptContext', 'fastapi\nfastapi-users'],
    ['import feedparser', 'arxiv'],
    ['import psycopg2', 'vecs'],
    ['import flask_login', 'Flask\nflask-security-too'],
    ['import requests', 'openai==0.28'],
    ['import pytz', 'django==3.2'],
    ['import dateutil, numpy, pytz', 'pandas'],
    ['import jwt', 'flask\njwt'],
    ['import environ', 'environ-config\nflask'],
    ['import discord', 'py-cord'],
    ['import telegram', 'python-telegram-bot'],
    ['from dotenv import load_dotenv', 'fastapi\nuvicorn[standard]'],
    ['import bcrypt', 'passlib[bcrypt]'],
    ['import pkg_resources', 'gunicorn==20.1.0'],
    ['import distutils.util', 'flask\nsetuptools'],
    ['import cgi, telnetlib, crypt', 'flask'],
    ['import starlette, pydantic, typing_extensions', 'fastapi'],
    ['import anyio, sniffio, h11, certifi, idna, httpcore', 'httpx'],
    ['import werkzeug, jinja2, click, markupsafe, itsdangerous', 'flask'],
    ['import httpx, pydantic', 'openai'],
    ['import sqlalchemy', 'flask-sqlalchemy'],
    ['import redis', 'flask\nredis; sys_platform == "linux"'],
    ['import redis', 'flask\nredis; platform_release > "5"'],
    ['import requests', 'flask\n-e .'],
    ['import requests', 'flask\n--extra-index-url https://a.b/simple'],
    ['import requests', 'flask\ngit+https://github.com/psf/requests.git#egg=requests'],
    ['import requests', 'flask\nrequests @ git+https://github.com/psf/requests.git'],
    ['import requests', 'flask\n./wheels/requests-2.32.3-py3-none-any.whl'],
  ])('is left alone: %s beside %j', async (code, requirements) => {
    expect(await messages(code, requirements)).toEqual([]);
  });
});

describe('an import that need not succeed, or that leads elsewhere', () => {
  it.each([
    ['try:\n    import requests\nexcept ImportError:\n    requests = None', ''],
    ['from contextlib import suppress\nwith suppress(ImportError):\n    import requests', ''],
    ['import contextlib\nwith contextlib.suppress(ImportError):\n    import requests', ''],
    ['from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import requests', ''],
    ['def get():\n    import requests', ''],
    ['import validators', '-- validators.py\nx = 1\n'],
    ['import telegram', '-- telegram/x.py\nx = 1\n'],
    [
      'import app.main',
      '-- app/main.py\nfrom app import redis\nimport markdown\n-- app/redis.py\nx = 1\n-- app/markdown.py\n',
    ],
    ['import sys\nsys.path.insert(0, "lib")\nimport requests', '-- lib/vendor/requests/__init__.py\n'],
    ['import site\nsite.addsitedir("lib/site")\nimport requests', '-- lib/site/requests/__init__.py\n'],
    [
      'import requests',
      '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "buildCommand": "pip install -t . requests" }\n',
    ],
    [
      'import requests',
      '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "env": { "PYTHONPATH": "a/b" } }\n',
    ],
  ])('is left alone: %s', async (code, others) => {
    expect(await messages(code, 'flask', others)).toEqual([]);
  });

  it('is left alone where each function has a manifest of its own', async () => {
    const builds = ['a', 'b'].map((name) => ({ src: `api/${name}/main.py`, use: '@vercel/python' }));
    const files = `-- vercel.json\n${JSON.stringify({ builds })}\n-- api/a/main.py\nimport requests\napp = 1\n-- api/a/requirements.txt\nrequests\n-- api/b/main.py\nimport yaml\napp = 1\n-- api/b/requirements.txt\npyyaml\n`;
    expect(await problemsIn(files, rules)).toEqual([]);
    const alike = files.replace('-- api/b/requirements.txt\npyyaml\n', '').replaceAll('api/a/req', 'api/req');
    expect((await problemsIn(alike, rules)).map(({ path }) => path)).toEqual(['api/b/main.py']);
  });
});

describe('a module of the project', () => {
  it.each(['-- redis.py\n', '-- redis/client.py\n', '-- lib/redis.py\n', '-- lib/redis/client.py\n'])(
    'may be what is meant: %j',
    async (others) => {
      expect(await messages('import redis', 'flask', others)).toEqual([]);
    },
  );

  it('that may not be imported needs nothing for certain', async () => {
    const extra = '-- extra.py\nimport redis\n';
    expect(await messages('import extra', 'flask', extra)).toHaveLength(1);
    expect(await messages('try:\n    import extra\nexcept ImportError:\n    pass', 'flask', extra)).toEqual([]);
  });
});

describe('a frozen file', () => {
  const found = async (frozen: string) => {
    const files = `-- vercel.json\n{}\n-- requirements-frozen.txt\n${frozen}\n-- base.txt\nredis\n-- requirements.txt\nflask\nredis\n-- api/index.py\nimport redis, flask\napp = 1\n`;
    return (await problemsIn(files, [requirementsFrozenWins] as unknown as readonly Rule[])).length;
  };

  it('may install more than it lists', async () => {
    expect(await found('flask==3')).toBe(1);
    for (const line of ['-r base.txt', '-e .', './wheels/redis-5.2.1-py3-none-any.whl'])
      expect(await found(`flask==3\n${line}`), line).toBe(0);
  });
});

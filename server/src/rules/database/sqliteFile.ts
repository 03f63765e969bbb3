import { deployedModules } from '../../deployment/importClosure.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { calls, constantString, isClosed, qualifiedName } from '../../documents/python/scope.ts';
import type { ClassDefinition } from '../../documents/python/syntax.ts';
import { documentAt } from '../../project/files.ts';
import { nameOf } from '../../project/paths.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Finding, type RuleContext } from '../rule.ts';
import type { DatabaseAddress } from './addresses.ts';
import { deployedAddresses } from './deployedAddresses.ts';
import { djangoDatabases, djangoSqlite } from './djangoDatabases.ts';
import { django } from './djangoExample.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const engine = 'from sqlalchemy import create_engine\n\n';

export default defineRule({
  name: 'sqlite-file',
  area: 'database',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A SQLite file as the database of a deployment.',
  why: 'The files of a function cannot be written: "attempt to write a readonly database", or "unable to open database file" where the file is made first. Below /tmp it can be written, but each instance has its own, and loses it.',
  ignore: 'The file is deployed with the code and only read.',
  source: 'https://vercel.com/guides/is-sqlite-supported-in-vercel',
  examples: [
    { files: `${head}${engine}engine = create_engine(«"sqlite:///./app.db"»)\n` },
    {
      files: `${head}import os\n${engine}engine = create_engine(os.environ.get("DATABASE_URL", «"sqlite:///app.db"»))\n`,
      note: 'only where DATABASE_URL is not set: information',
    },
    {
      files: `${head}import os\nfrom flask import Flask\n\nbasedir = os.path.dirname(__file__)\napp = Flask(__name__)\napp.config["SQLALCHEMY_DATABASE_URI"] = «"sqlite:///" + os.path.join(basedir, "app.db")»\n`,
      note: 'Flask-SQLAlchemy',
    },
    {
      files: `${head}from pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    database_url: str = «"sqlite+aiosqlite:///./app.db"»\n`,
      note: 'a default that the variable DATABASE_URL replaces: information',
    },
    {
      files: `${head}import sqlite3\n\ndef save(name):\n    connection = sqlite3.connect(«"users.db"»)\n    connection.execute("INSERT INTO users VALUES (?)", (name,))\n`,
    },
    { files: `${head}${engine}engine = create_engine("sqlite:///:memory:")\n`, note: 'in memory' },
    {
      files: `${head}${engine}engine = create_engine("sqlite:////tmp/cache.db")\n`,
      note: 'a place that can be written',
    },
    {
      files: `${head}import sqlite3\n\ndef cities():\n    return sqlite3.connect("cities.db").execute("SELECT name FROM cities")\n`,
      note: 'a file that is only read',
    },
    { files: `${head}${engine}engine = create_engine("sqlite:///file:data.db?mode=ro&uri=true")\n`, note: 'read only' },
    {
      files: `${head}import os\n${engine}if os.getenv("VERCEL"):\n    engine = create_engine(os.environ["DATABASE_URL"])\nelse:\n    engine = create_engine("sqlite:///app.db")\n`,
      note: 'not on Vercel',
    },
    {
      files: `${django}from pathlib import Path\n\nBASE_DIR = Path(__file__).parent\nDATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": «BASE_DIR / "db.sqlite3"»}}\n`,
      note: 'Django',
    },
    {
      files: `${django}import dj_database_url\n\nBASE_DIR = os.path.dirname(__file__)\nDATABASES = {"default": dj_database_url.config(default=«f"sqlite:///{BASE_DIR}/db.sqlite3"»)}\n`,
      note: 'only where DATABASE_URL is not set: information',
    },
    {
      files: `${django}DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "/tmp/db.sqlite3"}}\n`,
      note: 'Django, below /tmp',
    },
    {
      files: `-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- main.py\nfrom settings import settings\n\napp = 1\n-- settings.py\nimport os\n\nfrom pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    url: str = "sqlite:///./shop.db"\n\n    def place(self):\n        return "sqlite:////tmp/shop.db" if os.environ.get("VERCEL") else self.url\n\n\nsettings = Settings()\n`,
      note: 'on Vercel it lies below /tmp',
    },
    { files: `${head}${engine}engine = create_engine("sqlite:///./app`, note: 'half typed' },
  ],

  *check(_document, context) {
    for (const address of deployedAddresses(context)) {
      const file = fileOf(address, context);
      if (file !== undefined) yield found(address.path, address.span, file, address.isFallback);
    }
    for (const [path] of deployedModules(context.project, context.deployment)) {
      const document = documentAt(context.project.files, path, 'python');
      if (!document || !/sqlite/i.test(document.text)) continue;
      for (const { span, file, isFallback } of [...settingsIn(document), ...connectionsIn(document)])
        yield found(path, span, file, isFallback);
    }
    for (const { path, span, file } of djangoSqlite(context)) yield found(path, span, file, false);
    for (const address of djangoDatabases(context).flatMap(({ addresses }) => addresses)) {
      const file = fileOf(address, context);
      if (file !== undefined) yield found(address.path, address.span, file, address.isFallback);
    }
  },
});

function found(path: string, span: Finding['span'], file: string, isFallback: boolean): Finding {
  const name = file === '' || file.length > 40 ? 'a file' : `\`${file}\``;
  if (isFallback) {
    const message = `Without its variable the database is ${name}, which a function cannot write. Set it in the Vercel project.`;
    return { path, span, message, severity: 'info' };
  }
  const message = `The database is ${name}, which a function cannot write: every write fails. Use a hosted database.`;
  return { path, span, message };
}

/** The name of the file, where it lies among those of the function. */
function fileOf({ scheme = '', database, query, path, span }: DatabaseAddress, { project }: RuleContext) {
  if (!/^sqlite\b/.test(scheme)) return undefined;
  const written = textAt(project.files.source(path)?.text ?? '', span);
  if (database === undefined) {
    const name = /([\w.-]+\.(?:sqlite3?|db3?))\b/i.exec(written)?.[1] ?? '';
    return /base_?dir|__file__|root|here/i.test(written) && !/tmp|temp/i.test(written) ? name : undefined;
  }
  return deployedFile(query ? `${database}?${query}` : database);
}

/** The name of the file that `database` names, unless it lies in memory, below /tmp, or is opened to be read. */
function deployedFile(database: string): string | undefined {
  const name = database.replace(/^file:/, '');
  if (name === '' || /^:memory:|^\/tmp\/|^\/?var\/tmp|mode=(?:ro|memory)|immutable=1/.test(name)) return undefined;
  return /mode=(?:ro|memory)|immutable=1/.test(name)
    ? undefined
    : nameOf(name.replace(/\?.*/, '').replaceAll('\\', '/'));
}

interface Found {
  readonly span: Finding['span'];
  readonly file: string;
  readonly isFallback: boolean;
}

/** Defaults of pydantic settings, where nothing in the module may put the file below /tmp on Vercel. */
function settingsIn(document: PythonDocument): Found[] {
  if (/\bVERCEL/.test(document.text) && document.text.includes('/tmp')) return [];
  const settings = document.statements.filter(
    (statement): statement is ClassDefinition =>
      statement.kind === 'class' &&
      statement.bases.some(({ value }) => /(?:^|\.)BaseSettings$/.test(qualifiedName(document, value) ?? '')),
  );
  return settings.flatMap(({ body }) =>
    body.flatMap((statement) => {
      if (statement.kind !== 'assignment' || !statement.annotation || statement.value?.kind !== 'string') return [];
      const database = /^sqlite(?:\+\w+)?:\/\/\/(.*)$/s.exec(statement.value.value ?? '')?.[1];
      const file = database === undefined ? undefined : deployedFile(database);
      return file === undefined ? [] : [{ span: statement.value.span, file, isFallback: true }];
    }),
  );
}

/** Connections of `sqlite3` in a module that writes with them. */
function connectionsIn(document: PythonDocument): Found[] {
  if (!/\b(?:CREATE\s+TABLE|INSERT\s+(?:OR\s+\w+\s+)?INTO|DELETE\s+FROM|UPDATE\s+\w+\s+SET)\b/i.test(document.text))
    return [];
  return calls(document).flatMap(({ call, name, conditional, atImport, within }) => {
    const isConnect = name === 'sqlite3.connect' || name === 'aiosqlite.connect';
    if (!isConnect || conditional || (!atImport && !within) || !isClosed(document, call)) return [];
    const [first] = call.arguments;
    const text = first && first.name === undefined && !first.star ? constantString(document, first.value) : undefined;
    const file = text === undefined ? undefined : deployedFile(text);
    return first && file !== undefined ? [{ span: first.value.span, file, isFallback: false }] : [];
  });
}

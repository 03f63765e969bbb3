import type { PythonDocument } from '../../documents/python/document.ts';
import type { StringLiteral } from '../../documents/python/syntax.ts';
import { remembered } from '../../documents/remembered.ts';
import type { SourceFile } from '../../documents/sourceFile.ts';
import { type Span, textAt } from '../../text/span.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { engineCalls, literalOf, schemeOf } from './engineCalls.ts';
import { flaskUrls } from './flaskEngines.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'database-url-scheme',
  area: 'database',
  subject: 'python',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A `postgres://` URL for SQLAlchemy, which knows `postgresql://` only.',
  why: 'SQLAlchemy 1.4 removed the name `postgres`. Making the engine raises NoSuchModuleError, "Can\'t load plugin: sqlalchemy.dialects:postgres", and where that happens at import every request answers 500.',
  source: 'https://docs.sqlalchemy.org/en/20/changelog/changelog_14.html#change-3687655465c25a39b968b4f5f6e9170b',
  examples: [
    {
      files: `${head}from sqlalchemy import create_engine\n\nengine = create_engine("«postgres»://db.example.com/app")\n`,
      fixed: `${head}from sqlalchemy import create_engine\n\nengine = create_engine("postgresql://db.example.com/app")\n`,
    },
    {
      files: `${head}import sqlalchemy as sa\n\nURL = f'«postgres»+psycopg2://{user}@db/app'\n\ndef engine():\n    return sa.create_engine(url=URL)\n`,
      fixed: `${head}import sqlalchemy as sa\n\nURL = f'postgresql+psycopg2://{user}@db/app'\n\ndef engine():\n    return sa.create_engine(url=URL)\n`,
    },
    {
      files: `${head}from flask import Flask\n\napp = Flask(__name__)\napp.config["SQLALCHEMY_DATABASE_URI"] = "«postgres»://db/app"\n`,
      fixed: `${head}from flask import Flask\n\napp = Flask(__name__)\napp.config["SQLALCHEMY_DATABASE_URI"] = "postgresql://db/app"\n`,
      note: 'Flask-SQLAlchemy',
    },
    { files: `${head}from sqlalchemy import create_engine\n\nengine = create_engine("postgresql://db/app")\n` },
    {
      files: `${head}from sqlalchemy import create_engine\n\nURL = "postgres://db/app"\nURL = URL.replace("postgres://", "postgresql://", 1)\nengine = create_engine(URL)\n`,
    },
    {
      files: `${head}import psycopg2\n\nURL = "postgres://db/app"\npsycopg2.connect(URL)\n`,
      note: 'libpq knows both names',
    },
    {
      files: `-- requirements.txt\nSQLAlchemy==1.3.24\n${head}from sqlalchemy import create_engine\n\nengine = create_engine("postgres://db/app")\n`,
      note: 'SQLAlchemy 1.3 knows both names',
    },
    { files: `${head}from sqlalchemy import create_engine\n\nengine = create_engine("postgres://`, note: 'half typed' },
  ],

  *check(document, context) {
    if (isOldSqlalchemy(context)) return;
    const fromEngines = engineCalls(document, context).flatMap(
      ({ url }) => (url && schemeOf(document, url)?.literal) ?? [],
    );
    const literals = [...fromEngines, ...flaskUrls(document).flatMap((value) => literalOf(document, value) ?? [])];
    const spans = literals.flatMap((literal) => nameSpan(document, literal) ?? []);
    for (const span of new Map(spans.map((found) => [found.start, found])).values()) {
      yield {
        span,
        message: 'SQLAlchemy does not know `postgres` since 1.4, so the engine cannot be made. Write `postgresql`.',
        fixes: [{ title: 'Change to `postgresql`', safety: 'safe', edits: [{ span, newText: 'postgresql' }] }],
      };
    }
  },
});

/** Where the literal says `postgres` for the dialect. */
function nameSpan({ text }: PythonDocument, literal: StringLiteral): Span | undefined {
  const found = /^[a-z]{0,2}(?:"""|'''|"|')(?=postgres(?:\+\w+)?(?::|["']))/i.exec(textAt(text, literal.span));
  if (!found) return undefined;
  const start = literal.span.start + found[0].length;
  return { start, end: start + 'postgres'.length };
}

/** Whether the manifest that is installed asks for a release of SQLAlchemy before 1.4. */
function isOldSqlalchemy({ project, deployment: { install } }: RuleContext): boolean {
  const source = install.source === null ? undefined : project.files.source(install.source);
  return source !== undefined && asksForOld(source);
}

/** A lock file of thousands of lines is looked through once, and not at each keystroke elsewhere. */
const asksForOld = remembered(({ text }: SourceFile): boolean =>
  /\bsqlalchemy\b[^\n]*?(?:[=~]=\s*|<=?\s*|\^)(?:0|1\.[0-3])\b|\bsqlalchemy\b[^\n]*<\s*1\.4\b/i.test(text),
);

import { deployedModules } from '../../deployment/importClosure.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { type CallSite, calls, isClosed, qualifiedName, resolvedValue } from '../../documents/python/scope.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'create-all-at-import',
  area: 'database',
  subject: 'python',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: '`create_all()` while the entrypoint is imported.',
  why: 'Every new instance then connects to the database and looks at every table before it answers its first request. When the database is down, asleep or out of connections, the import fails and every request answers 500.',
  source: 'https://docs.sqlalchemy.org/en/20/core/metadata.html#sqlalchemy.schema.MetaData.create_all',
  examples: [
    {
      files: `${head}from app.database import Base, engine\n\n«Base.metadata.create_all(bind=engine)»\n-- app/database.py\nengine = 1\n`,
    },
    {
      files: `${head}from flask import Flask\nfrom flask_sqlalchemy import SQLAlchemy\n\napp = Flask(__name__)\ndb = SQLAlchemy(app)\nwith app.app_context():\n    «db.create_all()»\n`,
    },
    {
      files: `${head}from app.database import Base, engine\n\ndef migrate():\n    Base.metadata.create_all(bind=engine)\n`,
    },
    {
      files: `${head}from app.database import Base, engine\n\nif __name__ == "__main__":\n    Base.metadata.create_all(bind=engine)\n`,
    },
    { files: `${head}from app import db\n\ndb.create_all()\n`, note: 'nothing tells what `db` is' },
    { files: `${head}from app.database import Base\n\nBase.metadata.create_all(`, note: 'half typed' },
  ],

  *check(document, context) {
    for (const site of calls(document)) {
      if (!site.atImport || site.conditional || !isClosed(document, site.call) || !makesTables(document, site))
        continue;
      if (deployedModules(context.project, context.deployment).get(context.path)?.conditional !== false) return;
      const called = `\`${textAt(document.text, site.call.callee.span)}()\``;
      yield {
        span: site.call.span,
        message: `${called} runs on every cold start, and if it fails all requests answer 500. Run it elsewhere.`,
      };
    }
  },
});

const makers: ReadonlySet<string> = new Set([
  'sqlalchemy.MetaData',
  'sqlalchemy.schema.MetaData',
  'flask_sqlalchemy.SQLAlchemy',
]);

function makesTables(document: PythonDocument, { call: { callee } }: CallSite): boolean {
  if (callee.kind !== 'attribute' || callee.attribute !== 'create_all') return false;
  if (callee.value.kind === 'attribute' && callee.value.attribute === 'metadata') return true;
  const object = resolvedValue(document, callee.value);
  return object.kind === 'call' && makers.has(qualifiedName(document, object.callee) ?? '');
}

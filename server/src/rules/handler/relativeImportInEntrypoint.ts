import { moduleFiles } from '../../deployment/modulePath.ts';
import { moduleName } from '../../deployment/moduleReference.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { importTimeStatements } from '../../documents/python/scope.ts';
import type { ImportFrom } from '../../documents/python/syntax.ts';
import { standardLibrary } from '../../facts/standardLibrary.ts';
import { directoryOf, inside, isWithin, nameOf, relativeTo, upTo } from '../../project/paths.ts';
import { contains, textAt } from '../../text/span.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { built } from './exampleHeads.ts';
import { handlerFile } from './handlerFile.ts';

const api = '-- vercel.json\n{ "builds": [{ "src": "api/index.py", "use": "@vercel/python" }] }\n-- api/index.py\n';
const database = '-- database.py\nengine = 1\n';

export default defineRule({
  name: 'relative-import-in-entrypoint',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'The entrypoint imports from a package that it is not in.',
  why: 'The runtime loads the entrypoint by its path, under the name that the path has from the root folder: `main.py` as `main`, `api/index.py` as `api.index`. A module in the root folder so belongs to no package, and `from .database import engine` ends with `ImportError: attempted relative import with no known parent package`, or `beyond top-level package` one folder down with one dot more.',
  source: 'https://docs.python.org/3/reference/import.html#package-relative-imports',
  examples: [
    {
      files: `${built}from «.database» import engine\n\napp = 1\n${database}`,
      fixed: `${built}from database import engine\n\napp = 1\n${database}`,
    },
    {
      files: `${built}from «.» import database as db, models\n\napp = 1\n${database}-- models/__init__.py\n`,
      fixed: `${built}import database as db, models\n\napp = 1\n${database}-- models/__init__.py\n`,
    },
    {
      files: `${api}from «..database» import engine\n\napp = 1\n${database}`,
      fixed: `${api}from database import engine\n\napp = 1\n${database}`,
      note: 'there is no package above `api`',
    },
    {
      files: `${built}from «.types» import Item\n\napp = 1\n-- types.py\nItem = 1\n`,
      note: 'without its dot it would mean the module of the standard library',
    },
    {
      files: `${api}from .database import engine\n\napp = 1\n-- api/database.py\nengine = 1\n`,
      note: '`api` is a package',
    },
    {
      files: `${built}try:\n    from .database import engine\nexcept ImportError:\n    from database import engine\n\napp = 1\n${database}`,
    },
    {
      files: `-- __init__.py\n${built}from .database import engine\n\napp = 1\n${database}`,
      note: 'the root folder is a package itself, which other releases of the runtime may know',
    },
    { files: `${built}app = 1\nfrom .dat\n${database}`, note: 'half typed' },
  ],

  *check(written, context) {
    const { path, project } = context;
    const file = handlerFile(written, context);
    if (file?.fate !== 'served' || !isWithin(path, project.root)) return;
    const { document } = file;
    if (project.files.has(inside(project.root, '__init__.py'))) return;
    const depth = packageDepth(relativeTo(project.root, path));
    for (const { statement, conditional } of importTimeStatements(document)) {
      if (statement.kind !== 'importFrom' || conditional || statement.level <= depth) continue;
      if (statement.names.length === 0 && !statement.star) continue;
      const where =
        depth === 0
          ? 'in no package'
          : `in the package ${moduleName(relativeTo(project.root, directoryOf(path)))} only`;
      yield {
        span: statement.moduleSpan,
        message: `Vercel loads ${nameOf(path)} ${where}, so this import and every request fail. Import by the full name.`,
        fixes: absolute(document, statement, context),
      };
    }
  },
});

/** How many packages the runtime knows around a module. */
function packageDepth(path: string): number {
  const parts = moduleName(path).split('.').length;
  return nameOf(path) === '__init__.py' ? parts : parts - 1;
}

/** The import by the name that the module has from the root folder, where it is there. */
function absolute(document: PythonDocument, statement: ImportFrom, context: RuleContext): Fix[] {
  const { path, project } = context;
  const base = upTo(directoryOf(path), '')[statement.level - 1];
  if (base === undefined || !isWithin(base, project.root)) return [];
  const prefix = relativeTo(project.root, base).split('/').filter(Boolean);
  const isThere = (name: string) =>
    !standardLibrary.has([...prefix, ...name.split('.')][0] ?? '') &&
    moduleFiles(project, path, { level: statement.level, name }).length > 0;
  const fix = (span: ImportFrom['span'], newText: string): Fix[] => [
    { title: `Change to \`${newText}\``, safety: 'unsafe', edits: [{ span, newText }] },
  ];
  const { module, moduleSpan, names, span, star } = statement;
  if (module) return isThere(module) ? fix(moduleSpan, [...prefix, module].join('.')) : [];
  const { text, comments } = document;
  if (star || prefix.length > 0 || comments.some((comment) => contains(span, comment))) return [];
  if (!names.every(({ name }) => isThere(name))) return [];
  return fix(span, `import ${names.map((name) => textAt(text, name.span)).join(', ')}`);
}

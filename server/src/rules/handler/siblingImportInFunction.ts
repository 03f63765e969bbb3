import { deployedModules } from '../../deployment/importClosure.ts';
import { manifestNames } from '../../deployment/manifest.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { importTimeStatements } from '../../documents/python/scope.ts';
import type { Import, ImportFrom } from '../../documents/python/syntax.ts';
import { commonDistributions } from '../../facts/commonDistributions.ts';
import { standardLibrary } from '../../facts/standardLibrary.ts';
import { directoryOf, inside, isWithin, relativeTo, upTo } from '../../project/paths.ts';
import type { Project } from '../../project/project.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';
import { handlerFile } from './handlerFile.ts';

const head = '-- vercel.json\n{}\n-- api/index.py\n';
const helper = '-- api/helper.py\ndef greet():\n    return "hello"\n';

export default defineRule({
  name: 'sibling-import-in-function',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'A function imports the file beside it as if its folder were on the path.',
  why: 'On Vercel imports start at the root folder and at what is installed. The folder of the function is not on the path, as it is with `python api/index.py`, so `import helper` for `api/helper.py` ends with ModuleNotFoundError, and every request fails.',
  source: 'https://docs.python.org/3/library/sys.html#sys.path',
  examples: [
    {
      files: `${head}from «helper» import greet\n\napp = 1\n${helper}`,
      fixed: `${head}from api.helper import greet\n\napp = 1\n${helper}`,
    },
    {
      files: `${head}import «helper»  # greetings\n\napp = 1\n${helper}`,
      fixed: `${head}from api import helper  # greetings\n\napp = 1\n${helper}`,
    },
    {
      files: `${head}import os, «lib.text»\n\napp = 1\n-- api/lib/text.py\n`,
      note: 'a name with dots is used with its dots, so each use would change',
    },
    { files: `${head}from api.helper import greet\n\napp = 1\n${helper}` },
    { files: `${head}from .helper import greet\n\napp = 1\n${helper}`, note: '`api` is the package of the function' },
    { files: `${head}import helper\n\napp = 1\n${helper}-- helper.py\n`, note: 'the root folder has one too' },
    {
      files: `${head}import os, sys\nsys.path.append(os.path.dirname(__file__))\nimport helper\n\napp = 1\n${helper}`,
      note: 'the code puts its folder on the path',
    },
    {
      files: `${head}import redis\n\napp = 1\n-- api/redis.py\n-- requirements.txt\nredis\n`,
      note: 'it may be installed',
    },
    { files: `${head}app = 1\nimport hel\n${helper}`, note: 'half typed' },
  ],

  *check(written, context) {
    const { path, project } = context;
    const file = handlerFile(written, context);
    if (file?.fate !== 'served' || !isWithin(path, project.root)) return;
    const { document } = file;
    if (directoryOf(path) === project.root || mayChangePath(context)) return;
    for (const { statement, conditional } of importTimeStatements(document)) {
      if (conditional) continue;
      for (const { name, span } of modulesOf(statement)) {
        if (!isSiblingOnly(context, name)) continue;
        const folder = relativeTo(project.root, directoryOf(path)).replaceAll('/', '.');
        yield {
          span,
          message: `Vercel looks for \`${name.split('.')[0]}\` in the root folder, not beside this file, and every request fails. Import it as \`${folder}.${name}\`.`,
          fixes: qualified(document, statement as Import | ImportFrom, folder),
        };
      }
    }
  },
});

interface Imported {
  readonly name: string;
  readonly span: Span;
}

function modulesOf(statement: { readonly kind: string }): Imported[] {
  const node = statement as Import | ImportFrom;
  if (node.kind === 'import') return node.names.map(({ name, nameSpan }) => ({ name, span: nameSpan }));
  if (node.kind !== 'importFrom' || node.level > 0) return [];
  return node.names.length > 0 || node.star ? [{ name: node.module, span: node.moduleSpan }] : [];
}

/** Whether a module of this name lies beside the file, and nothing of the name where Vercel looks, as far as can be told. */
function isSiblingOnly({ path, project }: RuleContext, name: string): boolean {
  const [first = ''] = name.split('.');
  if (!first || standardLibrary.has(first) || isThere(project, project.root, first)) return false;
  return isThere(project, directoryOf(path), first) && !mayBeInstalled(project, path, first);
}

function isThere({ files }: Project, folder: string, name: string): boolean {
  return files.has(inside(folder, `${name}.py`)) || files.list(inside(folder, name)).length > 0;
}

/** Whether a manifest on the way up speaks of the name, or the module is known to be that of a distribution. */
function mayBeInstalled({ root, files }: Project, path: string, name: string): boolean {
  if (Object.hasOwn(commonDistributions, name)) return true;
  const word = new RegExp(`(?<![\\w.-])${name.replace(/[^A-Za-z0-9]/g, '[-_.]')}(?![\\w-])`, 'i');
  return upTo(directoryOf(path), root)
    .flatMap((folder) => [...manifestNames, 'uv.lock', 'pylock.toml'].map((manifest) => inside(folder, manifest)))
    .some((manifest) => word.test(files.source(manifest)?.text ?? ''));
}

/** Whether code, an installation of the project itself or Django may put further folders on the path. */
function mayChangePath({ project, deployment, path: own }: RuleContext): boolean {
  const { install, framework } = deployment;
  if (install.command !== undefined || framework.preset === 'django') return true;
  const text = (path: string) => project.files.source(path)?.text ?? '';
  if (install.source !== null) {
    const beside = inside(directoryOf(install.source), 'pyproject.toml');
    if (/^\s*\[build-system\]|\bpath\s*=|\bpackage\s*=\s*true/m.test(text(beside))) return true;
    if (/^\s*(?:-e|--editable|\.|file:)/m.test(text(install.source))) return true;
  }
  if (/PYTHONPATH/.test(text(inside(project.root, 'vercel.json')))) return true;
  return [own, ...deployedModules(project, deployment).keys()].some((path) =>
    /\bsys\.path\b|addsitedir/.test(text(path)),
  );
}

/** The import by its full name, where that binds the same name. */
function qualified({ text }: PythonDocument, statement: Import | ImportFrom, folder: string): Fix[] {
  if (!folder.split('.').every((part) => /^[A-Za-z_]\w*$/.test(part))) return [];
  const fix = (span: Span, newText: string, title = newText): Fix[] => [
    { title: `Change to \`${title}\``, safety: 'unsafe', edits: [{ span, newText }] },
  ];
  if (statement.kind === 'importFrom') {
    const { module, moduleSpan } = statement;
    return fix(moduleSpan, `${folder}.${module}`, `from ${folder}.${module}`);
  }
  const [only, ...more] = statement.names;
  if (!only || more.length > 0) return [];
  if (only.name.includes('.') && only.alias === undefined) return [];
  const dot = only.name.lastIndexOf('.');
  const base = dot < 0 ? folder : `${folder}.${only.name.slice(0, dot)}`;
  const rest = `${only.name.slice(dot + 1)}${text.slice(only.nameSpan.end, only.span.end)}`;
  return fix(statement.span, `from ${base} import ${rest}`);
}

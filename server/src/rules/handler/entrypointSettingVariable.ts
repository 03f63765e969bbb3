import { moduleName } from '../../deployment/moduleReference.ts';
import { variableIn } from '../../deployment/servedVariable.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings } from '../../documents/python/scope.ts';
import { documentAt } from '../../project/files.ts';
import { relativeTo } from '../../project/paths.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule } from '../rule.ts';
import { changeSetting, entrypointSetting } from './entrypointSetting.ts';
import { project } from './exampleHeads.ts';

export default defineRule({
  name: 'entrypoint-setting-variable',
  area: 'handler',
  subject: 'pyproject.toml',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`[tool.vercel] entrypoint` names a variable that the module does not have.',
  why: 'The builder looks for the module and not for the variable: the build is green. The runtime then does not find it, and every request fails.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${project}[tool.vercel]\nentrypoint = "«web:application»"\n-- web.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n`,
      fixed: `${project}[tool.vercel]\nentrypoint = "web:app"\n-- web.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n`,
    },
    {
      files: `${project}[tool.vercel]\nentrypoint = "«web:app»"\n-- web/__init__.py\nfrom web.core import api\n-- web/core.py\napi = 1\n`,
      fixed: `${project}[tool.vercel]\nentrypoint = "web:api"\n-- web/__init__.py\nfrom web.core import api\n-- web/core.py\napi = 1\n`,
    },
    {
      files: `${project}[tool.vercel]\nentrypoint = "web:api"\n-- web.py\ntry:\n    api = 1\nexcept ValueError:\n    raise\n`,
      note: 'Python binds it',
    },
    {
      files: `${project}[tool.vercel]\nentrypoint = "web:app"\n-- web.py\nfrom core import *\n`,
      note: 'it may come from there',
    },
    { files: `${project}[tool.vercel]\nentrypoint = "web:app"\n-- web.py\nap = FastAPI(\n`, note: 'half typed' },
  ],

  *check(document, context) {
    const setting = entrypointSetting(document, context);
    if (!setting?.reference || setting.file === undefined) return;
    const { files, root } = context.project;
    const module = documentAt(files, setting.file, 'python');
    const { variable } = setting.reference;
    if (!module || module.hasError || module.vercel?.valid === false || mayHave(module, variable)) return;
    const names = [...new Set(bindings(module).map(({ name }) => name))];
    const meant = variableIn(files, setting.file) ?? nearest(variable, names);
    const path = relativeTo(root, setting.file);
    yield {
      span: setting.span,
      message: `The module ${path} has no \`${variable}\`: the build says nothing, and every request fails. Name ${meant === undefined ? 'its application' : `\`${meant}\``}.`,
      fixes: meant === undefined ? [] : changeSetting(document, setting, `${moduleName(path)}:${meant}`),
    };
  },
});

/** Whether the module may have the variable when it has run. */
function mayHave(module: PythonDocument, variable: string): boolean {
  if (/\bglobals\s*\(|\bsetattr\s*\(|\b__getattr__\b|\bglobal\b|\bexec\s*\(/.test(module.text)) return true;
  if (module.statements.some((statement) => statement.kind === 'importFrom' && statement.star)) return true;
  return bindings(module).some(({ name }) => name === variable);
}

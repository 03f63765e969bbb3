import { defineRule } from '../rule.ts';
import { changeSetting, entrypointSetting, meantEntrypoint, shown } from './entrypointSetting.ts';
import { project } from './exampleHeads.ts';

const core = '-- web/core.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n';

export default defineRule({
  name: 'entrypoint-setting-file',
  area: 'handler',
  subject: 'pyproject.toml',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`[tool.vercel] entrypoint` names a module that is not there.',
  why: 'The builder looks for the module from the root folder, as a file or as a package with `__init__.py`, and stops where there is none. It does not go on to look in the places that it knows.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${project}[tool.vercel]\nentrypoint = "«core:app»"\n${core}`,
      fixed: `${project}[tool.vercel]\nentrypoint = "web.core:app"\n${core}`,
    },
    {
      files: `${project}[tool.vercel]\nentrypoint = "«web/core.py:app»"\n${core}`,
      fixed: `${project}[tool.vercel]\nentrypoint = "web.core:app"\n${core}`,
      note: 'of this the builder takes `py:app`',
    },
    { files: `${project}[tool.vercel]\nentrypoint = "«shop:app»"\n-- shop/views.py\napp = 1\n-- other.py\napp = 1\n` },
    { files: `${project}[tool.vercel]\nentrypoint = "web.core:app"\n${core}` },
    { files: `${project}[tool.vercel]\nentrypoint = "web:app"\n-- web/__init__.py\napp = 1\n`, note: 'a package' },
    { files: `${project}[tool.vercel]\nentrypoint = "web.\n${core}`, note: 'half typed' },
  ],

  *check(document, context) {
    const setting = entrypointSetting(document, context);
    if (!setting?.reference || setting.file !== undefined || typeof setting.value !== 'string') return;
    const meant = meantEntrypoint(setting.value, context);
    const advice = meant === undefined ? 'Name a module of the project.' : `Write \`${shown(meant)}\`.`;
    const [file] = setting.reference.candidates;
    yield {
      span: setting.span,
      message: `\`${shown(setting.value)}\` means ${shown(file)}, which is not there, so the build stops. ${advice}`,
      fixes: meant === undefined ? [] : changeSetting(document, setting, meant),
    };
  },
});

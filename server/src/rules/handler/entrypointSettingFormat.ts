import { defineRule } from '../rule.ts';
import { changeSetting, entrypointSetting, meantEntrypoint, shown } from './entrypointSetting.ts';
import { project } from './exampleHeads.ts';

const main = '-- main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n';

export default defineRule({
  name: 'entrypoint-setting-format',
  area: 'handler',
  subject: 'pyproject.toml',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`[tool.vercel] entrypoint` does not have the form `module:variable`.',
  why: 'The builder looks for a module, a colon and a variable in the text, and stops where it does not find them. It takes neither the path of a file nor a list.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${project}[tool.vercel]\nentrypoint = "«main.py»"\n${main}`,
      fixed: `${project}[tool.vercel]\nentrypoint = "main:app"\n${main}`,
    },
    {
      files: `${project}[tool.vercel]\nentrypoint = '«src/web/core»' # Vercel\n-- src/web/core.py\napplication = 1\n`,
      fixed: `${project}[tool.vercel]\nentrypoint = 'src.web.core:application' # Vercel\n-- src/web/core.py\napplication = 1\n`,
    },
    { files: `${project}[tool.vercel]\nentrypoint = «["main:app"]»\n${main}` },
    { files: `${project}[tool.vercel]\nentrypoint = "main:app"\n${main}` },
    {
      files: `${project}[tool.vercel]\nentrypoint = "uvicorn main:app"\n${main}`,
      note: 'what stands around it is not looked at',
    },
    {
      files: `-- vercel.json\n{ "framework": null }\n${project}[tool.vercel]\nentrypoint = "main.py"\n${main}`,
      note: 'without a preset nobody reads it',
    },
    { files: `${project}[tool.vercel]\nentrypoint = "main:"\n${main}`, note: 'half typed' },
  ],

  *check(document, context) {
    const setting = entrypointSetting(document, context);
    if (!setting || setting.reference) return;
    const { value, span } = setting;
    const meant = typeof value === 'string' ? meantEntrypoint(value, context) : undefined;
    const what =
      typeof value === 'string' ? `\`${shown(value)}\` is no \`module:variable\`` : '`entrypoint` is no string';
    const advice = meant === undefined ? 'Write one such as `main:app`.' : `Write \`${shown(meant)}\`.`;
    yield {
      span,
      message: `${what}, and the build stops. ${advice}`,
      fixes: meant === undefined ? [] : changeSetting(document, setting, meant),
    };
  },
});

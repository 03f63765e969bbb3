import { fileOf, moduleReference } from '../../deployment/moduleReference.ts';
import { inside } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';
import { project } from './exampleHeads.ts';
import { namingFixes } from './outOfPlace.ts';

export default defineRule({
  name: 'project-script-app-missing',
  area: 'handler',
  subject: 'pyproject.toml',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'The script `app` in pyproject.toml names a module that is not there.',
  why: 'Where no place of the preset holds an application, the builder takes the script `app` of `[project.scripts]` for the entrypoint. The build stops if the root folder does not hold its module.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    { files: `${project}[project.scripts]\napp = "«shop.main:run»"\n-- lib/shop/main.py\ndef run():\n    pass\n` },
    {
      files: `${project}[project.scripts]\napp = '«shop:app»'\n-- lib/shop/web.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n`,
      fixed: `${project}[project.scripts]\napp = 'shop:app'\n\n[tool.vercel]\nentrypoint = "lib.shop.web:app"\n-- lib/shop/web.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n`,
    },
    { files: `${project}[project.scripts]\napp = "shop.main:run"\n-- shop/main.py\ndef run():\n    pass\n` },
    { files: `${project}[project.scripts]\nserve = "shop.main:run"\n`, note: 'another script' },
    {
      files: `${project}[project.scripts]\napp = "shop.main:run"\n-- main.py\napp = 1\n`,
      note: 'the preset finds one itself',
    },
    { files: `${project}[project.scripts]\napp = "sho\n`, note: 'half typed' },
  ],

  *check({ scripts, toml, vercelEntrypoint }, { path, project: owner, deployment }) {
    const script = scripts.get('app');
    const [error] = deployment.errors;
    if (!script || vercelEntrypoint || toml.errors.length > 0 || path !== inside(owner.root, 'pyproject.toml')) return;
    if (error?.file !== path || !error.code.endsWith('_ENTRYPOINT_NOT_FOUND')) return;
    const reference = moduleReference(script.value);
    if (!reference || fileOf(owner, reference)) return;
    yield {
      span: script.span,
      message: `Vercel takes the script \`app\` for the entrypoint, and ${reference.candidates[0]} is not there, so the build stops. Correct it.`,
      fixes: (error.candidates ?? []).slice(0, 3).flatMap((one) => namingFixes(owner, one)),
    };
  },
});

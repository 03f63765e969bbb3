import { titleOf } from '../../deployment/framework.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';
import { isBelowApi, namingFixes, outOfPlace, placeOf } from './outOfPlace.ts';

const project = '-- pyproject.toml\n[project]\nname = "shop"\nversion = "1"\ndependencies = ["fastapi"]\n';
const web = '-- web/core.py\nfrom fastapi import FastAPI\n\n';

export default defineRule({
  name: 'entrypoint-out-of-place',
  area: 'handler',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'The application lies where the framework preset does not look.',
  why: 'A Python preset looks for app.py, index.py, server.py, main.py, wsgi.py and asgi.py in the root folder, in `src`, `app` and `api`, and takes nothing else. The build stops with `No FastAPI entrypoint found in default locations`.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${project}${web}«app» = FastAPI()\n`,
      fixed: `${project}\n[tool.vercel]\nentrypoint = "web.core:app"\n${web}app = FastAPI()\n`,
    },
    {
      files: `-- requirements.txt\nfastapi\n${web}«app» = FastAPI()\n`,
      fixed: `-- requirements.txt\nfastapi\n${web}app = FastAPI()\n-- index.py\nfrom web.core import app\n`,
      note: 'a new pyproject.toml would be installed in the place of requirements.txt',
    },
    {
      files: `-- requirements.txt\nflask\n-- backend/tests/test_app.py\napp = 1\n-- backend/start.py\nfrom flask import Flask\n\n«app» = Flask(__name__)\n`,
      fixed: `-- requirements.txt\nflask\n-- backend/tests/test_app.py\napp = 1\n-- backend/start.py\nfrom flask import Flask\n\napp = Flask(__name__)\n-- index.py\nfrom backend.start import app\n`,
    },
    { files: `${project}-- src/main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n` },
    { files: `${project}[tool.vercel]\nentrypoint = "web.core:app"\n${web}app = FastAPI()\n` },
    { files: `-- vercel.json\n{ "framework": null }\n${project}${web}app = FastAPI()\n`, note: 'no preset' },
    { files: `${project}${web}ap`, note: 'half typed' },
  ],

  *check(_document, context) {
    const found = outOfPlace(context);
    const [first] = found?.candidates ?? [];
    if (!found || !first || found.candidates.every((one) => isBelowApi(context.project, one))) return;
    const { project: owner, deployment } = context;
    const name = relativeTo(owner.root, first.path);
    const { python } = deployment.framework;
    const title = python === null ? 'The' : `The ${titleOf(python)}`;
    const hasPyproject = owner.files.has(inside(owner.root, 'pyproject.toml'));
    const advice = hasPyproject ? 'Name it in `[tool.vercel] entrypoint`.' : 'Import it in a new index.py.';
    yield {
      path: first.path,
      span: placeOf(owner, first),
      message: `${title} preset looks in main.py and the like, not in ${name}: the build stops. ${advice}`,
      fixes: found.candidates.slice(0, 3).flatMap((one) => namingFixes(context.project, one)),
    };
  },
});

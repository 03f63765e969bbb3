import { mayBeFunction } from '../../deployment/apiFunctions.ts';
import { titleOf } from '../../deployment/framework.ts';
import { deployedModules, importClosure } from '../../deployment/importClosure.ts';
import { servedInterface } from '../../deployment/servedInterface.ts';
import { servedVariable } from '../../deployment/servedVariable.ts';
import { uploadedFiles } from '../../deployment/uploadedFiles.ts';
import { documentAt } from '../../project/files.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'api-functions-not-created',
  area: 'routes',
  subject: 'project',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A file of the `api` folder that a Python preset does not make a function of.',
  why: 'With a Python framework preset Vercel builds one function, from one application. The other applications and handlers below `api` deploy without an error and answer nothing: their paths go to the one application, which answers 404.',
  source: 'https://vercel.com/docs/functions/runtimes/python',
  examples: [
    {
      files:
        '-- requirements.txt\nfastapi\n-- vercel.json\n{}\n-- main.py\nfrom fastapi import FastAPI\napp = FastAPI()\n-- api/users.py\nfrom fastapi import FastAPI\n«app» = FastAPI()\n',
    },
    {
      files:
        '-- requirements.txt\nrequests\n-- api/index.py\nfrom http.server import BaseHTTPRequestHandler\nclass handler(BaseHTTPRequestHandler):\n    pass\n-- api/hello.py\nfrom http.server import BaseHTTPRequestHandler\nclass «handler»(BaseHTTPRequestHandler):\n    pass\n',
      note: 'any requirements.txt selects the Python preset',
    },
    {
      files:
        '-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\nfrom api.users import app as users\napp = FastAPI()\napp.mount("/users", users)\n-- api/users.py\nfrom fastapi import FastAPI\napp = FastAPI()\n',
      note: 'it is part of the application',
    },
    {
      files:
        '-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\napp = FastAPI()\n-- api/index.py\nfrom main import app\n',
      note: 'it serves the same application',
    },
    {
      files:
        '-- requirements.txt\nfastapi\n-- vercel.json\n{ "framework": null }\n-- main.py\nfrom fastapi import FastAPI\napp = FastAPI()\n-- api/users.py\nfrom fastapi import FastAPI\napp = FastAPI()\n',
      note: 'without a preset each file is a function',
    },
    {
      files:
        '-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\napp = FastAPI()\n-- api/worker.py\nfrom celery import Celery\napp = Celery()\n',
      note: 'no application for requests',
    },
    {
      files:
        '-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\napp = FastAPI()\n-- api/tests/test_users.py\nfrom fastapi import FastAPI\napp = FastAPI()\n-- api/dev.py\nfrom flask import Flask\napp = Flask(__name__)\nif __name__ == "__main__":\n    app.run()\n',
      note: 'tests and programs',
    },
    {
      files:
        '-- requirements.txt\npython-fasthtml\n-- main.py\napp = 1\n-- api/users.py\nfrom fastapi import FastAPI\napp = FastAPI()\n',
      note: 'beside FastHTML each file is a function',
    },
    {
      files:
        '-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\napp = FastAPI()\n-- api/users.py\nfrom fastapi import FastAPI\napp = FastA(\n',
      note: 'half typed',
    },
  ],

  *check(_document, { project, deployment }) {
    const preset = deployment.mode === 'framework' ? deployment.framework.python : null;
    const [entry] = deployment.functions;
    if (!entry || preset === null || preset === 'fasthtml') return;
    const deployed = deployedModules(project, deployment);
    for (const path of uploadedFiles(project, inside(project.root, 'api'))) {
      const name = relativeTo(project.root, path);
      if (!isMeantAsFunction(name) || deployed.has(path)) continue;
      const document = documentAt(project.files, path, 'python');
      const served = document && servedVariable(document);
      if (!served || document.text.includes('__name__') || servedInterface(project, path, served.name) === 'unknown')
        continue;
      if (importClosure(project, [path]).has(entry.path)) continue;
      const main = relativeTo(project.root, entry.path);
      yield {
        path,
        span: served.binding.span,
        message: `This becomes no function: the ${titleOf(preset)} preset serves ${main} alone. Serve it there, or set \`"framework": null\`.`,
      };
    }
  },
});

/** Not a test, and not one of the two files that Django writes into a project called `api`. */
function isMeantAsFunction(name: string): boolean {
  const isOther = /(^|\/)(tests?\/|test_|conftest\.py$|[aw]sgi\.py$)|_test\.py$/.test(name);
  return name.endsWith('.py') && mayBeFunction(name) && !isOther;
}

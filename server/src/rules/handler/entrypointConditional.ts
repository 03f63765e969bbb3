import { defineRule } from '../rule.ts';
import { conditionalApplication } from './conditionalApplication.ts';
import { built } from './exampleHeads.ts';
import { handlerFile, outcomeOf } from './handlerFile.ts';

const main = '-- main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n';

export default defineRule({
  name: 'entrypoint-conditional',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`app` is bound where Vercel does not look for it.',
  why: 'Since @vercel/python 6.28.0 (24 March 2026) the builder reads the module without running it, and only its statements at top level: an `app` inside `if`, `try` or `with`, beside other names on the left of one `=`, or out of `from … import *` is not found, and the build stops.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${built}try:\n    from main import «app»\nexcept ImportError as error:\n    print(error)\n    raise\n`,
      fixed: `${built}from main import app\n`,
    },
    {
      files: `${built}from main import create\n\n«app», settings = create(), {}\n`,
      fixed: `${built}from main import create\n\napp = create()\nsettings = {}\n`,
    },
    {
      files: `${built}«from main import *»\n${main}`,
      fixed: `${built}from main import *\nfrom main import app\n${main}`,
    },
    {
      files: `${built}import os\n\nif os.environ.get("DEBUG"):\n    from debug import «app»\nelse:\n    from main import app\n`,
      fixed: `${built}import os\n\nif os.environ.get("DEBUG"):\n    from debug import app\nelse:\n    from main import app\napp = app\n`,
      note: 'which one it is, is decided when the module runs',
    },
    { files: `${built}from main import app\n\nif app.debug:\n    app = app.inner\n` },
    { files: `${built}from main import *\n\napplication = make()\n` },
    { files: `${built}try:\n    from main import app\nexcept `, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    if (file.served !== undefined || file.fate === 'unnamed') return;
    if (file.fate === 'no-function' && context.deployment.functions.length > 0) return;
    const found = conditionalApplication(document, context);
    if (!found) return;
    yield {
      span: found.span,
      message: `Vercel does not see an \`${found.name}\` bound ${found.how}, ${outcomeOf(file)}. Bind it at top level.`,
      fixes: found.fixes,
    };
  },
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'entrypoint-without-application',
  role: 'cause',
  phase: 'build',
  title: ({ file, found }) =>
    `Vercel sees no \`app\`, \`application\` or \`handler\` class at the top level of \`${file ?? found}\`.`,
  literals: ['top-level "app'],
  pattern:
    /Could not find a (?<at>top-level "app", "application", or "handler") in "(?<file>[^"]+)"|Found (?<found>[^"\n]+?) but (?:it does not|none) (?:define|export) a (?<what>top-level "app[^.]*)/,
  builder: { from: '6.28.0' },
  causes: [
    {
      cause:
        'The name is bound only inside an `if`, a `try`, a tuple or by `import *`. The builder reads top-level statements alone and does not run the file.',
      advice: 'Bind the application once, without a condition: `app = FastAPI()`, or `from package.module import app`.',
      rules: ['entrypoint-conditional'],
      decides: 'whether `app` stands inside a `try` or an `if`',
    },
    {
      cause: 'The file does not parse, and the builder reports that with this text.',
      advice: 'Mend the syntax error. `python -m py_compile` on the file shows the line.',
      rules: ['entrypoint-syntax-error'],
      decides: 'whether the file parses',
    },
    {
      cause:
        'The file has a `handler` that is a function, a Mangum instance or another name for a class. Vercel serves none of them.',
      advice:
        'Expose the application as a top-level `app`, and delete `handler` and Mangum. Only `class handler(BaseHTTPRequestHandler)` counts as a handler.',
      rules: ['handler-not-a-class', 'mangum-handler-ignored', 'handler-wrapper-function', 'handler-name-conflict'],
      withoutFixes: /^Collapse into/,
      decides: 'whether `handler` is a function or an instance',
    },
    {
      cause:
        'Nothing in the file is called `app` or `application`, so there is nothing to serve. A Streamlit script or a command line tool called `app.py` is met like this too.',
      advice:
        'Bind the application to `app` at the top level, or name the right file and variable: `entrypoint = "package.module:variable"` under `[tool.vercel]` in `pyproject.toml`.',
      rules: ['entrypoint-missing'],
    },
  ],
  noise: ['builds-beside-settings'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: '10:00:05.001 Error: Could not find a «top-level "app", "application", or "handler"» in "api/index.py".\n',
      files: `-- api/index.py
try:
    from backend.main import app
except ImportError:
    from main import app
-- backend/main.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
-- vercel.json
{ "builds": [{ "src": "api/index.py", "use": "@vercel/python" }] }
`,
      says: 'inside an `if`, a `try`',
      blames: 'api/index.py',
    },
    {
      log: 'Error: «Found app.py but it does not export a top-level "app", "application", or "handler" variable».\n',
    },
    {
      log: 'The top-level "app" folder was copied.\n',
    },
  ],
});

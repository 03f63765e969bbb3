import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'mangum-cannot-infer',
  role: 'cause',
  phase: 'runtime',
  title: 'Vercel serves a Mangum adapter, which understands requests of AWS Lambda alone.',
  literals: ['The adapter was unable to infer a handler'],
  pattern: /The adapter was unable to infer a handler to use for the event/,
  causes: [
    {
      cause:
        '`app = Mangum(…)`, or `entrypoint = "…:handler"` under `[tool.vercel]`, makes Vercel take the adapter for a WSGI application. It fails at each request.',
      advice: 'Serve the application itself: `app = FastAPI()` at the top level, without Mangum.',
      rules: ['app-is-adapter', 'mangum-handler-ignored', 'handler-not-a-class'],
      withoutFixes: /^Collapse into/,
    },
  ],
  noise: [...crashNoise, 'python-exception'],
  source: 'Executed with the runtimes of @vercel/python 2.3.4 to 6.5.1 and vercel-runtime 0.4.0 to 0.17.0.',
  examples: [
    {
      log: 'RuntimeError: «The adapter was unable to infer a handler to use for the event». This is likely related to how the Lambda function was invoked.\n',
      files: `-- api/index.py
from fastapi import FastAPI
from mangum import Mangum

api = FastAPI()
app = Mangum(api)
-- requirements.txt
fastapi
mangum
`,
      blames: 'api/index.py',
    },
    {
      log: 'The adapter was ready\n',
    },
  ],
});

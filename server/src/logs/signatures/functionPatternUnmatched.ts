import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'function-pattern-unmatched',
  role: 'cause',
  phase: 'build',
  title: '`{pattern}` under `functions` in `vercel.json` matches no function.',
  literals: ["doesn't match any Serverless Functions"],
  pattern: /The pattern "(?<pattern>[^"]+)" defined in `functions` doesn't match any Serverless Functions/,
  causes: [
    {
      cause:
        'The file is there, but Vercel sees no application in it: since 2025-12-18 (CLI 50.1.3) a file in `api/` becomes a function only if it has a top-level `app`, `application` or `class handler`.',
      advice:
        'Expose a top-level `app` in it, without `try` or `if`, and delete a `handler` that is a function or a Mangum instance.',
      rules: [
        'entrypoint-conditional',
        'handler-not-a-class',
        'handler-wrapper-function',
        'entrypoint-missing',
        'entrypoint-syntax-error',
      ],
      withoutFixes: /^Collapse into/,
      when: ({ project, values }) =>
        project && values.pattern && !/[*{[]/.test(values.pattern) ? project.has(values.pattern) : undefined,
      decides: 'whether the file is there',
    },
    {
      cause:
        'There is no such file from the Root Directory, or an earlier key already took it. Keys begin without `./` and `/`.',
      advice: 'Correct the key, or delete it.',
      when: ({ project, values }) =>
        project && values.pattern && !/[*{[]/.test(values.pattern) ? !project.has(values.pattern) : undefined,
    },
  ],
  noise: ['builds-beside-settings', 'command-failed'],
  source: 'Read in `vercel` 64.0.2 and @vercel/fs-detectors 7.7.3, executed.',
  examples: [
    {
      log: `Error: «The pattern "api/index.py" defined in \`functions\` doesn't match any Serverless Functions» inside the \`api\` directory.
Learn More: https://vercel.link/unmatched-function-pattern
`,
      files: `-- vercel.json
{ "functions": { "api/index.py": { "maxDuration": 30 } } }
-- api/index.py
from main import create
from mangum import Mangum

handler = Mangum(create())
-- requirements.txt
`,
      says: 'sees no application',
    },
    {
      log: 'Error: «The pattern "api/gone.py" defined in `functions` doesn\'t match any Serverless Functions» inside the `api` directory.\n',
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
`,
      says: 'no such file',
    },
    {
      log: 'The pattern "x" is fine\n',
    },
  ],
});

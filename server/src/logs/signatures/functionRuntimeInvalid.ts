import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'function-runtime-invalid',
  role: 'cause',
  phase: 'build',
  title: '`functions` in `vercel.json` names a `runtime` that is no builder.',
  literals: ['Function Runtimes must have a valid version'],
  pattern: /Function Runtimes must have a valid version/,
  causes: [
    {
      cause:
        '`runtime` there wants the npm package of a builder with its version (`now-php@1.0.0`), not a Python version. `python3.9`, `python@3.12` and `@vercel/python` fail alike.',
      advice:
        'Delete `runtime`: Vercel knows Python by itself. The version goes into `.python-version` (3.12, 3.13 or 3.14). A pinned old `@vercel/python@…` brings worse errors.',
      rules: ['function-runtime-not-a-builder'],
    },
  ],
  noise: ['builds-beside-settings'],
  source: 'Read in @vercel/fs-detectors 7.7.3, executed.',
  examples: [
    {
      log: 'Error: «Function Runtimes must have a valid version», for example `now-php@1.0.0`.\n',
      files: `-- vercel.json
{ "functions": { "api/index.py": { "runtime": "python3.9" } } }
-- api/index.py
from fastapi import FastAPI

app = FastAPI()
`,
      blames: 'vercel.json',
    },
    {
      log: 'Function runtimes have versions\n',
    },
  ],
});

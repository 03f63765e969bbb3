import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'functions-beside-builds',
  role: 'cause',
  title: '`vercel.json` has both `functions` and `builds`, which exclude each other.',
  literals: ['cannot be used in conjunction with the `builds`'],
  pattern: /The `functions` property cannot be used in conjunction with the `builds` property/,
  causes: [
    {
      cause:
        '`functions` belongs to projects in which Vercel finds the functions by itself; `builds` turns that off. Often `functions` was added to raise `maxDuration`.',
      advice: 'Remove `builds` and keep `functions`.',
      rules: ['functions-beside-builds'],
    },
  ],
  source: 'Read in `vercel` 64.0.2 and @vercel/fs-detectors 7.7.3, executed.',
  examples: [
    {
      log: 'Error: «The `functions` property cannot be used in conjunction with the `builds` property». Please remove one of them.\n',
      files: `-- vercel.json
{ "functions": { "api/index.py": { "maxDuration": 30 } }, "builds": [{ "src": "api/index.py", "use": "@vercel/python" }] }
-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
`,
      blames: 'vercel.json',
    },
    {
      log: 'The `functions` property is described below.\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'internal-rewrite-changed',
  role: 'warning',
  phase: 'build',
  title: 'A rewrite to a path of the backend now changes the path that the application sees.',
  literals: ['Internal rewrites in backend framework projects'],
  pattern: /Internal rewrites in backend framework projects now route requests using the rewritten destination path/,
  causes: [
    {
      cause:
        'With a Python framework preset the application already gets every request. A rewrite such as `/(.*)` to `/api/index` makes it see `/api/index` each time, so all its routes answer 404 (`{"detail":"Not Found"}`).',
      advice: 'Delete the rewrite from `vercel.json`.',
      when: ({ project }) =>
        project
          ? /"destination"\s*:\s*"\/api\/?(?:index)?(?:\.py)?"/.test(project.text('vercel.json') ?? '') || undefined
          : undefined,
    },
  ],
  explains: ['application-not-found'],
  source: "Read in the command line's source (2026-07-23), public issues.",
  examples: [
    {
      log: 'WARN! «Internal rewrites in backend framework projects now route requests using the rewritten destination path». This behavior was previously unsupported and may change which application route handles a request.\n',
      files: `-- vercel.json
{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }
-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
`,
      says: 'already gets every request',
    },
    {
      log: 'Internal rewrites are described below\n',
    },
  ],
});

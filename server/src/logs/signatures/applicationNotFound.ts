import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'application-not-found',
  role: 'symptom',
  phase: 'runtime',
  title: 'The application itself answers 404: it got the request and has no such route.',
  literals: ['{"detail":"Not Found"}', '"detail": "Not Found"'],
  pattern: /\{\s*"detail":\s*"Not Found"\s*\}/,
  causes: [
    {
      cause:
        'A rewrite changes the path: with a Python preset, `/(.*)` to `/api/index` makes the application see `/api/index` each time.',
      advice: 'Delete the rewrite from `vercel.json`.',
      when: ({ project }) =>
        project
          ? /"destination"\s*:\s*"\/api\/?(?:index)?(?:\.py)?"/.test(project.text('vercel.json') ?? '') || undefined
          : undefined,
      decides: 'whether `vercel.json` rewrites to `/api/index`',
    },
    {
      cause: 'The route has another prefix on Vercel than on your machine (`/api`).',
      advice: 'Ask for the path as the application names it; `root_path` or a router prefix changes it.',
      decides: 'the paths in `/docs`',
    },
  ],
  source: "FastAPI's own answer; the rewrite is read in the command line's source (2026-07-23).",
  examples: [
    {
      log: 'HTTP/2 404 «{"detail":"Not Found"}»\n',
    },
    {
      log: '{"detail":"Found"}\n',
    },
  ],
});

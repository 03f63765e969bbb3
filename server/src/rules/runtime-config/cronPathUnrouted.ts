import { requestPath } from '../../deployment/routing/matching.ts';
import { routeTableOf } from '../../deployment/routing/routeTable.ts';
import { functionNear, hasApiSource, isUnanswered } from '../../deployment/routing/unanswered.ts';
import { explainRequest } from '../../deployment/routing/walk.ts';
import { configurationOf, propertyNamed } from '../../deployment/vercelJson/configuration.ts';
import { replacement } from '../../documents/jsonEdit.ts';
import { elementsOf, jsonAt, spanOf, stringOf } from '../../documents/vercelJson.ts';
import { inside } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'cron-path-unrouted',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A cron job asks for a path that nothing answers.',
  why: 'Vercel requests the path on schedule and does not mind the answer. The deployment succeeds, the job gets 404 each time, and nothing happens.',
  source: 'https://vercel.com/docs/cron-jobs',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "crons": [{ "path": «"/api/snyc"», "schedule": "0 5 * * *" }]\n}\n-- api/sync.py\napp = 1\n-- api/index.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{\n  "crons": [{ "path": "/api/sync", "schedule": "0 5 * * *" }]\n}\n-- api/sync.py\napp = 1\n-- api/index.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "api/sync.py", "use": "@vercel/python" }], "crons": [{ "path": «"/sync"», "schedule": "0 5 * * *" }] }\n-- api/sync.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "crons": [{ "path": "/api/sync?full=1", "schedule": "0 5 * * *" }] }\n-- api/sync.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }], "crons": [{ "path": "/sync", "schedule": "0 5 * * *" }] }\n-- api/index.py\napp = 1\n',
      note: 'a rewrite leads to the application',
    },
    {
      files:
        '-- vercel.json\n{ "crons": [{ "path": "/sync", "schedule": "0 5 * * *" }] }\n-- requirements.txt\nfastapi\n-- main.py\napp = 1\n',
      note: 'a preset gives every path to the application',
    },
    {
      files:
        '-- vercel.json\n{ "crons": [{ "path": "/pages/sync", "schedule": "0 5 * * *" }] }\n-- package.json\n{ "dependencies": { "next": "15" } }\n-- api/index.py\napp = 1\n',
      note: 'Next.js may answer',
    },
    { files: '-- vercel.json\n{ "crons": [{ "path": "/sy\n-- api/index.py\napp = 1\n', note: 'half typed' },
    {
      files:
        '-- vercel.json\n{ "crons": [{ "path": "/api/sync", "schedule": "0 5 * * *" }] }\n-- api/sync.py\napp = (\n-- api/a.py\napp = 1\n',
      note: 'half typed: the file is there',
    },
  ],

  *check(document, { project, deployment }) {
    if (deployment.errors.length > 0 || !configurationOf(document)) return;
    if (project.files.has(inside(project.root, 'package.json'))) return;
    for (const job of elementsOf(jsonAt(document, ['crons']))) {
      const node = propertyNamed(job, 'path')?.value;
      const request = requestPath(stringOf(node) ?? '');
      if (!node || !request.path.startsWith('/') || hasApiSource(project, deployment, request.path)) continue;
      if (!isUnanswered(explainRequest(project, deployment, { method: 'GET', ...request }))) continue;
      const near = functionNear(routeTableOf(project, deployment), request.path);
      const advice = near === undefined ? 'Name a path that a function answers.' : `Did you mean \`${near}\`?`;
      const fixed = near === undefined ? undefined : `${near}${request.query ? `?${request.query}` : ''}`;
      yield {
        span: spanOf(node),
        message: `Nothing answers \`${request.path}\`: the job would get 404 each time. ${advice}`,
        ...(fixed === undefined
          ? {}
          : { fixes: [{ title: `Ask for "${near}"`, safety: 'unsafe' as const, edits: replacement(node, fixed) }] }),
      };
    }
  },
});

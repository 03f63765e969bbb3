import { routeFaultsOf } from '../../deployment/vercelJson/routeFaults.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'route-pattern-invalid',
  area: 'routes',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A route, rewrite, redirect or header that Vercel cannot compile.',
  why: 'The build stops with this message before anything is built. `source` of rewrites, redirects and headers is a path-to-regexp pattern, `src` of routes is a regular expression.',
  source: 'https://vercel.com/docs/errors/error-list#invalid-route-source-pattern',
  examples: [
    { files: '-- vercel.json\n{\n  "rewrites": [{ "source": «"/*"», "destination": "/api/index" }]\n}\n' },
    { files: '-- vercel.json\n{ "routes": [{ "src": «"/(.*"», "dest": "/api/index.py" }] }\n' },
    {
      files:
        '-- vercel.json\n{ "redirects": [{ "source": "/a", "destination": "/b", "permanent": true, «"statusCode": 301» }] }\n',
    },
    { files: '-- vercel.json\n{ "routes": [{ "handle": "filesystem" }, { "handle": «"filesystem"» }] }\n' },
    { files: '-- vercel.json\n{ "routes": [{ "src": "/a", «"source": "/b"» }] }\n' },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }] }\n' },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/:path*", "destination": "/api/index" }] }\n' },
    {
      files: '-- vercel.json\n{ "routes": [{ "src": "/.*", "dest": "/api/index.py" }] }\n',
      note: 'a regular expression may hold a bare star',
    },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/*', note: 'half typed' },
  ],

  *check(document) {
    for (const { message, span, segment } of routeFaultsOf(document)) {
      if (segment === undefined) yield { span, message: message.replace('Please use', 'Use') };
    }
  },
});

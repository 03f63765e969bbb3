import { routeFaultsOf } from '../../deployment/vercelJson/routeFaults.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'route-destination-segment-unknown',
  area: 'routes',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A `destination` uses a `:parameter` that its `source` does not have.',
  why: 'The build stops with this message before anything is built: nothing gives the parameter a value.',
  source: 'https://vercel.com/docs/errors/error-list#invalid-route-destination-segment',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "rewrites": [{ "source": "/users/:id", "destination": "/api/users?id=«:user»" }]\n}\n',
    },
    { files: '-- vercel.json\n{ "redirects": [{ "source": "/old/(.*)", "destination": "/new/«:path»*" }] }\n' },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/users/:id", "destination": "/api/users?id=:id" }] }\n' },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/old/(.*)", "destination": "/new/$1" }] }\n' },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/a", "has": [{ "type": "query", "key": "id" }], "destination": "/b/:id" }] }\n',
      note: '`has` gives it a value',
    },
    {
      files: '-- vercel.json\n{ "rewrites": [{ "source": "/a", "destination": "http://127.0.0.1:8000/a" }] }\n',
      note: 'a port is no parameter',
    },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/a", "destination": "/b/:i', note: 'half typed' },
  ],

  *check(document) {
    for (const { message, span, segment } of routeFaultsOf(document)) {
      if (segment !== undefined) yield { span, message };
    }
  },
});

import { propertyNamed } from '../../deployment/vercelJson/configuration.ts';
import { elementsOf, jsonAt, spanOf, stringOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'placeholder-destination',
  area: 'routes',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A rule leads to an address that stands for one that was to be filled in.',
  why: 'The rule was copied from a guide. Requests go to a host that is not yours, or to none, and with them whatever they carry.',
  source: 'https://www.rfc-editor.org/rfc/rfc2606#section-3 for example.com; the rest is what guides write',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "rewrites": [{ "source": "/api/:path*", "destination": «"https://your-backend.onrender.com/:path*"» }]\n}\n',
    },
    { files: '-- vercel.json\n{ "routes": [{ "src": "/api/(.*)", "dest": «"https://api.example.com/$1"» }] }\n' },
    { files: '-- vercel.json\n{ "redirects": [{ "source": "/", "destination": «"https://<your-domain>/"» }] }\n' },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/a", "destination": "https://yourbrand.io/a" }] }\n' },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/a", "destination": "https://example.com.br/your-account" }] }\n',
    },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/your-account", "destination": "/example.com" }] }\n' },
    { files: '-- vercel.json\n{ "rewrites": [{ "source": "/a", "destination": "https://your-ba', note: 'half typed' },
  ],

  *check(document) {
    if (document.errors.length > 0) return;
    for (const list of ['routes', 'redirects', 'rewrites']) {
      for (const rule of elementsOf(jsonAt(document, [list]))) {
        const node = (propertyNamed(rule, 'destination') ?? propertyNamed(rule, 'dest'))?.value;
        const host = /^https?:\/\/([^/?#]*)/i.exec(stringOf(node) ?? '')?.[1];
        if (!node || host === undefined || !isPlaceholder(host)) continue;
        yield {
          span: spanOf(node),
          message: `\`${host}\` stands for an address of yours. Write the one that these requests are meant for.`,
        };
      }
    }
  },
});

function isPlaceholder(host: string): boolean {
  const name = host.replace(/:\d+$/, '');
  return (
    /(^|\.)example\.(com|net|org)$|\.example$/i.test(name) ||
    /(^|[-_.])your[-_]/i.test(name) ||
    /^<.*>|\.<.*>|<your/i.test(name) ||
    /YOUR_|(^|[-.])(placeholder|changeme)([-.]|$)/.test(name)
  );
}

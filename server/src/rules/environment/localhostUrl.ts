import type { PythonDocument } from '../../documents/python/document.ts';
import { type CallSite, calls, constantString, isClosed, keywordsOf } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { addressArguments } from '../../facts/serviceAddresses.ts';
import { defineRule } from '../rule.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'localhost-url',
  area: 'environment',
  subject: 'python',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A database or a cache at localhost, as the only address.',
  why: 'A function runs alone: no database and no cache listens beside it, so every connection to localhost is refused.',
  source: 'https://vercel.com/docs/environment-variables',
  examples: [
    {
      files: `${head}from sqlalchemy import create_engine\n\nURL = "postgresql://app@localhost:5432/app"\nengine = create_engine(«URL»)\n`,
    },
    { files: `${head}import redis\n\ncache = redis.Redis(host=«'127.0.0.1'», port=6379)\n` },
    {
      files: `${head}import os\nimport redis\n\ncache = redis.from_url(os.getenv("REDIS_URL", "redis://localhost:6379"))\n`,
      note: 'a fallback for development',
    },
    {
      files: `${head}from sqlalchemy import create_engine\n\nengine = create_engine("postgresql://db.localhost.example.com/app")\n`,
    },
    {
      files: `${head}import redis\n\nif DEBUG:\n    cache = redis.Redis(host="localhost")\n`,
      note: 'in some cases only',
    },
    { files: `${head}import redis\n\ncache = redis.Redis(host="localhost`, note: 'half typed' },
  ],

  *check(document) {
    const addresses = calls(document).flatMap((site) => addressOf(document, site) ?? []);
    for (const { span } of addresses) {
      yield {
        span,
        message: 'Nothing listens on localhost beside a function. Read the address from an environment variable.',
      };
    }
  },
});

/** The argument that gives the address, where it is a constant at localhost. */
function addressOf(document: PythonDocument, site: CallSite): Expression | undefined {
  const known = addressArguments.get(site.name ?? '');
  if (!known || site.conditional || (!site.atImport && !site.within) || !isClosed(document, site.call))
    return undefined;
  const { values } = keywordsOf(document, site.call);
  const host = known.host === undefined ? undefined : values.get(known.host)?.value;
  if (host) return isLocal(constantString(document, host)) ? host : undefined;
  const [first] = site.call.arguments;
  const url = first && first.name === undefined && !first.star ? first.value : values.get(known.url ?? '')?.value;
  const text = (known.url && url && constantString(document, url)) || '';
  const authority = /^[a-z][\w+]*:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  return isLocal(authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d+$/, '')) ? url : undefined;
}

function isLocal(host: string | undefined): boolean {
  return host === 'localhost' || host === '127.0.0.1' || host === '0.0.0.0' || host === '[::1]' || host === '::1';
}

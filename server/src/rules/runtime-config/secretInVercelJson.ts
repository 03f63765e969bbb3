import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { environmentSettings } from '../../deployment/vercelJson/environmentSettings.ts';
import { type JsonNode, spanOf, stringOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';
import { type Credential, credentialIn } from './credential.ts';

/** Put together here, so that no scanner takes this file for a leak. */
const madeUp = ['glpat', 'Zx8Qw3Er5Ty7Ui9Op1As'].join('-');

export default defineRule({
  name: 'secret-in-vercel-json',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'A credential stands in vercel.json.',
  why: 'vercel.json is committed: whoever can read the repository, now or in its history, can use the credential. The settings of the Vercel project keep it encrypted instead. Taking it out of the file does not take it out of the history, so it has to be replaced where it was issued.',
  ignore: 'It belongs to a throwaway account, and losing it harms nobody.',
  source: 'https://vercel.com/docs/environment-variables',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "env": {\n    "DATABASE_URL": «"postgresql://shop:q7Lw2fRz@db.abcdefgh.supabase.co:5432/postgres"»\n  }\n}\n',
    },
    { files: '-- vercel.json\n{ "build": { "env": { "JWT_SECRET": «"9f8c1e7ab24d06537fe1c92ab8d4403e"» } } }\n' },
    {
      files: `-- vercel.json\n{ "headers": [{ "source": "/(.*)", "headers": [{ "key": "Authorization", "value": «"Bearer ${madeUp}"» }] }] }\n`,
      note: 'a known form, wherever it stands',
    },
    {
      files:
        '-- vercel.json\n{ "env": { "DATABASE_URL": "postgresql://user:password@host:5432/db", "REDIS_URL": "redis://localhost:6379", "JWT_SECRET": "change-me-in-production-2024" } }\n',
      note: 'placeholders',
    },
    {
      files:
        '-- vercel.json\n{ "env": { "SECRET_KEY": "@secret-key", "TOKEN": "$API_TOKEN", "CACHE_KEY": "orders-2024-11-09-v12-a8b3", "NEXT_PUBLIC_MAPS_KEY": "7d4e9c1b8a2f6053e1c7" } }\n',
      note: 'references, and values that are no secret',
    },
    {
      files:
        '-- vercel.json\n{ "rewrites": [{ "source": "/a", "destination": "https://api.example.com/v1/0a1b2c3d4e5f60718293" }] }\n',
    },
    { files: '-- vercel.json\n{ "env": { "JWT_SECRET": "9f8c1e7ab24d06537fe1', note: 'half typed' },
  ],

  *check(document) {
    const configuration = configurationOf(document);
    if (!configuration) return;
    const names = new Map(environmentSettings(document).map(({ name, value }) => [value, name]));
    for (const node of strings(configuration.root)) {
      const name = names.get(node);
      const credential = credentialIn(stringOf(node) ?? '', name);
      if (credential) yield { span: spanOf(node), message: messageFor(credential, name) };
    }
  },
});

function messageFor(credential: Credential, name: string | undefined): string {
  const what = { token: 'a key', url: 'a password', value: 'a secret' }[credential.kind];
  const of = credential.kind === 'token' ? ` of ${credential.service}` : '';
  const place = name === undefined ? 'This' : `\`${name}\``;
  return `${place} holds ${what}${of} that everyone with the repository can read. Set a new one in the Vercel project.`;
}

/** Every string that is a value, in the order of the text. */
function* strings(node: JsonNode): Generator<JsonNode> {
  if (node.type === 'string') yield node;
  const children = node.type === 'property' ? (node.children ?? []).slice(1) : (node.children ?? []);
  for (const child of children) yield* strings(child);
}

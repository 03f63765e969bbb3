import { environmentSettings } from '../../deployment/vercelJson/environmentSettings.ts';
import { removal } from '../../documents/jsonEdit.ts';
import { spanOf, stringOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'env-secret-reference',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A variable in `env` refers to a secret with `@`.',
  why: 'Secrets of that kind no longer exist. The deployment stops with: Environment Variable "NAME" references Secret "name", which does not exist. Variables belong to the settings of the project.',
  source: 'https://vercel.com/docs/environment-variables',
  examples: [
    {
      files: '-- vercel.json\n{\n  "version": 2,\n  "env": { "DATABASE_URL": «"@database_url"» }\n}\n',
      fixed: '-- vercel.json\n{\n  "version": 2,\n  "env": {}\n}\n',
    },
    {
      files: '-- vercel.json\n{ "build": { "env": { "TOKEN": «"@api-token"», "CI": "1" } } }\n',
      fixed: '-- vercel.json\n{ "build": { "env": { "CI": "1" } } }\n',
    },
    { files: '-- vercel.json\n{ "env": { "CONTACT": "me@example.com" } }\n' },
    { files: '-- vercel.json\n{ "env": { "SCOPE": "@acme/api", "AT": "@", "CHAT": "@all of you" } }\n' },
    { files: '-- vercel.json\n{ "env": { "DATABASE_URL": "@data', note: 'half typed' },
  ],

  *check(document) {
    for (const { name, value, property } of environmentSettings(document)) {
      if (!/^@[a-z0-9][\w.-]*$/i.test(stringOf(value) ?? '')) continue;
      yield {
        span: spanOf(value),
        message: `\`${name}\` names a secret, and Vercel has no such secrets any more. Set it in the Vercel project instead.`,
        fixes: [{ title: `Remove \`${name}\``, safety: 'unsafe', edits: removal(document.text, property) }],
      };
    }
  },
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'environment-secret-missing',
  role: 'cause',
  title: '`env` in `vercel.json` refers to a secret that does not exist.',
  literals: ['references Secret "'],
  pattern: /Environment Variable "(?<name>[^"]+)" references Secret "(?<secret>[^"]+)", which does not exist/,
  causes: [
    {
      cause:
        '`@{secret}` in `vercel.json` means a secret of the old kind. Environment variables live in the project settings today.',
      advice: 'Delete `{name}` from `env` in `vercel.json` and set it under Settings, Environment Variables.',
      rules: ['env-secret-reference'],
    },
  ],
  source: "The platform's message, in public logs; what `@name` means is documented.",
  examples: [
    {
      log: 'Error: «Environment Variable "DATABASE_URL" references Secret "database_url", which does not exist».\n',
      files: `-- vercel.json
{ "env": { "DATABASE_URL": "@database_url" } }
-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
`,
      blames: 'vercel.json',
    },
    {
      log: 'Environment Variable "A" is set\n',
    },
  ],
});

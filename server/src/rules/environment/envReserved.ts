import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { removal } from '../../documents/jsonEdit.ts';
import { jsonAt, propertiesOf, spanOf } from '../../documents/vercelJson.ts';
import { reservedVariables, systemVariables } from '../../facts/vercelVariables.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'env-reserved',
  area: 'environment',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A variable in `env` has a name that belongs to Vercel or to AWS.',
  why: 'Some names are reserved by the platform under the functions and cannot be set, `TZ` among them. `VERCEL_URL` and its kin are what Vercel tells a deployment about itself, and `PYTHONPATH` is written by the Python builder, because dependencies lie in a folder of their own.',
  source: 'https://vercel.com/docs/environment-variables/reserved-environment-variables',
  examples: [
    {
      files: '-- vercel.json\n{\n  "env": {\n    «"PYTHONPATH"»: "src",\n    "LOG_LEVEL": "info"\n  }\n}\n',
      fixed: '-- vercel.json\n{\n  "env": {\n    "LOG_LEVEL": "info"\n  }\n}\n',
    },
    { files: '-- vercel.json\n{ "env": { «"TZ"»: "Europe/Berlin" } }\n', fixed: '-- vercel.json\n{ "env": {} }\n' },
    { files: '-- vercel.json\n{ "env": { «"VERCEL_ENV"»: "production" } }\n' },
    {
      files:
        '-- vercel.json\n{ "env": { "AWS_REGION": "eu-central-1", "AWS_ACCESS_KEY_ID": "id", "AWS_S3_BUCKET": "b" } }\n',
      note: 'these are allowed',
    },
    {
      files:
        '-- vercel.json\n{ "build": { "env": { "PYTHONPATH": "src", "VERCEL_PYTHON_DISABLE_RUNTIME_INSTALL": "1" } } }\n',
      note: 'at build time it is read, and the other is a setting of the builder',
    },
    { files: '-- vercel.json\n{ "env": { "PYTHONPATH"', note: 'half typed' },
  ],

  *check(document) {
    if (!configurationOf(document)) return;
    for (const { name, key, property } of propertiesOf(jsonAt(document, ['env']))) {
      const message = messageFor(name);
      if (message === undefined) continue;
      const edits = removal(document.text, property);
      yield { span: spanOf(key), message, fixes: [{ title: `Remove \`${name}\``, safety: 'unsafe', edits }] };
    }
  },
});

function messageFor(name: string): string | undefined {
  if (name === 'PYTHONPATH') {
    return '`PYTHONPATH` is overwritten by the Python builder. Remove it, and import from the root folder.';
  }
  if (name === 'TZ')
    return '`TZ` is reserved and cannot be set: functions run in UTC. Remove it, and convert times in the code.';
  if (reservedVariables.has(name))
    return `\`${name}\` is reserved by the platform and cannot be set. Use a name of your own.`;
  if (systemVariables.has(name))
    return `\`${name}\` is what Vercel itself tells a deployment. Use a name of your own for your value.`;
  return undefined;
}

import { environmentSettings } from '../../deployment/vercelJson/environmentSettings.ts';
import { replacement } from '../../documents/jsonEdit.ts';
import { spanOf } from '../../documents/vercelJson.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'env-value-not-a-string',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A variable in `env` has a value that is no string.',
  why: 'Environment variables are text. The command line lets a number or `true` pass, and the server then refuses the deployment.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#env',
  examples: [
    {
      files: '-- vercel.json\n{\n  "env": { "WORKERS": «4», "LOG_LEVEL": "info" }\n}\n',
      fixed: '-- vercel.json\n{\n  "env": { "WORKERS": "4", "LOG_LEVEL": "info" }\n}\n',
    },
    {
      files: '-- vercel.json\n{ "build": { "env": { "CI": «true» } } }\n',
      fixed: '-- vercel.json\n{ "build": { "env": { "CI": "true" } } }\n',
    },
    { files: '-- vercel.json\n{ "env": { "A": «null», "B": «["x"]» } }\n', note: 'nothing that quotes could mend' },
    { files: '-- vercel.json\n{ "env": { "WORKERS": "4", "DEBUG": "true", "EMPTY": "" } }\n' },
    { files: '-- vercel.json\n{ "functions": { "env": { "memory": 1024 } } }\n', note: 'not `env` at the top' },
    { files: '-- vercel.json\n{ "env": { "WORKERS": 4', note: 'half typed' },
  ],

  *check(document) {
    for (const { name, value } of environmentSettings(document)) {
      if (value.type === 'string') continue;
      const isQuotable = value.type === 'number' || value.type === 'boolean';
      const edits = replacement(value, textAt(document.text, spanOf(value)));
      yield {
        span: spanOf(value),
        message: `\`${name}\` must be a string: variables are text, and the server refuses the deployment. ${isQuotable ? 'Quote it.' : 'Write text or remove it.'}`,
        fixes: isQuotable ? [{ title: 'Quote the value', safety: 'safe', edits }] : [],
      };
    }
  },
});

import { environmentSettings } from '../../deployment/vercelJson/environmentSettings.ts';
import { removal } from '../../documents/jsonEdit.ts';
import { spanOf, stringOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'env-dollar-literal',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A variable in `env` has the name of another one as its value.',
  why: 'Nothing in vercel.json is expanded: the function receives the dollar sign and the name. And the value here hides the one in the settings of the project.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#env',
  examples: [
    {
      files: '-- vercel.json\n{\n  "env": {\n    "DATABASE_URL": «"$DATABASE_URL"»,\n    "LOG_LEVEL": "info"\n  }\n}\n',
      fixed: '-- vercel.json\n{\n  "env": {\n    "LOG_LEVEL": "info"\n  }\n}\n',
    },
    {
      files: `-- vercel.json\n{ "build": { "env": { "TOKEN": «"\${API_TOKEN}"» } } }\n`,
      fixed: '-- vercel.json\n{ "build": { "env": {} } }\n',
    },
    { files: `-- vercel.json\n{ "env": { "KEY": «"\${{ secrets.KEY }}"» } }\n`, note: 'as in a GitHub workflow' },
    { files: '-- vercel.json\n{ "env": { "PRICE": "$5", "PATTERN": "^a$", "SALT": "pa$SWORD" } }\n' },
    { files: '-- vercel.json\n{ "buildCommand": "echo $HOME" }\n', note: 'a shell does expand it' },
    { files: '-- vercel.json\n{ "env": { "DATABASE_URL": "$DATA', note: 'half typed' },
  ],

  *check(document) {
    for (const { name, value, property } of environmentSettings(document)) {
      if (!isReference(stringOf(value) ?? '')) continue;
      yield {
        span: spanOf(value),
        message: `\`${name}\` is this very text at run time: nothing is expanded here. Set it in the Vercel project instead.`,
        fixes: [{ title: `Remove \`${name}\``, safety: 'unsafe', edits: removal(document.text, property) }],
      };
    }
  },
});

/** A value that is nothing but the name of a variable, as shells and GitHub write it. */
function isReference(value: string): boolean {
  return /^\$[A-Z_][A-Z0-9_]*$/.test(value) || /^\$\{[A-Za-z_]\w*\}$/.test(value) || /^\$\{\{[^{}]*\}\}$/.test(value);
}

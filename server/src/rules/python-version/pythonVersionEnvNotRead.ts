import { environmentSettings } from '../../deployment/vercelJson/environmentSettings.ts';
import { removal } from '../../documents/jsonEdit.ts';
import { spanOf, stringOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'python-version-env-not-read',
  area: 'python-version',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A variable in vercel.json selects no Python.',
  why: 'The builder never reads PYTHON_VERSION: it takes .python-version, requires-python or Pipfile.lock.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    { files: '-- vercel.json\n{ "env": { «"PYTHON_VERSION": "3.13"» } }\n', fixed: '-- vercel.json\n{ "env": {} }\n' },
    {
      files: '-- vercel.json\n{ "build": { "env": { «"RUNTIME": "python3.9"», "CI": "1" } } }\n',
      fixed: '-- vercel.json\n{ "build": { "env": { "CI": "1" } } }\n',
    },
    { files: '-- vercel.json\n{ "env": { "RUNTIME": "production" } }\n' },
    { files: '-- vercel.json\n{ "env": { "MY_PYTHON_VERSION": "3.13" } }\n' },
    { files: '-- vercel.json\n{ "env": { "PYTHON_VERSION": "3.', note: 'half typed' },
  ],

  *check(document, { deployment }) {
    for (const { name, value, property } of environmentSettings(document)) {
      const text = stringOf(value) ?? '';
      const isVersion = name === 'PYTHON_VERSION' ? /^(?:python-?)?3\.\d+/i : /^python-?3\.\d+/i;
      if (!['PYTHON_VERSION', 'RUNTIME'].includes(name) || !isVersion.test(text)) continue;
      yield {
        span: spanOf(property),
        message: `\`${name}\` selects no Python: Vercel runs ${deployment.python.version}. Use .python-version instead.`,
        fixes: [{ title: `Remove \`${name}\``, safety: 'safe', edits: removal(document.text, property) }],
        tag: 'unnecessary',
      };
    }
  },
});

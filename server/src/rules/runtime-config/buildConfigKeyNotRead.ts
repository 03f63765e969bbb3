import { buildsOf } from '../../deployment/builds.ts';
import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { removal } from '../../documents/jsonEdit.ts';
import { propertiesOf, spanOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'build-config-key-not-read',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: 'A key in `builds[].config` that the Python builder does not read.',
  why: 'The builder looks at `includeFiles`, `excludeFiles` and a few keys of its own, and passes over everything else without a word. Limits of functions belong to `functions`, which cannot stand beside `builds`.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#functions',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "builds": [\n    {\n      "src": "main.py",\n      "use": "@vercel/python",\n      "config": { «"maxLambdaSize": "15mb"», "includeFiles": "data/**" }\n    }\n  ]\n}\n-- main.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{\n  "builds": [\n    {\n      "src": "main.py",\n      "use": "@vercel/python",\n      "config": { "includeFiles": "data/**" }\n    }\n  ]\n}\n-- main.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python", "config": { «"maxDuration": 60» } }] }\n-- a.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python", "config": {} }] }\n-- a.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python", "config": { "includeFiles": "data/**" } }] }\n-- a.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "a.js", "use": "@vercel/node", "config": { "maxDuration": 60 } }] }\n-- a.js\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python@4.3.1", "config": { "memory": 512 } }] }\n',
      note: 'another release may read other keys',
    },
    { files: '-- vercel.json\n{ "builds": [{ "use": "@vercel/python", "config": { "maxLam', note: 'half typed' },
  ],

  *check(document, { project }) {
    if (!configurationOf(document)) return;
    for (const { node, use, isPython } of buildsOf(project)) {
      if (!isPython || String(use?.value).lastIndexOf('@') > 0) continue;
      const config = propertiesOf(node).findLast(({ name }) => name === 'config');
      for (const { name, property } of propertiesOf(config?.value)) {
        if (!notRead.has(name)) continue;
        yield {
          span: spanOf(property),
          message: `The Python builder does not read \`${name}\` here, and it changes nothing. Remove it.`,
          fixes: [{ title: `Remove \`${name}\``, safety: 'unsafe', edits: removal(document.text, property) }],
          tag: 'unnecessary',
        };
      }
    }
  },
});

/** What is often written there. Source: dist/index.js of @vercel/python 25.0.0, which names none of them. */
const notRead = new Set(['maxLambdaSize', 'maxDuration', 'memory', 'pythonVersion']);

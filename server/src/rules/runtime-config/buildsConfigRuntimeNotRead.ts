import { buildsOf } from '../../deployment/builds.ts';
import { removal } from '../../documents/jsonEdit.ts';
import { type JsonNode, propertiesOf, spanOf } from '../../documents/vercelJson.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'builds-config-runtime-not-read',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: '`builds[].config.runtime` selects no Python version.',
  why: 'The Python builder has never read `config.runtime`. The deployment runs the version that `.python-version`, pyproject.toml or Pipfile.lock choose, and else 3.12.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "builds": [\n    {\n      "src": "main.py",\n      "use": "@vercel/python",\n      "config": { «"runtime": "python3.9"», "maxLambdaSize": "15mb" }\n    }\n  ]\n}\n-- main.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{\n  "builds": [\n    {\n      "src": "main.py",\n      "use": "@vercel/python",\n      "config": { "maxLambdaSize": "15mb" }\n    }\n  ]\n}\n-- main.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python@4.3.1", "config": { «"runtime": "python3.9"» } }] }\n',
      fixed: '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python@4.3.1" }] }\n',
      note: 'an empty `config` goes with it',
    },
    {
      files: '-- vercel.json\n{ "builds": [{ "src": "a.js", "use": "@vercel/node", "config": { "runtime": "x" } }] }\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "a.py", "use": "@vercel/python", "config": { "maxLambdaSize": "15mb" } }] }\n',
    },
    { files: '-- vercel.json\n{ "builds": [{ "use": "@vercel/python", "config": { "runt', note: 'half typed' },
  ],

  *check(document, { project, deployment }) {
    for (const { node, isPython } of buildsOf(project)) {
      const config = isPython && propertiesOf(node).find(({ name }) => name === 'config');
      const runtime = config && propertiesOf(config.value).find(({ name }) => name === 'runtime');
      if (!config || !runtime) continue;
      const value = textAt(document.text, spanOf(runtime.value));
      yield {
        span: spanOf(runtime.property),
        message: `Vercel does not read \`config.runtime\`: \`${value}\` selects nothing, and Python ${deployment.python.version} runs. Remove it.`,
        fixes: [
          {
            title: 'Remove `runtime`',
            safety: 'safe',
            edits: removal(document.text, isOnly(runtime.property) ? config.property : runtime.property),
          },
        ],
        tag: 'unnecessary',
      };
    }
  },
});

function isOnly(property: JsonNode): boolean {
  return property.parent?.children?.length === 1;
}

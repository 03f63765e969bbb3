import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { removal } from '../../documents/jsonEdit.ts';
import { elementsOf, jsonAt, propertiesOf, spanOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'build-settings-beside-builds',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: 'A build setting stands beside `builds`, where it has no effect.',
  why: 'With `builds` each entry is built as it says there, and nothing hands the builder the commands, the output directory or the framework of the file.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  «"installCommand": "pip install -r prod.txt"»,\n  "builds": [{ "src": "main.py", "use": "@vercel/python" }]\n}\n-- main.py\napp = 1\n',
      fixed: '-- vercel.json\n{\n  "builds": [{ "src": "main.py", "use": "@vercel/python" }]\n}\n-- main.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], «"framework": "fastapi"» }\n-- main.py\napp = 1\n',
      fixed: '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\napp = 1\n',
    },
    { files: '-- vercel.json\n{ "installCommand": "pip install -r prod.txt" }\n' },
    { files: '-- vercel.json\n{ "builds": [], "framework": "fastapi" }\n', note: 'an empty list is no list' },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "framework": null, "ignoreCommand": "exit 0" }\n-- main.py\napp = 1\n',
      note: 'null sets nothing, and `ignoreCommand` is asked before the build',
    },
    { files: '-- vercel.json\n{ "builds": [{ "use": "@vercel/python" }], "buildComm', note: 'half typed' },
  ],

  *check(document) {
    if (!configurationOf(document) || elementsOf(jsonAt(document, ['builds'])).length === 0) return;
    for (const { name, value, property } of propertiesOf(document.root)) {
      if (!settings.has(name) || value.type === 'null') continue;
      yield {
        span: spanOf(property),
        message: `\`${name}\` has no effect beside \`builds\`. Remove it, or remove \`builds\`.`,
        fixes: [{ title: `Remove \`${name}\``, safety: 'unsafe', edits: removal(document.text, property) }],
        tag: 'unnecessary',
      };
    }
  },
});

/** Source: how `vercel build` of `vercel` 64.0.2 makes the configuration of a builder from an entry of `builds`. */
const settings = new Set(['buildCommand', 'installCommand', 'outputDirectory', 'framework']);

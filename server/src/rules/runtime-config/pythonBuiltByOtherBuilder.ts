import { buildsOf } from '../../deployment/builds.ts';
import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { replacement } from '../../documents/jsonEdit.ts';
import { spanOf, stringOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'python-built-by-other-builder',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'A Python file is given to the builder of another language.',
  why: 'The builder of another language takes the file for its own, and the build fails or yields a function that cannot start.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "builds": [{ "src": "api/index.py", "use": «"@vercel/node"» }]\n}\n-- api/index.py\napp = 1\n',
      fixed:
        '-- vercel.json\n{\n  "builds": [{ "src": "api/index.py", "use": "@vercel/python" }]\n}\n-- api/index.py\napp = 1\n',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "api/*.py", "use": «"@vercel/node@2.15.1"» }] }\n-- api/a.py\napp = 1\n',
      fixed: '-- vercel.json\n{ "builds": [{ "src": "api/*.py", "use": "@vercel/python" }] }\n-- api/a.py\napp = 1\n',
    },
    { files: '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\napp = 1\n' },
    {
      files: '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/static" }] }\n-- main.py\napp = 1\n',
      note: 'served as a file, which may be meant',
    },
    {
      files:
        '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@ardnt/vercel-python-wsgi" }] }\n-- main.py\napp = 1\n',
      note: 'a builder of the community',
    },
    { files: '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/node', note: 'half typed' },
  ],

  *check(document, { project }) {
    if (!configurationOf(document)) return;
    for (const { use, src } of buildsOf(project)) {
      const builder = otherBuilder.exec(stringOf(use) ?? '')?.[0];
      if (!use || builder === undefined || !stringOf(src)?.endsWith('.py')) continue;
      yield {
        span: spanOf(use),
        message: `\`${stringOf(src)}\` is Python, which \`${builder}\` does not build. Use \`@vercel/python\`.`,
        fixes: [{ title: 'Change to "@vercel/python"', safety: 'safe', edits: replacement(use, '@vercel/python') }],
      };
    }
  },
});

/** Vercel's builders of other languages. */
const otherBuilder = /^@(?:vercel|now)\/(?:node|next|go|ruby|rust|bun|php)(?=@|$)/;

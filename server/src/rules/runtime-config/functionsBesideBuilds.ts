import { removal } from '../../documents/jsonEdit.ts';
import { jsonAt, propertyOf, spanOf } from '../../documents/vercelJson.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'functions-beside-builds',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`functions` and `builds` are both set.',
  why: 'Vercel rejects the deployment: `functions` belongs to zero-configuration builds, and `builds` turns those off.',
  source: 'https://vercel.com/docs/project-configuration#functions',
  examples: [
    {
      files:
        '-- vercel.json\n{\n  "functions": { "api/index.py": { "maxDuration": 30 } },\n  «"builds": [{ "src": "api/index.py", "use": "@vercel/python" }]»\n}\n',
      fixed: '-- vercel.json\n{\n  "functions": { "api/index.py": { "maxDuration": 30 } }\n}\n',
    },
    {
      files: '-- vercel.json\n{ «"builds": []», "functions": {} }\n',
      fixed: '-- vercel.json\n{ "functions": {} }\n',
      note: 'an empty `builds` is refused as well',
    },
    { files: '-- vercel.json\n{ "functions": { "api/*.py": { "memory": 1024 } } }\n' },
    { files: '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n' },
    { files: '-- vercel.json\n{ "functions": {}, "buil', note: 'half typed' },
  ],

  *check(document) {
    const builds = jsonAt(document, ['builds']);
    const functions = jsonAt(document, ['functions']);
    const property = builds && propertyOf(builds);
    if (!property || !functions) return;
    yield {
      span: spanOf(property),
      message: '`builds` cannot be used together with `functions`. Remove one of them.',
      fixes: [
        { title: 'Remove `builds`', safety: 'unsafe', edits: removal(document.text, property) },
        ...(functions.parent
          ? [
              {
                title: 'Remove `functions`',
                safety: 'unsafe' as const,
                edits: removal(document.text, functions.parent),
              },
            ]
          : []),
      ],
    };
  },
});

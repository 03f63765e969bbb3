import { functionPatternsOf } from '../../deployment/functionPatterns.ts';
import { replacement } from '../../documents/jsonEdit.ts';
import { spanOf } from '../../documents/vercelJson.ts';
import { defineRule, type Fix } from '../rule.ts';
import { functionProperties, relativePattern } from './functionKeys.ts';

const file = '-- api/index.py\napp = 1\n';

export default defineRule({
  name: 'function-path-not-relative',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'A path under `functions` starts with `/` or `./`.',
  why: 'Vercel compares the keys of `functions` with paths such as `api/index.py`. A key with a slash at its start is refused ("The path must be relative to your project root and therefore cannot start with a slash."), and one with `./` fits nothing, which stops the build as an unmatched pattern.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json#functions',
  examples: [
    {
      files: `-- vercel.json\n{\n  "functions": {\n    «"/api/index.py"»: { "maxDuration": 30 }\n  }\n}\n${file}`,
      fixed: `-- vercel.json\n{\n  "functions": {\n    "api/index.py": { "maxDuration": 30 }\n  }\n}\n${file}`,
    },
    {
      files: `-- vercel.json\n{ "functions": { «"./api/*.py"»: { "memory": 1024 } } }\n${file}`,
      fixed: `-- vercel.json\n{ "functions": { "api/*.py": { "memory": 1024 } } }\n${file}`,
      note: 'nothing says why: the build stops because the pattern matches no function',
    },
    {
      files: `-- vercel.json\n{ "functions": { «"./main.py"»: { "maxDuration": 30 } } }\n-- requirements.txt\nfastapi\n-- main.py\nfrom fastapi import FastAPI\napp = FastAPI()\n`,
      note: 'beside a preset the key has no effect',
    },
    { files: `-- vercel.json\n{ "functions": { "api/index.py": { "maxDuration": 30 } } }\n${file}` },
    {
      files: `-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index.py" }] }\n${file}`,
      note: 'routes do start with a slash',
    },
    { files: `-- vercel.json\n{ "functions": { "/api/ind\n${file}`, note: 'half typed' },
  ],

  *check(document, { project, deployment }) {
    if (deployment.mode === 'builds') return;
    const properties = functionProperties(document);
    const taken = new Set(properties.map(({ name }) => name));
    const isIgnored = functionPatternsOf(project, deployment)?.whenUnused === 'ignored';
    for (const { name, key } of properties) {
      const relative = relativePattern(name);
      if (relative === name || relative === '') continue;
      const hasNoEffect = isIgnored && !name.startsWith('/');
      const fix: Fix = {
        title: `Change to "${relative}"`,
        safety: hasNoEffect ? 'unsafe' : 'safe',
        edits: replacement(key, relative),
      };
      yield {
        span: spanOf(key),
        ...(hasNoEffect ? { severity: 'warning' as const } : {}),
        message: hasNoEffect
          ? `\`${name}\` fits no function, so its settings have no effect. Write the path from the root folder, \`${relative}\`.`
          : `\`${name}\` is no path from the root folder, and the build stops. Write \`${relative}\`.`,
        fixes: taken.has(relative) ? [] : [fix],
      };
      taken.add(relative);
    }
  },
});

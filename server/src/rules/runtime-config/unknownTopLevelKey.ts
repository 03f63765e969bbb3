import { configurationOf } from '../../deployment/vercelJson/configuration.ts';
import { removal, replacement } from '../../documents/jsonEdit.ts';
import { propertiesOf, spanOf } from '../../documents/vercelJson.ts';
import { acceptedTopLevelKeys, describedVercelJson, enforcedVercelJson } from '../../facts/vercelJsonSchema.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  name: 'unknown-top-level-key',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A key at the top of `vercel.json` that Vercel does not know.',
  why: 'The command line lets it pass, and the server then refuses the deployment: "should NOT have additional property". Settings such as the Root Directory belong to the project, not to the file.',
  source: 'https://vercel.com/docs/project-configuration/vercel-json',
  examples: [
    {
      files: '-- vercel.json\n{\n  «"rootDirectory"»: "backend",\n  "cleanUrls": true\n}\n',
      fixed: '-- vercel.json\n{\n  "cleanUrls": true\n}\n',
    },
    {
      files: '-- vercel.json\n{ «"rewrite"»: [{ "source": "/(.*)", "destination": "/api" }] }\n',
      fixed: '-- vercel.json\n{ "rewrites": [{ "source": "/(.*)", "destination": "/api" }] }\n',
    },
    {
      files: '-- vercel.json\n{ "version": 2, «"pythonVersion"»: "3.11" }\n',
      fixed: '-- vercel.json\n{ "version": 2 }\n',
    },
    {
      files:
        '-- vercel.json\n{ "$schema": "https://openapi.vercel.sh/vercel.json", "version": 2, "env": {}, "regions": ["iad1"] }\n',
    },
    { files: '-- vercel.json\n{ "functions": { "rootDirectory": {} } }\n', note: 'not at the top' },
    { files: '-- vercel.json\n{ "services": {}, "proxy": { "entrypoint": "proxy.ts" } }\n' },
    { files: '-- vercel.json\n{ "version": 2, "rootDir', note: 'half typed' },
  ],

  *check(document) {
    if (!configurationOf(document)) return;
    const accepted = new Set([
      ...Object.keys(describedVercelJson().definitions.VercelConfig?.properties ?? {}),
      ...Object.keys(enforcedVercelJson().properties ?? {}),
      ...acceptedTopLevelKeys,
    ]);
    const entries = propertiesOf(document.root);
    const free = [...accepted].filter((name) => !entries.some((entry) => entry.name === name));
    for (const { name, key, property } of entries) {
      if (accepted.has(name) || name === '') continue;
      const meant = nearest(name, free);
      const renaming: Fix[] = meant
        ? [{ title: `Rename to \`${meant}\``, safety: 'unsafe', edits: replacement(key, meant) }]
        : [];
      yield {
        span: spanOf(key),
        message: `Vercel knows no \`${name}\` here, and its server refuses the deployment. ${meant ? `Is \`${meant}\` meant?` : 'Remove it.'}`,
        fixes: [
          ...renaming,
          { title: `Remove \`${name}\``, safety: 'unsafe', edits: removal(document.text, property) },
        ],
      };
    }
  },
});

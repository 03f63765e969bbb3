import { ownConfiguration, tableConfiguration } from '../../project/configuration.ts';
import { relativeTo } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'configuration-not-read',
  area: 'runtime-config',
  subject: 'project',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: '`[tool.vercel-preflight]` in pyproject.toml is not read beside `.vercel-preflight.toml`.',
  why: 'One file decides, and `.vercel-preflight.toml` comes first. What the table says has no effect.',
  source: 'docs/configuration.md',
  examples: [
    {
      files:
        '-- .vercel-preflight.toml\nfail-on = "info"\n-- pyproject.toml\n«[tool.vercel-preflight]»\nfail-on = "error"\n',
    },
    {
      files:
        '-- .vercel-preflight.toml\n-- pyproject.toml\n[tool]\n«vercel-preflight» = { rules = { dotenv-at-import = "off" } }\n',
      note: 'even beside an empty file',
    },
    { files: '-- pyproject.toml\n[tool.vercel-preflight]\nfail-on = "error"\n' },
    {
      files: '-- .vercel-preflight.toml\n-- backend/pyproject.toml\n[tool.vercel-preflight]\n',
      note: 'of another root',
    },
    { files: '-- .vercel-preflight.toml\n-- pyproject.toml\n[tool.vercel-pref', note: 'half typed' },
  ],

  *check(_document, { project }) {
    const own = ownConfiguration(project);
    const table = tableConfiguration(project);
    if (!own || !table) return;
    const { toml, prefix } = table.configuration;
    const span = toml.table(prefix)?.header ?? toml.keys(['tool']).find(({ name }) => name === prefix[1])?.span;
    if (!span) return;
    const name = relativeTo(project.root, own.path);
    const message = `This is not read, because there is a ${name}. Move what is still needed there, then remove it here.`;
    yield { path: table.path, span, message, tag: 'unnecessary' };
  },
});

import type { Configuration } from '../../documents/configuration.ts';
import type { TomlKey } from '../../documents/toml.ts';
import { removeTomlEntry } from '../../documents/tomlEdit.ts';
import { encodeTomlKey } from '../../documents/tomlStrings.ts';
import { configurationKeys } from '../../facts/configuration.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule, type Fix } from '../rule.ts';
import { listed } from './words.ts';

export default defineRule({
  name: 'configuration-key-unknown',
  area: 'runtime-config',
  subject: 'configuration',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A key of the configuration of this tool that does not exist.',
  why: 'The key has no effect, so something is checked otherwise than you wrote.',
  source: 'docs/configuration.md',
  examples: [
    {
      files: '-- .vercel-preflight.toml\n«excludes» = ["legacy/**"]  # old\n',
      fixed: '-- .vercel-preflight.toml\nexclude = ["legacy/**"]  # old\n',
    },
    {
      files: '-- .vercel-preflight.toml\r\n[«rule»]\r\ndotenv-at-import = "off"\r\n',
      fixed: '-- .vercel-preflight.toml\r\n[rules]\r\ndotenv-at-import = "off"\r\n',
    },
    {
      files: '-- pyproject.toml\n[tool.vercel-preflight]\nfail-on = "info"\n«python» = "3.12"\n',
      fixed: '-- pyproject.toml\n[tool.vercel-preflight]\nfail-on = "info"\n',
      note: 'in pyproject.toml, and like no key there is',
    },
    {
      files: '-- .vercel-preflight.toml\n[«tool».vercel-preflight]\nfail-on = "info"\n',
      note: 'a table of pyproject.toml',
    },
    { files: '-- .vercel-preflight.toml\nexclude = []\nfail-on = "info"\n[rules]\n[per-file-ignores]\n' },
    { files: '-- .vercel-preflight.toml\nrules.sqlite-path = "off"\n', note: 'names of rules are another matter' },
    { files: '-- pyproject.toml\n[tool.ruff]\nexcludes = ["legacy"]\n', note: 'the table of another tool' },
    { files: '-- .vercel-preflight.toml\nexclu', note: 'half typed' },
  ],

  *check({ configuration }) {
    const { toml, prefix } = configuration;
    const found = toml.keys(prefix);
    const known = configurationKeys.map(({ name }) => name);
    const free = known.filter((name) => !found.some((key) => key.name === name));
    for (const key of found.filter(({ name }) => !known.includes(name))) {
      const meant = nearest(key.name, free);
      yield {
        span: key.span,
        message: `There is no key \`${key.name}\`, so this has no effect. ${meant ? `Is \`${meant}\` meant?` : `There are ${listed(known)}.`}`,
        fixes: fixesFor(configuration, key, meant),
      };
    }
  },
});

function fixesFor({ toml, prefix }: Configuration, { name, span }: TomlKey, meant: string | undefined): Fix[] {
  const path = [...prefix, name];
  const entry = toml.entry(path);
  const isWrittenOnce = entry !== undefined || (toml.table(path) && toml.tables.filter(startsWith(path)).length === 1);
  const rename = { title: `Rename to \`${meant}\``, edits: [{ span, newText: encodeTomlKey(meant ?? '') }] };
  return [
    ...(meant !== undefined && isWrittenOnce ? [{ ...rename, safety: 'unsafe' as const }] : []),
    ...(entry ? [{ title: `Remove \`${name}\``, safety: 'unsafe' as const, edits: removeTomlEntry(toml, entry) }] : []),
  ];
}

function startsWith(path: readonly string[]): (table: { readonly path: readonly (string | number)[] }) => boolean {
  return (table) => path.every((key, index) => table.path[index] === key);
}

import type { TomlDocument } from '../../documents/toml.ts';
import { replaceTomlValue } from '../../documents/tomlEdit.ts';
import type { ConfigurationValue } from '../../facts/configuration.ts';
import { nearest } from '../../text/nearest.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { type ConfigurationFault, configurationFaults } from './configurationFaults.ts';
import { choices } from './words.ts';

export default defineRule({
  name: 'configuration-value-invalid',
  area: 'runtime-config',
  subject: 'configuration',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A value in the configuration of this tool that its key does not take.',
  why: 'The value has no effect, so something is checked otherwise than you wrote.',
  source: 'docs/configuration.md',
  examples: [
    {
      files: '-- .vercel-preflight.toml\n[rules]\ndotenv-at-import = «"warn"»  # for now\n',
      fixed: '-- .vercel-preflight.toml\n[rules]\ndotenv-at-import = "warning"  # for now\n',
    },
    {
      files: "-- .vercel-preflight.toml\nfail-on = «'Errors'»\n",
      fixed: "-- .vercel-preflight.toml\nfail-on = 'error'\n",
    },
    {
      files: '-- .vercel-preflight.toml\nexclude = «"legacy/**"»\n',
      fixed: '-- .vercel-preflight.toml\nexclude = ["legacy/**"]\n',
    },
    {
      files: '-- pyproject.toml\n[tool.vercel-preflight]\nrules = { dotenv-at-import = «false» }\n',
      fixed: '-- pyproject.toml\n[tool.vercel-preflight]\nrules = { dotenv-at-import = "off" }\n',
    },
    { files: '-- .vercel-preflight.toml\nrules = «["dotenv-at-import"]»\n' },
    { files: '-- .vercel-preflight.toml\nexclude = ["a", «3»]\n[«fail-on»]\n' },
    {
      files:
        '-- .vercel-preflight.toml\nfail-on = "never"\nexclude = []\nper-file-ignores = { "vercel.json" = ["builder-pinned"] }\n[rules]\ndotenv-at-import = "info"\n',
    },
    { files: '-- pyproject.toml\n[tool.ruff]\nexclude = "legacy"\n', note: 'the table of another tool' },
    { files: '-- .vercel-preflight.toml\nfail-on = \n[rules]\ndotenv-at-import = ', note: 'half typed' },
  ],

  *check({ configuration }) {
    for (const fault of configurationFaults(configuration)) {
      const { span, key, wanted } = fault;
      const message = `\`${key}\` takes ${wordsFor(wanted)}, so this has no effect. ${adviceFor(wanted)}`;
      yield { span, message, fixes: fixesFor(configuration.toml, fault) };
    }
  },
});

function wordsFor({ kind }: ConfigurationValue): string {
  return kind === 'choice' ? 'one of a few words' : `a ${kind}`;
}

function adviceFor(wanted: ConfigurationValue): string {
  if (wanted.kind === 'choice') return `Write ${choices(wanted.choices.map(({ name }) => name))}.`;
  if (wanted.kind === 'list')
    return `Write ${wanted.of === 'rule' ? '`["builder-pinned"]`' : '`["legacy/**"]`'}, for example.`;
  return wanted.keys === 'rule'
    ? 'Write `{ dotenv-at-import = "off" }`, for example.'
    : 'Write `{ "vercel.json" = ["builder-pinned"] }`, for example.';
}

function fixesFor(toml: TomlDocument, { wanted, entry }: ConfigurationFault): Fix[] {
  if (!entry) return [];
  if (wanted.kind === 'list' && entry.kind === 'string') {
    const newText = `[${textAt(toml.text, entry.valueSpan)}]`;
    return [{ title: 'Make it a list', safety: 'unsafe', edits: [{ span: entry.valueSpan, newText }] }];
  }
  if (wanted.kind !== 'choice') return [];
  const names = wanted.choices.map(({ name }) => name);
  const isOff = textAt(toml.text, entry.valueSpan) === 'false' && names.includes('off');
  const meant = isOff
    ? 'off'
    : (names.find((name) => isStartOf(entry.string, name)) ?? nearest(entry.string ?? '', names));
  if (meant === undefined) return [];
  return [{ title: `Write "${meant}"`, safety: 'unsafe', edits: replaceTomlValue(toml, entry, meant) }];
}

/** `warn` for `warning`. */
function isStartOf(given: string | undefined, name: string): boolean {
  return given !== undefined && given.length > 2 && name.startsWith(given.toLowerCase());
}

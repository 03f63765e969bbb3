import type { Configuration } from '../../documents/configuration.ts';
import type { TomlEntry } from '../../documents/toml.ts';
import { removeTomlEntry, replaceTomlValue } from '../../documents/tomlEdit.ts';
import { encodeTomlKey } from '../../documents/tomlStrings.ts';
import { nearest } from '../../text/nearest.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  name: 'configuration-rule-unknown',
  area: 'runtime-config',
  subject: 'configuration',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'A name in the configuration of this tool that no rule has.',
  why: 'It changes nothing: the rule you mean goes on as before.',
  source: 'docs/rules/README.md',
  examples: [
    {
      files: '-- .vercel-preflight.toml\n[rules]\n«dotenv-on-import» = "off" # the image sets them\n',
      fixed: '-- .vercel-preflight.toml\n[rules]\ndotenv-at-import = "off" # the image sets them\n',
    },
    {
      files: '-- .vercel-preflight.toml\n[per-file-ignores]\n"vercel.json" = ["builder-pinned", «\'bilder-pinned\'»]\n',
      fixed: '-- .vercel-preflight.toml\n[per-file-ignores]\n"vercel.json" = ["builder-pinned"]\n',
    },
    {
      files: '-- pyproject.toml\n[tool.vercel-preflight]\nrules = { «F401» = "off", dotenv-at-import = "off" }\n',
      fixed: '-- pyproject.toml\n[tool.vercel-preflight]\nrules = { dotenv-at-import = "off" }\n',
      note: 'a name of another tool',
    },
    {
      files:
        '-- .vercel-preflight.toml\n[rules]\ndotenv-at-import = "off"\n[per-file-ignores]\nx = ["builder-pinned"]\n',
    },
    { files: '-- .vercel-preflight.toml\nexclude = ["dotenv-on-import"]\n', note: 'a pattern may be called anything' },
    { files: '-- .vercel-preflight.toml\n[rules]\ndotenv-at-', note: 'half typed' },
  ],

  *check({ configuration }, { ruleNames }) {
    const { rules, perFileIgnores } = configuration;
    const inRules = rules.map(({ name }) => name);
    for (const { name, keySpan, severity } of rules) {
      if (ruleNames.includes(name)) continue;
      const meant = nearest(name, freeOf(ruleNames, inRules));
      const edits = meant === undefined ? [] : [{ span: keySpan, newText: encodeTomlKey(meant) }];
      yield finding(configuration, { name, span: keySpan, meant, edits, entry: severity.entry });
    }
    for (const { rules: names } of perFileIgnores) {
      const inList = names.map(({ value }) => value);
      for (const { value, entry } of names) {
        if (ruleNames.includes(value)) continue;
        const meant = nearest(value, freeOf(ruleNames, inList));
        const edits = meant === undefined ? [] : replaceTomlValue(configuration.toml, entry, meant);
        yield finding(configuration, { name: value, span: entry.valueSpan, meant, edits, entry });
      }
    }
  },
});

interface Unknown {
  readonly name: string;
  readonly span: Span;
  readonly meant: string | undefined;
  /** What puts `meant` in its place. */
  readonly edits: NonNullable<Fix['edits']>;
  readonly entry: TomlEntry;
}

function finding({ toml }: Configuration, { name, span, meant, edits, entry }: Unknown) {
  const fixes: Fix[] = [
    ...(meant === undefined ? [] : [{ title: `Write \`${meant}\``, safety: 'unsafe' as const, edits }]),
    { title: `Remove \`${name}\``, safety: 'unsafe', edits: removeTomlEntry(toml, entry) },
  ];
  const hint = meant === undefined ? 'Remove it, or see docs/rules for the names.' : `Is \`${meant}\` meant?`;
  return { span, message: `There is no rule \`${name}\`, so this has no effect. ${hint}`, fixes };
}

/** Names that are there already cannot be meant a second time. */
function freeOf(names: readonly string[], taken: readonly string[]): readonly string[] {
  return names.filter((name) => !taken.includes(name));
}

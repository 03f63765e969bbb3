/**
 * What our own configuration file may hold: one table for its checks, its hover, its completion and docs/configuration.md.
 * Nobody else defines these names; they are this product's contract with its users.
 */

/** A word that stands for something. */
export interface Choice {
  readonly name: string;
  readonly summary: string;
}

/** What a value may be. A table has names of one kind for keys, and one kind of value under each. */
export type ConfigurationValue =
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'list'; readonly of: 'rule' | 'glob' }
  | { readonly kind: 'table'; readonly keys: 'rule' | 'glob'; readonly value: ConfigurationValue };

export interface ConfigurationKey {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  /** What more there is to know, in sentences. */
  readonly details: string;
  /** What holds without it, in words. */
  readonly without: string;
  /** Lines of a `.vercel-preflight.toml`. */
  readonly example: string;
  readonly value: ConfigurationValue;
}

/** The table in pyproject.toml that holds the same keys. */
export const configurationTable = ['tool', 'vercel-preflight'] as const;

/** What a rule may count as. */
export const severityChoices: readonly Choice[] = [
  { name: 'error', summary: 'Report it as an error.' },
  { name: 'warning', summary: 'Report it as a warning.' },
  { name: 'info', summary: 'Report it as an information.' },
  { name: 'off', summary: 'Do not report it.' },
];

/** From which severity on `verify` exits with 1. */
export const failOnChoices: readonly Choice[] = [
  { name: 'error', summary: 'Exit with 1 for errors.' },
  { name: 'warning', summary: 'Exit with 1 for warnings and errors.' },
  { name: 'info', summary: 'Exit with 1 for every problem.' },
  { name: 'never', summary: 'Exit with 0 whatever is found.' },
];

export const configurationKeys: readonly ConfigurationKey[] = [
  {
    name: 'rules',
    summary: 'What single rules count as in this project.',
    details: 'The names are those behind the messages. A rule that is `"off"` is not reported.',
    without: 'Every rule counts as its page says.',
    example: '[rules]\ndotenv-at-import = "off"\npool-without-pre-ping = "error"\n',
    value: { kind: 'table', keys: 'rule', value: { kind: 'choice', choices: severityChoices } },
  },
  {
    name: 'exclude',
    summary: 'Files and folders in which nothing is reported.',
    details:
      'Glob patterns from the folder of this file; one that matches a folder excludes all that is in it. They come on top of what the editor excludes.',
    without: 'Nothing is excluded. Folders such as `node_modules` and `.venv` are never looked into.',
    example: 'exclude = ["legacy/**"]\n',
    value: { kind: 'list', of: 'glob' },
  },
  {
    name: 'fail-on',
    summary: 'From which severity on `vercel-preflight verify` exits with 1.',
    details: 'A build that would stop counts as an error. The option `--fail-on` goes before it.',
    without: 'It exits with 1 for errors.',
    example: 'fail-on = "warning"\n',
    value: { kind: 'choice', choices: failOnChoices },
  },
  {
    name: 'per-file-ignores',
    summary: 'Rules that are not reported in files of some name.',
    details:
      'It is meant for files that take no comment, such as `vercel.json`. Elsewhere `# preflight: ignore[rule-name]` stays next to what it is about. The keys are glob patterns from the folder of this file.',
    without: 'Every rule is reported in every file.',
    example: '[per-file-ignores]\n"vercel.json" = ["builder-pinned"]\n',
    value: { kind: 'table', keys: 'glob', value: { kind: 'list', of: 'rule' } },
  },
];

/** What may stand at `path` below the configuration's own table; `undefined` where nothing is known to. */
export function configurationValueAt(path: readonly string[]): ConfigurationValue | undefined {
  const [name, ...below] = path;
  const key = configurationKeys.find((candidate) => candidate.name === name);
  return below.reduce<ConfigurationValue | undefined>(
    (value) => (value?.kind === 'table' ? value.value : undefined),
    key?.value,
  );
}

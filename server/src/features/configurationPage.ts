import {
  type ConfigurationKey,
  type ConfigurationValue,
  configurationKeys,
  configurationTable,
} from '../facts/configuration.ts';

/** What `value` may be, as Markdown. */
export function valueText(value: ConfigurationValue): string {
  if (value.kind === 'choice') return value.choices.map(({ name }) => `\`"${name}"\``).join(', ');
  if (value.kind === 'list') return value.of === 'rule' ? 'a list of rule names' : 'a list of glob patterns';
  const keys = value.keys === 'rule' ? 'rule name' : 'glob pattern';
  return `a table: under each ${keys} ${valueText(value.value)}`;
}

/** What a key is for, as Markdown: its hover, its completion and its section in docs/configuration.md. */
export function keyText({ summary, details, without, example, value }: ConfigurationKey): string {
  return [
    `${summary} ${details}`,
    `Value: ${valueText(value)}. Without it: ${without.charAt(0).toLowerCase()}${without.slice(1)}`,
    `\`\`\`toml\n${example}\`\`\``,
  ].join('\n\n');
}

const table = configurationTable.join('.');

const introduction = `# Configuration

Nothing needs to be configured. What a project wants otherwise stands in a file that everybody who works on it shares.

## Where

\`.vercel-preflight.toml\` in the folder that is deployed (the Root Directory of the project on Vercel), or the table \`[${table}]\` of the \`pyproject.toml\` there. The keys are the same:

\`\`\`toml
# .vercel-preflight.toml
fail-on = "warning"

[rules]
dotenv-at-import = "off"
\`\`\`

\`\`\`toml
# pyproject.toml
[${table}]
fail-on = "warning"

[${table}.rules]
dotenv-at-import = "off"
\`\`\`

Where both exist, \`.vercel-preflight.toml\` is read and the table is not. Never make a \`pyproject.toml\` for this: on Vercel it would hide your \`requirements.txt\`.
Either of the two also says that the folder is deployed to Vercel, so that the editor checks it.

## What goes before what

1. Options of the command line: \`--rule\`, \`--fail-on\`.
2. The configuration file.
3. Settings of the editor: \`vercelPreflight.rules\`. They hold where the file says nothing, so that a project looks the same to everyone.
4. What the page of each rule says.

What is excluded adds up: \`exclude\` in the file, and \`vercelPreflight.exclude\` in the editor.
A folder below with a configuration of its own is read by itself; nothing is inherited.

## Keys`;

const ending = `## Silencing a single place

In Python, TOML, Pipfile and requirements files a comment on the line, or alone on the line above, silences a rule there; \`ignore-file\` does so in the whole file:

\`\`\`python
# preflight: ignore[work-at-import]
RATES = httpx.get(URL).json()
\`\`\`

Files without comments have \`per-file-ignores\`. The light bulb writes all of these. What silences nothing any more is reported by [suppression-unused](rules/suppression-unused.md).

## Starting with a project that has problems

\`vercel-preflight verify --write-baseline\` writes the problems that there are now to \`.vercel-preflight-baseline.json\` in each deployed folder. From then on \`verify\` passes over them and reports only what is new.

- A problem is known again by its rule, its file and the text that it points at, so it may move. Change that text, and it is new. The text itself is not in the baseline, only its checksum.
- \`--no-baseline\` reports everything. \`--fix\` mends what the baseline holds, too.
- A build that would stop is never passed over, and the editor shows everything: there you mend it.
- When problems are gone, \`verify\` says so; write the baseline again.
`;

/** docs/configuration.md. */
export function configurationPage(): string {
  const keys = configurationKeys.map((key) => `### \`${key.name}\`\n\n${keyText(key)}`);
  return [introduction, ...keys, ending].join('\n\n');
}

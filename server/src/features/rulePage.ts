import { areaTitles } from '../check/areas.ts';
import type { SourceFile } from '../documents/sourceFile.ts';
import { parseExample } from '../rules/example.ts';
import { areas, type Rule } from '../rules/rule.ts';
import { cell } from './markdown.ts';

type Sections = readonly (string | readonly string[])[];

/** The page that explains `rule`, as Markdown: docs/rules, hover and `rules NAME` all show this text. */
export function rulePage(rule: Rule): string {
  const { name, summary, severity, status, since, subject, why, ignore, source } = rule;
  const sections: Sections = [
    `# ${name}`,
    `${summary} (${severity}, ${status} since ${since}, ${subjectText(subject)})`,
    '## Why it matters',
    why,
    exampleSections(rule),
    ignore === undefined ? [] : ['## When to ignore it', ignore],
    '## Source',
    source.startsWith('http') ? `<${source}>` : source,
  ];
  return `${sections.flat().join('\n\n')}\n`;
}

/** Every rule in a table, by area, as Markdown. */
export function ruleTable(rules: readonly Rule[]): string {
  const sections = areas.flatMap((area) => {
    const own = rules.filter((rule) => rule.area === area);
    if (own.length === 0) return [];
    const rows = own.map(({ name, severity, summary, status }) => {
      return `| [${name}](${name}.md) | ${severity}${status === 'preview' ? ' (preview)' : ''} | ${cell(summary)} |`;
    });
    return [
      `## ${areaTitles[area]}`,
      ['| Rule | Severity | What it reports |', '| --- | --- | --- |', ...rows].join('\n'),
    ];
  });
  const silence = 'What is left out on purpose, and why: [what is not checked](not-checked.md).';
  return `${['# Rules', silence, ...sections].join('\n\n')}\n`;
}

function subjectText(subject: Rule['subject']): string {
  if (subject === 'entrypoint') return 'Python files that serve requests';
  if (subject === 'project') return 'the project as a whole';
  if (subject === 'configuration') return 'the configuration of this tool';
  if (subject === 'suppressions') return 'comments and settings that silence a rule';
  return subject === 'python' ? 'Python files' : `\`${subject}\``;
}

function exampleSections({ examples }: Rule): readonly string[] {
  const [example] = examples;
  if (!example) return [];
  const before = parseExample(example.files).files;
  const note = example.note === undefined ? [] : [sentence(example.note)];
  const shown = ['## Example', ...note, ...[...before].flatMap(([path, file]) => fileBlock(path, file))];
  return example.fixed === undefined ? shown : [...shown, ...fixedSections(before, parseExample(example.fixed).files)];
}

/** The files that the fix changes, and no others. */
function fixedSections(before: ReadonlyMap<string, SourceFile>, after: ReadonlyMap<string, SourceFile>): string[] {
  const isSame = (path: string, file: SourceFile) =>
    before.get(path)?.text === file.text && before.get(path)?.encoding === file.encoding;
  const changed = [...after].filter(([path, file]) => !isSame(path, file));
  const gone = [...before.keys()].filter((path) => !after.has(path));
  return [
    '## After the fix',
    ...changed.flatMap(([path, file]) => fileBlock(path, file)),
    ...gone.map((path) => `\`${path}\` is gone.`),
  ];
}

function fileBlock(path: string, { text, encoding }: SourceFile): string[] {
  const title = encoding === 'utf-8' ? `\`${path}\`` : `\`${path}\` (${encoding})`;
  if (text.trim() === '') return [`${title} is empty.`];
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return [`${title}:`, `${fence}${languageOf(path)}\n${text.replace(/\n$/, '')}\n${fence}`];
}

const languages: Readonly<Record<string, string>> = {
  json: 'json',
  lock: 'json',
  py: 'python',
  toml: 'toml',
  yml: 'yaml',
  yaml: 'yaml',
};

function languageOf(path: string): string {
  if (/(^|\/)Pipfile$/.test(path)) return 'toml';
  return languages[/\.([a-z]+)$/.exec(path)?.[1] ?? ''] ?? 'text';
}

function sentence(note: string): string {
  const start = note.charAt(0).toUpperCase() + note.slice(1);
  return /[.?!]$/.test(start) ? start : `${start}.`;
}

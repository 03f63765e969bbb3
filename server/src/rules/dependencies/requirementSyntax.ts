import { asSpecifier } from '../../documents/poetry.ts';
import type { RequirementsDocument, RequirementsEntry } from '../../documents/requirements.ts';
import { lineAt } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { textAt } from '../../text/span.ts';
import { visible } from '../../text/visible.ts';
import { defineRule, type Fix } from '../rule.ts';

const app = '-- vercel.json\n{}\n-- main.py\napp = 1\n';

export default defineRule({
  name: 'requirement-syntax',
  area: 'dependencies',
  subject: 'requirements.txt',
  severity: 'error',
  status: 'preview',
  since: '0.2.0',
  summary: 'A line of the requirements file that Vercel’s parser refuses.',
  why: 'The builder reads the file with the parser of uv before it installs anything, and stops at the first line that this refuses with PYTHON_REQUIREMENTS_PARSE_ERROR. It refuses some lines that pip accepts: a trailing comma, a comment right behind a version, a requirement over several lines.',
  source: 'https://packaging.python.org/en/latest/specifications/dependency-specifiers/',
  examples: [
    {
      files: `${app}-- requirements.txt\nhttpx\nfastapi«^0.115»  # web\n`,
      fixed: `${app}-- requirements.txt\nhttpx\nfastapi>=0.115,<0.116  # web\n`,
    },
    {
      files: `${app}-- requirements.txt\r\nfastapi«=»0.115.6\r\nhttpx\r\n`,
      fixed: `${app}-- requirements.txt\r\nfastapi==0.115.6\r\nhttpx\r\n`,
    },
    {
      files: `${app}-- requirements.txt\nhttpx; python_version >= «3.9»\n`,
      fixed: `${app}-- requirements.txt\nhttpx; python_version >= "3.9"\n`,
    },
    {
      files: `${app}-- requirements.txt\n«fastapi>=0.115,»\nhttpx\n`,
      fixed: `${app}-- requirements.txt\nfastapi>=0.115\nhttpx\n`,
      note: 'pip accepts the comma',
    },
    { files: `${app}-- requirements.txt\nfastapi\npip «install httpx»\n` },
    {
      files: `${app}-- requirements.txt\nfastapi>=0.115,<1 ; python_version >= '3.12'\n--index-url https://a.b/simple\n`,
    },
    { files: `${app}-- requirements.txt\n-r base.txt\n`, note: 'another rule speaks of that' },
    {
      files: `${app}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\n-- requirements.txt\nfastapi^1\n`,
      note: 'not read at all',
    },
    { files: `${app}-- requirements.txt\nhttpx\nfastapi==\n`, note: 'half typed' },
    { files: `${app}-- requirements.txt\nhttpx; python_version\n`, note: 'a marker that is half typed' },
  ],

  *check(document, { path, deployment }) {
    const error = deployment.errors.find(
      ({ code, file }) => code === 'PYTHON_REQUIREMENTS_PARSE_ERROR' && file === path,
    );
    if (!error || /Error parsing included file/.test(error.message)) return;
    if (document.encoding !== 'utf-8' && document.encoding !== 'binary') return;
    const offset = offsetIn(document.text, error.message);
    const entry = document.entries.find(({ span }) => span.start <= offset && offset <= span.end);
    const [fault] = entry?.errors ?? [];
    if (fault && unfinished.has(fault.code)) return;
    const found = entry && mendingOf(document, entry);
    const span = found?.span ?? fault?.span ?? entry?.span ?? lineAt(document.text, offset);
    yield {
      span,
      message: `The build stops here: ${shortened(found?.message ?? asCode(fault?.message) ?? wordsOf(error.message))}`,
      fixes: found ? [found.fix] : [],
    };
  },
});

/** What somebody has not typed yet. */
const unfinished: ReadonlySet<string> = new Set([
  ...['missing-version', 'missing-url', 'missing-value', 'unclosed-extras', 'unclosed-parenthesis', 'unclosed-quote'],
  ...['marker-missing-operand', 'marker-missing-operator', 'marker-unclosed-string', 'marker-unclosed-parenthesis'],
]);

/** The place that the message names: a position in bytes of UTF-8, or a line and a column. */
function offsetIn(text: string, message: string): number {
  const bytes = /at position (\d+)/.exec(message)?.[1];
  if (bytes !== undefined) return offsetOfByte(text, Number(bytes));
  const [, line, column] = /:(\d+):(\d+)$/.exec(message) ?? [];
  const before = text.split(/(?<=\r\n|\n|\r(?!\n))/).slice(0, Number(line ?? 1) - 1);
  const start = before.reduce((sum, one) => sum + one.length, 0);
  return Math.min(text.length, start + Math.max(0, Number(column ?? 1) - 1));
}

function offsetOfByte(text: string, bytes: number): number {
  let [left, offset] = [bytes, 0];
  for (const character of text) {
    if (left <= 0) break;
    const point = character.codePointAt(0) ?? 0;
    left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    offset += character.length;
  }
  return offset;
}

interface Mending {
  readonly span: Span;
  readonly message: string;
  readonly fix: Fix;
}

/** How the fault is mended, where the line says what is meant. */
function mendingOf(document: RequirementsDocument, entry: RequirementsEntry): Mending | undefined {
  if (entry.kind !== 'requirement') return undefined;
  const [fault] = entry.errors;
  if (!fault) return withoutComma(document, entry);
  const text = textAt(document.text, fault.span);
  if (fault.code === 'marker-unquoted-value')
    return mending(fault.span, `"${text}"`, `a value in a marker needs quotes. Write \`"${text}"\`.`);
  if (fault.code !== 'unknown-operator') return undefined;
  const clause = clauseAt(document.text, fault.span.start);
  const poetry = asSpecifier(clause);
  if (text === '^' && poetry) {
    const span = { start: fault.span.start, end: fault.span.start + clause.length };
    return mending(span, poetry, `\`${clause}\` is Poetry's way to write it. Write ${poetry}.`);
  }
  const operator = Object.hasOwn(operators, text) ? operators[text] : undefined;
  return operator === undefined
    ? undefined
    : mending(fault.span, operator, `\`${text}\` is no operator. Write \`${operator}\`.`);
}

const operators: Readonly<Record<string, string>> = { '=': '==', '=>': '>=', '=<': '<=', '=!': '!=' };

function clauseAt(text: string, start: number): string {
  return /^[^\s,;#]*/.exec(text.slice(start))?.[0] ?? '';
}

/** pip passes over a comma at the end. */
function withoutComma({ text }: RequirementsDocument, { requirementSpan }: { readonly requirementSpan: Span }) {
  const comma = /\s*,\s*$/.exec(textAt(text, requirementSpan));
  if (!comma) return undefined;
  const edits = [{ span: { start: requirementSpan.start + comma.index, end: requirementSpan.end }, newText: '' }];
  const fix: Fix = { title: 'Remove the comma', safety: 'safe', edits };
  return { span: requirementSpan, message: "Vercel's parser takes no comma at the end. Remove it.", fix };
}

function mending(span: Span, newText: string, message: string): Mending {
  return { span, message, fix: { title: `Write ${newText}`, safety: 'unsafe', edits: [{ span, newText }] } };
}

/** The message with what it quotes from the file in backticks. */
function asCode(message: string | undefined): string | undefined {
  return message?.replace(/"([^"`]*)"/g, '`$1`');
}

/** The parser's own words, its first line, without the path of the build machine. */
function wordsOf(message: string): string {
  const [first = ''] = visible(message.replace(/^could not parse [^:]*: /, '')).split('\n');
  return `${first.replace(/\s*(?:in\s+)?`?\/vercel\/path0\S*?`?(?::\d+:\d+| at position \d+)?$/, '').replace(/\s+at$/, '')}.`;
}

function shortened(text: string): string {
  return text.length > 98 ? `${text.slice(0, 96)}….` : text;
}

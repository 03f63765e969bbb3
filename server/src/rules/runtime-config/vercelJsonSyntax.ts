import type { VercelJson } from '../../documents/vercelJson.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';

export default defineRule({
  name: 'vercel-json-syntax',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`vercel.json` is not strict JSON.',
  why: 'Vercel reads the file as strict JSON and stops at the first comment, trailing comma or byte order mark, before anything is built.',
  source: 'https://vercel.com/docs/project-configuration',
  examples: [
    {
      files: '-- vercel.json\n{\n  "version": 2«,»\n}\n',
      fixed: '-- vercel.json\n{\n  "version": 2\n}\n',
    },
    {
      files: '-- vercel.json\n{\n  «// the api»\n  "version": 2\n}\n',
      fixed: '-- vercel.json\n{\n  \n  "version": 2\n}\n',
    },
    { files: '-- vercel.json (utf-8-bom)\n«{»}\n', fixed: '-- vercel.json\n{}\n' },
    { files: '-- vercel.json\n{ "version": «two» }\n' },
    { files: '-- vercel.json\n«»\n', note: 'an empty file is no JSON' },
    { files: '-- vercel.json\n{ "version": 2, «"rewri»', note: 'half typed: Vercel could not read it either' },
    { files: '-- vercel.json\n{ "version": 2 }\n' },
    { files: '-- vercel.json\n{ "a": "// no comment", "b": [1, 2] }\n' },
    { files: '-- vercel.json\nnull\n', note: '`null` is read as no configuration' },
  ],

  *check(document, { path }) {
    const { text, encoding } = document;
    if (encoding !== 'utf-8') {
      yield {
        span: { start: 0, end: Math.min(1, text.length) },
        message: `vercel.json is saved as ${encodingName(encoding)}, which Vercel cannot read. Save it as plain UTF-8.`,
        fixes:
          encoding === 'binary'
            ? []
            : [{ title: 'Save as plain UTF-8', safety: 'safe', files: [{ path, create: text }] }],
      };
    }
    if (isStrictJson(text)) return;
    const span = firstError(document);
    yield { span, message: messageFor(text, span), fixes: fixesFor(text, span) };
  },
});

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Where it stops being JSON. A trailing comma is found behind itself by the parser; the comma is what to look at. */
function firstError({ text, errors }: VercelJson): Span {
  const first = errors[0]?.span ?? { start: 0, end: 0 };
  if (text.trim() === '') return { start: 0, end: 0 };
  const comma = /,\s*$/.exec(text.slice(0, first.start));
  return comma && /[}\]]/.test(text[first.start] ?? '') ? { start: comma.index, end: comma.index + 1 } : first;
}

function messageFor(text: string, span: Span): string {
  const culprit = text.slice(span.start, span.end);
  if (text.trim() === '') return 'vercel.json is empty, which is no JSON. Write {} or delete the file.';
  if (culprit === ',') return 'A comma before the closing bracket is no strict JSON. Remove it.';
  if (/^\/[/*]/.test(culprit)) return 'Vercel reads strict JSON, without comments. Remove this one.';
  return 'This is no strict JSON, and Vercel stops here. Correct it.';
}

function fixesFor(text: string, span: Span): Fix[] {
  const culprit = text.slice(span.start, span.end);
  const edits = [{ span, newText: '' }];
  if (culprit === ',') return [{ title: 'Remove the comma', safety: 'safe', edits }];
  return /^\/[/*]/.test(culprit) ? [{ title: 'Remove the comment', safety: 'safe', edits }] : [];
}

function encodingName(encoding: VercelJson['encoding']): string {
  return encoding === 'utf-8-bom' ? 'UTF-8 with a byte order mark' : encoding.toUpperCase();
}

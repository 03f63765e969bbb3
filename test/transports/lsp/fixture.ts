import { memoryFileSystem } from '../../../server/src/project/workspace.ts';
import { defineRule, type Rule } from '../../../server/src/rules/rule.ts';
import { jsonLanguage } from '../../../server/src/transports/jsonLanguage.ts';
import type { Runtime } from '../../../server/src/transports/lsp/session.ts';
import { schemeOf } from '../../../server/src/transports/lsp/uris.ts';
import { grammars } from '../../support/grammars.ts';
import { connect, type LspClient, type StartOptions } from '../../support/lspClient.ts';

const made = {
  status: 'stable',
  since: '0.1.0',
  summary: 'Made for this test.',
  why: 'So that there is something to find.',
  source: 'https://vercel.com/docs',
  examples: [],
} as const;

/** Finds `python-` in runtime.txt. Two fixes, the safe one first. */
export const prefixRule = defineRule({
  ...made,
  name: 'runtime-prefix',
  area: 'python-version',
  subject: 'runtime.txt',
  severity: 'warning',
  *check({ text }) {
    const start = text.indexOf('python-');
    if (start < 0) return;
    const span = { start, end: start + 'python-'.length };
    yield {
      span,
      message: '`python-` is not read.',
      tag: 'unnecessary',
      fixes: [
        { title: 'Remove `python-`', safety: 'safe', edits: [{ span, newText: '' }] },
        {
          title: 'Remove everything',
          safety: 'unsafe',
          edits: [{ span: { start: 0, end: text.length }, newText: '' }],
        },
      ],
    };
  },
});

/** Wants a `.python-version` beside vercel.json, and creates it. */
export const versionFileRule = defineRule({
  ...made,
  name: 'version-file-missing',
  area: 'python-version',
  subject: 'vercel.json',
  severity: 'error',
  *check(_document, { path, project: { files } }) {
    const wanted = path.replace('vercel.json', '.python-version');
    const other = path.replace('vercel.json', 'runtime.txt');
    if (files.has(wanted)) return;
    yield {
      span: { start: 0, end: 1 },
      message: 'There is no `.python-version`.',
      related: files.has(other)
        ? [{ path: other, span: { start: 0, end: 1 }, message: 'The version stands here.' }]
        : [],
      fixes: [{ title: 'Create `.python-version`', safety: 'safe', files: [{ path: wanted, create: '3.12\n' }] }],
    };
  },
});

/** Finds two `x` in a row and makes them one: a fix that lays bare the next problem. */
export const doubledRule = defineRule({
  ...made,
  name: 'doubled-letter',
  area: 'python-version',
  subject: 'runtime.txt',
  severity: 'info',
  *check({ text }) {
    const start = text.indexOf('xx');
    if (start < 0) return;
    const span = { start, end: start + 2 };
    yield {
      span,
      message: '`x` is doubled.',
      fixes: [{ title: 'Take one', safety: 'safe', edits: [{ span, newText: 'x' }] }],
    };
  },
});

/** Wants runtime.txt in UTF-8. */
export const encodingRule = defineRule({
  ...made,
  name: 'runtime-encoding',
  area: 'python-version',
  subject: 'runtime.txt',
  severity: 'error',
  *check({ text, encoding }, { path }) {
    if (encoding === 'utf-8') return;
    const fix = { title: 'Write it as UTF-8', safety: 'safe', files: [{ path, create: text }] } as const;
    yield { span: { start: 0, end: text.length }, message: 'It is not UTF-8.', fixes: [fix] };
  },
});

export const crashingRule = defineRule({
  ...made,
  name: 'always-crashes',
  area: 'python-version',
  subject: 'runtime.txt',
  severity: 'error',
  *check() {
    if (made.status === 'stable') throw new Error('as agreed');
    yield { span: { start: 0, end: 0 }, message: 'Never.' };
  },
});

export const allRules: readonly Rule[] = [prefixRule, versionFileRule, doubledRule, encodingRule];

/** The folder that most tests use. Its name needs encoding. */
export const folder = 'file:///code/my%20proj%C3%A9ct';

export const at = (path: string, inFolder = folder) => `${inFolder}/${path}`;

export interface Disk {
  /** Files by path from their workspace folder, by URI of that folder. */
  readonly [folderUri: string]: Map<string, string>;
}

export function runtimeOver(disk: Disk, rules: readonly Rule[] = allRules, more: Partial<Runtime> = {}): Runtime {
  return {
    jsonLanguage: async () => jsonLanguage,
    ...more,
    grammars: () => grammars,
    rules,
    description: 'a test',
    fileSystem: (uri) =>
      schemeOf(uri) === 'file' ? memoryFileSystem(disk[uri] ?? new Map<string, string>()) : undefined,
  };
}

/** A server and a client that said hello, with one folder of these files. */
export async function started(files: Record<string, string>, options: StartOptions = {}): Promise<LspClient> {
  const client = connect(runtimeOver({ [folder]: new Map(Object.entries(files)) }));
  await client.start({ folders: [folder], ...options });
  return client;
}

export const wholeFile = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

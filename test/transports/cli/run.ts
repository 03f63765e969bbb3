import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { defineRule, type Rule } from '../../../server/src/rules/rule.ts';
import { runCommandLine } from '../../../server/src/transports/cli/commandLine.ts';
import type { Host } from '../../../server/src/transports/cli/host.ts';
import { grammars } from '../../support/grammars.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A new folder with these files, until the tests of the file are over. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'preflight cli ü '));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in this process, in the folder `cwd`. */
export async function run(cwd: string, argv: readonly string[], given: Partial<Host> = {}): Promise<Outcome> {
  let [stdout, stderr] = ['', ''];
  const code = await runCommandLine({
    argv,
    cwd,
    env: {},
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    isTty: false,
    rules: [slowWord, oldBuilds],
    grammars: () => grammars,
    ...given,
  });
  return { code, stdout, stderr };
}

const texts = {
  status: 'stable',
  since: '0.1.0',
  why: 'It fails on Vercel.',
  source: 'https://vercel.com/docs',
} as const;

/** A warning for each `slow`, which becomes `slower`, which becomes `fast`: fixed in two rounds. */
export const slowWord: Rule<'runtime.txt'> = defineRule({
  ...texts,
  name: 'slow-word',
  area: 'python-version',
  subject: 'runtime.txt',
  severity: 'warning',
  summary: 'A word is slow.',
  examples: [
    {
      files: '-- runtime.txt\n«slow» \n-- app/main.py\nx = """```"""\n',
      fixed: '-- runtime.txt\nslower \n',
      note: 'it is slow',
    },
    { files: '-- runtime.txt\nfast\n' },
  ],
  *check({ text }) {
    for (const found of text.matchAll(/slow(er)?/g)) {
      const span = { start: found.index, end: found.index + found[0].length };
      const newText = found[1] ? 'fast' : 'slower';
      const fixes = [{ title: `Write ${newText}`, safety: 'safe' as const, edits: [{ span, newText }] }];
      yield { span, message: `This is ${found[0]}. Write ${newText}.`, fixes };
    }
  },
});

/** An error for `builds`, with a fix that changes, creates and deletes files. */
export const oldBuilds: Rule<'vercel.json'> = defineRule({
  ...texts,
  name: 'old-builds',
  area: 'runtime-config',
  subject: 'vercel.json',
  severity: 'error',
  summary: '`builds` is old.',
  ignore: 'You like it | old.',
  examples: [{ files: '-- vercel.json\n{ «"builds"»: [] }\n' }, { files: '-- vercel.json\n{}\n' }],
  *check({ text }, { path, project }) {
    const start = text.indexOf('"builds"');
    if (start < 0) return;
    const beside = (name: string) => path.replace('vercel.json', name);
    const span = { start, end: start + '"builds"'.length };
    const files = [
      { path: beside('new folder/.python-version'), create: '3.12\n' },
      ...(project.files.has(beside('old.txt')) ? [{ path: beside('old.txt'), remove: true as const }] : []),
    ];
    const fixes = [
      { title: 'Rename `builds`', safety: 'unsafe' as const, edits: [{ span, newText: '"built"' }], files },
    ];
    const related = [{ path: beside('runtime.txt'), span: { start: 0, end: 4 }, message: 'Because of this.' }];
    yield { span, message: '`builds` is old: 100% of it, really.', related, fixes };
  },
});

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LogAnalysis } from '../../../server/src/logs/analysis.ts';
import { signatures } from '../../../server/src/logs/signatures/index.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { logSource, readLog } from '../../../server/src/transports/cli/logInput.ts';
import { folderWith, run } from './run.ts';

const crash = `Traceback (most recent call last):
  File "/var/task/vc__handler__python.py", line 213, in <module>
    if not issubclass(base, BaseHTTPRequestHandler):
TypeError: issubclass() arg 1 must be a class
Python process exited with exit status: 1.
`;
const project = {
  'vercel.json': '{ "builds": [{ "src": "api/index.py", "use": "@vercel/python" }] }\n',
  'api/index.py': 'from fastapi import FastAPI\nfrom mangum import Mangum\n\napp = FastAPI()\nhandler = Mangum(app)\n',
  'requirements.txt': 'fastapi\nmangum\n',
};

async function* chunks(...parts: (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part;
}

describe('log', () => {
  it('explains several files one after the other, and one at a time where the format describes one', async () => {
    const folder = await folderWith({
      ...project,
      'crash.log': crash,
      'fine.log': 'Build Completed in /vercel/output [1s]\n',
    });
    const both = await run(folder, ['log', 'fine.log', 'crash.log'], { rules });
    expect(both.code).toBe(1);
    expect(both.stdout.indexOf('no line in it looks like a failure')).toBeGreaterThanOrEqual(0);
    expect(both.stdout).toContain('crash.log:4 TypeError');
    expect(await run(folder, ['log', 'fine.log', 'fine.log'], { rules })).toMatchObject({ code: 0 });
    expect(await run(folder, ['log', 'fine.log', 'crash.log', '--format', 'json'], { rules })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--format json describes one log, and 2 were given.'),
    });
  });

  it('explains a file with the project beside it, and exits with 1', async () => {
    const folder = await folderWith({ ...project, 'crash.log': crash });
    const { code, stdout, stderr } = await run(folder, ['log', 'crash.log'], { rules });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^The function stops at its start, because a name `handler` in it is not a class\.\n/);
    expect(stdout).toContain('  crash.log:4 TypeError: issubclass() arg 1 must be a class\n');
    expect(stdout).toContain('  in: api/index.py:5:1 handler = Mangum(app) [mangum-handler-ignored]\n');
    expect(stdout).toContain('This log is from @vercel/python 4.7.4');
    expect(stdout).toContain('A deployment today ignores');
    expect(stdout).not.toContain('Collapse');
    expect(code).toBe(1);
  });

  it('reads standard input, whatever its chunks, and prints the contract', async () => {
    const folder = await folderWith(project);
    const stdin = () => chunks(...crash.split(/(?<=e)/));
    const { code, stdout } = await run(folder, ['log', '-', '--format', 'json'], { rules, stdin });
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report).toMatchObject({
      version: 1,
      builder: { from: '4.7.4', to: '4.7.4' },
      runtime: { kind: 'vc__handler__python' },
      unexplained: 0,
    });
    expect(report.entries[0]).toMatchObject({
      signature: 'handler-not-a-class',
      line: 3,
      severity: 'error',
      rule: 'mangum-handler-ignored',
      cause: { file: 'api/index.py', range: { start: { line: 4, character: 0 } } },
    });
    expect(report.entries[0].fixes.length).toBeGreaterThan(0);
  });

  it('takes the project from --dir and finds the right one of several', async () => {
    const folder = await folderWith({ 'crash.log': crash });
    for (const [file, text] of Object.entries(project)) {
      const target = path.join(folder, 'repo/backend', file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    await mkdir(path.join(folder, 'repo/admin'));
    await writeFile(path.join(folder, 'repo/admin/vercel.json'), '{}');
    const { stdout } = await run(folder, ['log', 'crash.log', '--dir', 'repo'], { rules });
    expect(stdout).toContain('in: repo/backend/api/index.py:5:1');
  });

  it('blames no project where several might be meant', async () => {
    const app = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
    const both = (name: string, vercelJson: string) => ({
      [`${name}/vercel.json`]: vercelJson,
      [`${name}/api/index.py`]: app,
      [`${name}/requirements.txt`]: 'fastapi\n',
    });
    const log = { 'a.log': 'Skipping "install" command...\nModuleNotFoundError: No module named \'fastapi\'\n' };
    const alike = await folderWith({ ...both('one', '{}'), ...both('two', '{}'), ...log });
    expect((await run(alike, ['log', 'a.log'], { rules })).stdout).not.toContain('  in:');
    const different = await folderWith({ ...both('one', '{}'), ...both('two', '{ "installCommand": "" }'), ...log });
    expect((await run(different, ['log', 'a.log'], { rules })).stdout).toContain('  in: two/vercel.json:1:3');
  });

  it('names the command for a fix only where it applies that fix', async () => {
    const folder = await folderWith({ 'crash.log': crash });
    for (const [file, text] of Object.entries(project)) {
      await mkdir(path.dirname(path.join(folder, 'backend', file)), { recursive: true });
      await writeFile(path.join(folder, 'backend', file), text);
    }
    const { stdout } = await run(folder, ['log', 'crash.log', '--dir', 'backend'], { rules });
    const fixes = stdout.split('\n').filter((line) => line.startsWith('  fix:'));
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes)
      expect(fix).toMatch(/\((a quick fix in the editor|vercel-preflight verify backend --fix(-unsafe)?)\)$/);
  });

  it('says nothing it cannot prove, and exits with 0', async () => {
    const folder = await folderWith({ 'a.log': '10:00:00.000 Error: the moon is made of cheese\n', 'b.log': '' });
    const first = await run(folder, ['log', 'a.log'], { rules });
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('Nothing in this log is a failure that is known here.');
    expect(first.stdout).toContain('a.log:1 Error: the moon is made of cheese');
    const second = await run(folder, ['log', 'b.log'], { rules });
    expect(second).toMatchObject({ code: 0, stdout: 'The log is empty.\n' });
  });

  it.each([
    ['sarif', /"ruleId": "handler-not-a-class"/],
    ['github', /^::error file=api\/index\.py,line=5,title=handler-not-a-class::/],
    ['markdown', /^## The function stops at its start/],
  ])('prints %s', async (format, expected) => {
    const folder = await folderWith({ ...project, 'crash.log': crash });
    expect((await run(folder, ['log', 'crash.log', '--format', format], { rules })).stdout).toMatch(expected);
  });

  it('writes the report to a file', async () => {
    const folder = await folderWith({ 'crash.log': crash });
    const { stdout, code } = await run(folder, ['log', 'crash.log', '--output', 'report.txt'], { rules });
    expect(stdout).toBe('');
    expect(code).toBe(1);
    expect(await readFile(path.join(folder, 'report.txt'), 'utf8')).toContain('The function stops');
  });

  it.each([
    ['no such file', ['log', 'crsh.log'], 'There is no file "crsh.log". Did you mean `crash.log`?'],
    ['a folder', ['log', '.'], '"." is a folder.'],
  ])('explains wrong use: %s', async (_name, argv, message) => {
    const folder = await folderWith({ 'crash.log': crash });
    const { code, stderr } = await run(folder, argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  it('reads UTF-16, as PowerShell writes it, cut anywhere', async () => {
    const bytes = Buffer.from(`\ufeff${crash}`, 'utf16le');
    const folder = await folderWith(project);
    const stdin = () => chunks(bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4, 777), bytes.subarray(777));
    expect((await run(folder, ['log'], { rules, stdin })).stdout).toContain('the log:4 TypeError');
  });

  it('shows progress on a terminal alone, and says where it stops', async () => {
    const folder = await folderWith({});
    const host = { argv: [], cwd: folder, env: {}, isTty: false, rules, grammars: () => Promise.reject(new Error()) };
    const notes: string[] = [];
    const stderr = (text: string) => void notes.push(text);
    const big = 'x'.repeat(1024 * 1024 - 1).concat('\n');
    const stdin = () => chunks(...Array.from({ length: 40 }, () => big));
    const given = { ...host, stdout: () => undefined, stderr, stdin, notesToTty: true };
    await readLog(given, await logSource(given, '-'), new LogAnalysis(signatures), 35 * 1024 * 1024);
    expect(notes.join('')).toContain('Reading the log: 16 MB');
    expect(notes.at(-2)).toContain('only the first 35 MB of the log were read');
    notes.length = 0;
    const silent = { ...given, notesToTty: false };
    await readLog(silent, await logSource(silent, '-'), new LogAnalysis(signatures));
    expect(notes).toEqual([]);
  });
});

describe('log --format markdown', () => {
  it('is the explanation of the editor, with links from this folder', async () => {
    const folder = await folderWith({ ...project, 'crash.log': crash });
    const { code, stdout } = await run(folder, ['log', 'crash.log', '--format', 'markdown'], { rules });
    expect(stdout).toMatch(/^## The function stops at its start, because a name `handler` in it is not a class/);
    expect(stdout).toContain('`TypeError: issubclass() arg 1 must be a class` (crash.log, line 4)');
    expect(stdout).toContain('Where: [api/index.py:5](api/index.py#L5)');
    expect(stdout).toContain('**What to do:**');
    expect(code).toBe(1);
  });

  it('says what a log without a failure is', async () => {
    const folder = await folderWith({ 'empty.log': '' });
    const { stdout } = await run(folder, ['log', 'empty.log', '--format', 'markdown'], { rules });
    expect(stdout).toBe('## The log is empty\n');
  });
});

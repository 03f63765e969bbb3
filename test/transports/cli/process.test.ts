import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longLog } from '../../../bench/logs.ts';
import { peakMegabytes } from '../../../bench/memory.ts';
import { packagesFile, wasmFiles } from '../../../server/src/transports/wasm.ts';
import { folderWith } from './run.ts';

const fromRoot = (file: string) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));
const wasmFolders = ['web-tree-sitter', 'tree-sitter-python', '@tree-sitter-grammars/tree-sitter-toml'];
let bundle: string;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'preflight bundle '));
  bundle = path.join(folder, 'cli.js');
  await build({
    entryPoints: [fromRoot('server/src/transports/cli/main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    alias: { 'web-tree-sitter': fromRoot('node_modules/web-tree-sitter/web-tree-sitter.cjs') },
    logLevel: 'error',
  });
  const sources = wasmFiles.map((name, at) => `${wasmFolders[at] ?? '@vercel/python-analysis/dist/wasm'}/${name}`);
  for (const source of sources)
    await copyFile(fromRoot(`node_modules/${source}`), path.join(folder, path.basename(source)));
  await copyFile(fromRoot(`server/data/${packagesFile}`), path.join(folder, packagesFile));
}, 60_000);

afterAll(() => rm(path.dirname(bundle), { recursive: true, force: true }));

interface Started {
  readonly process: ReturnType<typeof spawn>;
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

function start(cwd: string, ...argv: readonly string[]): Started {
  const child = spawn(process.execPath, [bundle, ...argv], { cwd });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => {
    stdout += text;
  });
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { process: child, ended: ended.then((code) => ({ code, stdout, stderr })) };
}

const many = { 'vercel.json': '{}', 'runtime.txt': 'python-3.9\n' };

describe('the process', () => {
  it('ends with the exit code, and loses nothing of a long report', async () => {
    const folder = await folderWith(many);
    const { code, stdout } = await start(folder, 'verify', '--format', 'json', '--fail-on', 'info').ended;
    expect(code).toBe(1);
    expect(JSON.parse(stdout).projects[0].problems).not.toEqual([]);
    expect((await start(folder, 'verify', '--fail-on', 'never').ended).code).toBe(0);
    expect((await start(folder, 'verfy').ended).code).toBe(2);
  });

  it('does not crash when the reader of its output leaves', async () => {
    const folder = await folderWith(many);
    const { process: child, ended } = start(folder, 'verify', '--format', 'json', '--fail-on', 'info');
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 1, stderr: '' });
  });

  it('speaks the language server protocol until it is told to end', async () => {
    const { process: child, ended } = start(os.tmpdir(), 'lsp', '--stdio');
    const answered = new Promise((resolve) => child.stdout?.once('data', resolve));
    const send = (message: object) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await answered;
    send({ method: 'initialized', params: {} });
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2\.0","id":1,"result":\{"capabilities"/);
  });

  it.runIf(process.platform === 'linux')('explains a log of 100,000 lines in less than 100 MB', async () => {
    const folder = await folderWith({ ...many, 'long.log': longLog(100_000) });
    const bare = peakMegabytes(folder, ['-e', '0']);
    const peak = peakMegabytes(folder, [bundle, 'log', path.join(folder, 'long.log'), '--dir', folder]);
    // What Node.js itself takes differs between its releases: 40 MB in 20.
    expect(peak - bare).toBeLessThan(60);
  });

  it('says what is wrong with an installation that lacks a file', async () => {
    const folder = await folderWith(many);
    await rm(path.join(path.dirname(bundle), 'tree-sitter-toml.wasm'));
    const { code, stdout, stderr } = await start(folder, 'verify').ended;
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(/tree-sitter-toml\.wasm cannot be read: no such file or folder\. Install .* again\.\n$/);
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { startServer } from '../../../server/src/transports/lsp/server.ts';
import { clientOver, connect, LspClient } from '../../support/lspClient.ts';
import { at, folder, runtimeOver, started, wholeFile } from './fixture.ts';

const runtimeTxt = at('runtime.txt');

describe('a client that misbehaves', () => {
  it.each([
    ['textDocument/codeAction', {}],
    ['textDocument/codeAction', { textDocument: { uri: runtimeTxt } }],
    ['textDocument/diagnostic', {}],
    ['vercelPreflight/verify', null],
    ['vercelPreflight/fixAll', { uri: 17 }],
  ])('gets an answer to %s with %j', async (method, params) => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, 'python-3.9');
    await client.request(method, params).catch(() => undefined);
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
  });

  it('does not bring the server down with senseless notifications', async () => {
    const client = await started({ 'vercel.json': '{}' });
    const version = { uri: runtimeTxt, version: 7 };
    await client.notify('textDocument/didChange', { textDocument: version, contentChanges: [{ text: 'x' }] });
    await client.notify('textDocument/didClose', { textDocument: version });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: '%%%', type: 9 }] });
    await client.notify('workspace/didChangeConfiguration', null);
    await client.open(runtimeTxt, 'python-3.9');
    await client.notify('textDocument/didChange', {
      textDocument: { uri: runtimeTxt, version: 2 },
      contentChanges: [{ range: { start: { line: 99, character: 99 }, end: { line: 99, character: 0 } }, text: '\n' }],
    });
    await expect(client.request('no/such/method', {})).rejects.toMatchObject({ code: -32601 });
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
  });

  it('may send what is no JSON', async () => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const [reader, writer] = [new StreamMessageReader(toServer), new StreamMessageWriter(toClient)];
    startServer(
      createConnection(ProposedFeatures.all, reader, writer),
      runtimeOver({ [folder]: new Map([['vercel.json', '{}']]) }),
    );
    const client = new LspClient(clientOver(toClient, toServer));
    await client.start({ folders: [folder] });
    toServer.write('Content-Length: 9\r\n\r\n{"broken"');
    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
  });
});

it('says why it cannot start', async () => {
  const client = connect({ ...runtimeOver({}), grammars: () => Promise.reject(new Error('no grammar here')) });
  await expect(client.start({ folders: [folder] })).rejects.toThrow('The server could not start: no grammar here');
});

it('says what it can', async () => {
  const client = connect(runtimeOver({}));
  expect(await client.start({ folders: [folder] })).toMatchObject({
    serverInfo: { name: 'vercel-python-preflight' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2, save: true },
      diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.vercelPreflight'] },
    },
  });
});

it('answers a shutdown, and nothing after it comes late', async () => {
  const client = await started({ 'vercel.json': '{}' });
  await client.open(runtimeTxt, 'python-3.9');
  expect(await client.request('shutdown', undefined)).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(client.published.size).toBe(0);
});

const bundle = (name: string) => fileURLToPath(new URL(`../../../dist/${name}`, import.meta.url));

/** The ways in which editors start the server. */
const starts: readonly (readonly [string, string, readonly string[]])[] = [
  ['dist/server.js --stdio', bundle('server.js'), ['--stdio']],
  ['dist/server.js --node-ipc', bundle('server.js'), ['--node-ipc']],
  ['vercel-preflight lsp --stdio', bundle('cli.js'), ['lsp', '--stdio']],
];

describe.each(starts.filter(([, file]) => existsSync(file)))('%s', (_title, file, args) => {
  const overIpc = args.includes('--node-ipc');
  let directory = '';
  let server: ChildProcess;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'preflight é '));
    server = spawn(process.execPath, [file, ...args], {
      stdio: ['pipe', 'pipe', 'pipe', ...(overIpc ? ['ipc' as const] : [])],
    });
  });

  afterEach(async () => {
    server.kill();
    await rm(directory, { recursive: true, force: true });
  });

  const client = () => {
    const { stdin, stdout } = server;
    if (!stdin || !stdout) throw new Error('the process was started with pipes');
    if (!overIpc) return new LspClient(clientOver(stdout, stdin));
    return new LspClient(createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server)));
  };

  it('checks files on disk and leaves in good order', async () => {
    await mkdir(path.join(directory, 'backend'));
    await writeFile(path.join(directory, 'backend', 'vercel.json'), '{}');
    const [editor, uri] = [client(), pathToFileURL(directory).href];
    await editor.start({ folders: [uri] });
    const result = await editor.request<{ projects: unknown[] }>('vercelPreflight/verify', {});
    expect(result.projects).toEqual([{ root: 'backend', uri: `${uri}/backend` }]);
    const runtime = `${uri}/backend/runtime.txt`;
    await editor.open(runtime, 'python-3.9\n');
    const diagnostics = await editor.diagnostics(runtime);
    expect(diagnostics.map(({ source }) => source)).toContain('preflight');
    expect(await editor.codeActions(runtime, wholeFile, { diagnostics })).not.toEqual([]);
    const json = `${uri}/backend/vercel.json`;
    await editor.open(json, '{ "" }');
    const params = { textDocument: { uri: json }, position: { line: 0, character: 3 } };
    const items = await editor.request<{ label: string }[]>('textDocument/completion', params);
    expect(items.map(({ label }) => label)).toContain('functions');
    expect(editor.logs).toEqual([]);

    const exit = new Promise((resolve) => server.once('exit', resolve));
    await editor.request('shutdown', undefined);
    await editor.notify('exit', undefined);
    expect(await exit).toBe(0);
  });

  it('ends when its client does', async () => {
    const exit = new Promise((resolve) => server.once('exit', resolve));
    await client().start({});
    if (overIpc) server.disconnect();
    else server.stdin?.end();
    expect(await exit).toBe(overIpc ? 0 : 1);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Hover } from 'vscode-languageserver/node';
import requirementVersionUnknown from '../../../server/src/rules/dependencies/requirementVersionUnknown.ts';
import { askIndex } from '../../../server/src/transports/http/packageIndex.ts';
import type { Runtime } from '../../../server/src/transports/lsp/session.ts';
import { type IndexServer, serveIndex, tree } from '../../support/indexServer.ts';
import { connect, until } from '../../support/lspClient.ts';
import { at, folder, runtimeOver } from './fixture.ts';

const uri = at('requirements.txt');
const text = 'flask==3.0.99\n';
const flask = ['3.0.3', '3.1.0'].map((version) => ({ name: `flask-${version}-py3-none-any.whl`, python: '>=3.9' }));

let server: IndexServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const over: Runtime['askIndex'] = (question) =>
  askIndex({
    ...question,
    env: { HOME: '/nowhere' },
    fetch,
    now: Date.now,
    patience: { timeout: 500, attempts: 1, backoff: 1 },
  });

async function editing(settings: Record<string, unknown>, requirements = text) {
  const files = { 'vercel.json': '{}', 'main.py': 'app = 1\n', 'requirements.txt': requirements };
  const disk = { [folder]: new Map(Object.entries(files)) };
  const client = connect(runtimeOver(disk, [requirementVersionUnknown], { askIndex: over }));
  await client.start({ folders: [folder], settings: { [folder]: settings } });
  await client.open(uri, requirements);
  return client;
}

describe('an editor that may ask the package index', () => {
  it('shows what it says, and forgets it once that is switched off', async () => {
    server = await serveIndex(tree({ flask }));
    const client = await editing({ online: true, packageIndex: server.url });
    expect(await client.diagnostics(uri)).toEqual([]);
    await expect.poll(async () => (await client.diagnostics(uri)).length, { timeout: 8000 }).toBe(1);
    const [problem] = await client.diagnostics(uri);
    expect(problem?.message).toContain('has no release 3.0.99 in the index at 127.0.0.1');
    expect(client.refreshes).toBeGreaterThan(0);
    const where = { textDocument: { uri }, position: { line: 0, character: 1 } };
    const hover = await client.request<Hover>('textDocument/hover', where);
    expect(JSON.stringify(hover.contents)).toContain(`From the index at ${server.url}`);
    client.settings = { [folder]: { online: false } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await expect.poll(async () => (await client.diagnostics(uri)).length, { timeout: 8000 }).toBe(0);
    expect(server.seen).toHaveLength(1);
  }, 20_000);

  it('says once that the index is down', async () => {
    const gone = await serveIndex(() => undefined);
    await gone.close();
    const client = await editing({ online: true, packageIndex: gone.url.replace('//', '//me:secret@') });
    await until(() => client.logs.length > 0, 8000);
    expect(client.logs).toEqual([
      `The package index at ${gone.url} gave no answer: the connection was refused. What is known offline stands.`,
    ]);
    expect(await client.diagnostics(uri)).toEqual([]);
  }, 20_000);

  it('is told nothing of packages from another index, which is said once', async () => {
    server = await serveIndex(tree({ flask }));
    const client = await editing(
      { online: true, packageIndex: server.url },
      `-i https://packages.example/simple\n${text}`,
    );
    await until(() => client.logs.length > 0, 8000);
    await client.change(uri, [{ text: `-i https://packages.example/simple\n\n${text}` }]);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(client.logs).toEqual([
      '1 pinned package comes from another index, which the project names; the index asked is told nothing of it. vercelPreflight.packageIndex names the index to ask.',
    ]);
    expect(server.seen).toEqual([]);
  }, 20_000);

  it('does not ask unless it is told to', async () => {
    server = await serveIndex(tree({ flask }));
    const client = await editing({ packageIndex: server.url });
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(server.seen).toEqual([]);
  }, 20_000);
});

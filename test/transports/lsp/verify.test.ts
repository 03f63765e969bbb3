import { describe, expect, it } from 'vitest';
import type { VerifyResult } from '../../../server/src/transports/lsp/protocol.ts';
import { connect, type LspClient, pushedEditor, until } from '../../support/lspClient.ts';
import { at, folder, runtimeOver, started } from './fixture.ts';

const runtimeTxt = at('backend/runtime.txt');
const verify = (client: LspClient, params = {}) => client.request<VerifyResult>('vercelPreflight/verify', params);
const codes = (client: LspClient, uri: string) => client.published.get(uri)?.diagnostics.map(({ code }) => code);

describe('verify', () => {
  it('answers with a report, a summary and the roots', async () => {
    const client = await started({
      'backend/vercel.json': '{}',
      'backend/runtime.txt': 'python-3.9',
      'web/vercel.json': '{}',
    });
    const { markdown, ...rest } = await verify(client);
    expect(rest).toEqual({
      summary: { errors: 2, warnings: 1, infos: 0 },
      projects: [
        { root: 'backend', uri: at('backend') },
        { root: 'web', uri: at('web') },
      ],
    });
    expect(markdown).toContain('# Deploy config');
    expect(markdown).toContain('## `backend` is not ready: 1 error and 1 warning');
    expect(markdown).toContain(`[backend/runtime.txt:1](${runtimeTxt}#L1)`);
    expect(markdown).toContain('  - Fix: Create `.python-version`');
  });

  it('publishes for files that are not open, follows them, and hands over to the open document', async () => {
    const files = new Map([
      ['backend/vercel.json', '{}'],
      ['backend/runtime.txt', 'python-3.9'],
    ]);
    const client = connect(runtimeOver({ [folder]: files }));
    await client.start({ folders: [folder] });
    await client.open(at('backend/vercel.json'), '{}');
    await verify(client);
    expect(codes(client, runtimeTxt)).toEqual(['runtime-prefix']);
    expect(codes(client, at('backend/vercel.json'))).toBeUndefined();

    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
    expect(codes(client, runtimeTxt)).toEqual([]);

    await client.close(runtimeTxt);
    await until(() => codes(client, runtimeTxt)?.length === 1);

    files.set('backend/runtime.txt', '3.9');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: runtimeTxt, type: 2 }] });
    await until(() => codes(client, runtimeTxt)?.length === 0);
  });

  it('publishes for open documents that no tab shows, and hands over when one does', async () => {
    const client = await started({ 'vercel.json': '{}', 'runtime.txt': 'python-3.9' });
    await client.open(at('runtime.txt'), 'python-3.9');
    await verify(client);
    expect(codes(client, at('runtime.txt'))).toBeUndefined();
    await client.notify('vercelPreflight/hidden', { uris: [at('runtime.txt')] });
    await until(() => codes(client, at('runtime.txt'))?.length === 1);
    await client.notify('vercelPreflight/hidden', { uris: [] });
    await until(() => codes(client, at('runtime.txt'))?.length === 0);
  });

  it('keeps what it said of a hidden document that is closed', async () => {
    const client = await started({ 'vercel.json': '{}', 'runtime.txt': 'python-3.9' });
    await client.open(at('runtime.txt'), 'python-3.9');
    await verify(client);
    await client.notify('vercelPreflight/hidden', { uris: [at('runtime.txt')] });
    await until(() => codes(client, at('runtime.txt'))?.length === 1);
    await client.close(at('runtime.txt'));
    await client.notify('vercelPreflight/hidden', { uris: [] });
    await verify(client);
    expect(codes(client, at('runtime.txt'))).toHaveLength(1);
  });

  it('does not disturb a client that is sent everything', async () => {
    const client = await started({ 'vercel.json': '{}', 'runtime.txt': 'python-3.9' }, { capabilities: pushedEditor });
    await verify(client);
    expect(codes(client, at('runtime.txt'))).toEqual(['runtime-prefix']);
    await client.open(at('runtime.txt'), 'python-3.9');
    await until(() => client.published.get(at('runtime.txt'))?.version === 1);
    expect(codes(client, at('runtime.txt'))).toEqual(['runtime-prefix']);
    await client.close(at('runtime.txt'));
    await until(
      () =>
        client.published.get(at('runtime.txt'))?.version === undefined &&
        codes(client, at('runtime.txt'))?.length === 1,
    );
  });

  it('takes a folder without evidence for a root when asked, and keeps it', async () => {
    const client = await started({ 'backend/main.py': '', 'backend/runtime.txt': 'python-3.9' });
    expect(await verify(client)).toMatchObject({ projects: [] });
    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
    expect(await verify(client, { folder: at('backend') })).toMatchObject({
      projects: [{ root: 'backend', uri: at('backend') }],
      summary: { warnings: 1 },
    });
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
    await until(() => client.refreshes === 1);
  });

  it('works in a folder that is switched off, and shows nothing elsewhere', async () => {
    const client = await started(
      { 'vercel.json': '{}', 'runtime.txt': 'python-3.9' },
      { settings: { [folder]: { enable: false } } },
    );
    expect(await verify(client)).toMatchObject({ summary: { errors: 1, warnings: 1, infos: 0 } });
    expect([...client.published.keys()]).toEqual([]);
    expect(await client.request('vercelPreflight/fixAll', {})).toMatchObject({ fixed: 0, left: 0 });
  });

  it('names the folder where there are several, and takes back what it said when one goes', async () => {
    const other = 'file:///other%20one';
    const files = new Map([['vercel.json', '{}']]);
    const client = connect(runtimeOver({ [folder]: files, [other]: files }));
    await client.start({ folders: [folder, other] });
    const { markdown } = await verify(client);
    expect(markdown).toContain('## `my projéct` is');
    expect(markdown).toContain('[other one/vercel.json:1](');
    expect(codes(client, at('vercel.json', other))).toHaveLength(1);
    const event = { added: [], removed: [{ uri: other, name: 'other' }] };
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    await until(() => codes(client, at('vercel.json', other))?.length === 0);
    expect(codes(client, at('vercel.json'))).toHaveLength(1);
  });
});

it('describes itself for a bug report', async () => {
  const client = await started({ 'backend/vercel.json': '{}' });
  const { text } = await client.request<{ text: string }>('vercelPreflight/debugInformation', {});
  expect(text).toContain(`Folder: ${folder}\n`);
  expect(text).toContain('roots: backend');
});

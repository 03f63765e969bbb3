import { describe, expect, it } from 'vitest';
import { connect, modernEditor, plainEditor, until } from '../../support/lspClient.ts';
import { at, type Disk, folder, runtimeOver, started } from './fixture.ts';

const runtimeTxt = at('runtime.txt');
const other = 'file:///other';

describe('workspace folders', () => {
  it('come and go; their documents move with them', async () => {
    const client = connect(runtimeOver({ [folder]: new Map(), [other]: new Map([['vercel.json', '{}']]) }));
    await client.start({ folders: [folder] });
    await client.open(at('deep/runtime.txt', other), 'python-3.9');
    expect(await client.diagnostics(at('deep/runtime.txt', other))).toEqual([]);
    const event = { added: [{ uri: other, name: 'other' }], removed: [] };
    await client.notify('workspace/didChangeWorkspaceFolders', { event });
    expect(await client.diagnostics(at('runtime.txt', other))).toEqual([]);
    await client.open(at('runtime.txt', other), 'python-3.9');
    expect(await client.diagnostics(at('runtime.txt', other))).toHaveLength(1);
    await until(() => client.refreshes === 1);
    await client.notify('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: event.added } });
    expect(await client.diagnostics(at('deep/runtime.txt', other))).toEqual([]);
    expect(client.logs).toEqual([]);
  });

  it('may lie inside each other: the inner one has its documents', async () => {
    const inner = at('backend');
    const client = connect(
      runtimeOver({ [folder]: new Map([['vercel.json', '{}']]), [inner]: new Map([['vercel.json', '{}']]) }),
    );
    await client.start({ folders: [folder, inner], settings: { [inner]: { enable: false } } });
    await client.open(at('backend/runtime.txt'), 'python-3.9');
    expect(await client.diagnostics(at('backend/runtime.txt'))).toEqual([]);
    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
  });

  it('may lie inside each other: a root in the outer one still sees what is open in the inner one', async () => {
    const inner = at('app');
    const client = connect(runtimeOver({ [folder]: new Map([['vercel.json', '{}']]), [inner]: new Map() }));
    await client.start({ folders: [folder, inner] });
    await client.open(at('app/runtime.txt'), 'python-3.9');
    expect(await client.request('vercelPreflight/verify', {})).toMatchObject({ projects: [{ root: '', uri: folder }] });
    await client.open(at('app/vercel.json'), '{}');
    expect(await client.request('vercelPreflight/verify', {})).toMatchObject({
      projects: [
        { root: '', uri: folder },
        { root: '', uri: inner },
      ],
    });
    expect(await client.diagnostics(at('app/runtime.txt'))).toHaveLength(1);
  });

  it('are not needed for a file whose own folder has evidence', async () => {
    const client = connect(
      runtimeOver({
        [other]: new Map([
          ['vercel.json', '{}'],
          ['.python-version', '3'],
        ]),
        [folder]: new Map([['below/vercel.json', '{}']]),
      }),
    );
    await client.start({});
    await client.open(at('runtime.txt', other), 'python-3.9');
    expect(await client.diagnostics(at('runtime.txt', other))).toHaveLength(1);
    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
  });

  it('may be named as Windows does, in two ways', async () => {
    const client = connect(runtimeOver({ 'file:///c%3A/My%20App': new Map([['vercel.json', '{}']]) }));
    await client.start({ folders: ['file:///c%3A/My%20App'] });
    await client.open('file:///C:/my app/runtime.txt', 'python-3.9');
    expect(await client.diagnostics('file:///C:/my app/runtime.txt')).toHaveLength(1);
  });
});

describe('settings', () => {
  it('are those of the folder', async () => {
    const disk = { [folder]: new Map([['vercel.json', '{}']]), [other]: new Map([['vercel.json', '{}']]) };
    const client = connect(runtimeOver(disk));
    await client.start({
      folders: [folder, other],
      settings: {
        [folder]: { rules: { 'runtime-prefix': 'error', 'doubled-letter': 'off' } },
        [other]: { enable: false },
      },
    });
    for (const uri of [runtimeTxt, at('runtime.txt', other)]) await client.open(uri, 'python-xx');
    expect(await client.diagnostics(runtimeTxt)).toMatchObject([{ code: 'runtime-prefix', severity: 1 }]);
    expect(await client.diagnostics(at('runtime.txt', other))).toEqual([]);
  });

  it('leave out what they exclude, and are read again when they change', async () => {
    const client = await started(
      { 'vercel.json': '{}', 'legacy/vercel.json': '{}' },
      { settings: { [folder]: { exclude: ['legacy/**', 17], rules: 'none', enable: 'perhaps' } } },
    );
    await client.open(at('legacy/runtime.txt'), 'python-3.9');
    expect(await client.diagnostics(at('legacy/runtime.txt'))).toEqual([]);
    client.settings = {};
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await client.diagnostics(at('legacy/runtime.txt'))).toHaveLength(1);
    await until(() => client.refreshes === 1);
  });

  it('are taken from what a client sends that cannot be asked', async () => {
    const client = await started(
      { 'vercel.json': '{}' },
      {
        capabilities: { textDocument: { ...plainEditor.textDocument, diagnostic: {} } },
        initializationOptions: { vercelPreflight: { enable: false } },
      },
    );
    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
    await client.notify('workspace/didChangeConfiguration', { settings: { vercelPreflight: { enable: true } } });
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
    expect(client.registrations).toEqual([]);
  });
});

describe('files on disk', () => {
  const change = (path: string, type: number) => ({ changes: [{ uri: at(path), type }] });

  it('are watched by name, where the client can', async () => {
    const client = await started({});
    await until(() => client.registrations.length === 2);
    const watched = client.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
    const { watchers: patterns } = (watched?.registerOptions ?? { watchers: [] }) as {
      watchers: { globPattern: string }[];
    };
    expect(patterns.map(({ globPattern }) => globPattern)).not.toContain('**/*');
    expect(JSON.stringify(patterns)).toContain('vercel.json');
  });

  it('count again after they changed', async () => {
    const files = new Map<string, string>();
    const disk: Disk = { [folder]: files };
    const client = connect(runtimeOver(disk));
    await client.start({ folders: [folder] });
    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
    files.set('vercel.json', '{}');
    await client.notify('workspace/didChangeWatchedFiles', change('vercel.json', 1));
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
    await until(() => client.refreshes === 1);
    files.delete('vercel.json');
    await client.notify('workspace/didChangeWatchedFiles', change('vercel.json', 3));
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
  });

  it('are no news in folders that are never looked into', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.notify('workspace/didChangeWatchedFiles', change('.venv/lib/x.py', 1));
    await client.notify('workspace/didChangeWatchedFiles', change('../x.py', 1));
    await new Promise((resolve) => setTimeout(resolve, 350));
    expect(client.refreshes).toBe(0);
  });

  it('are looked at again after a save, for a client that does not watch them', async () => {
    const files = new Map<string, string>();
    const client = connect(runtimeOver({ [folder]: files }));
    await client.start({
      folders: [folder],
      capabilities: { ...modernEditor, workspace: { ...modernEditor.workspace, didChangeWatchedFiles: {} } },
    });
    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
    files.set('vercel.json', '{}');
    await client.notify('textDocument/didSave', { textDocument: { uri: runtimeTxt } });
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
  });

  it('count again once their document is closed', async () => {
    const client = await started({ 'vercel.json': '{}', 'runtime.txt': 'python-3.9' });
    await client.open(at('.python-version'), '3.12');
    await client.open(at('vercel.json'), '{}');
    expect(await client.diagnostics(at('vercel.json'))).toEqual([]);
    await client.close(at('.python-version'));
    expect(await client.diagnostics(at('vercel.json'))).toHaveLength(1);
  });
});

import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver/node';
import { connect, modernEditor, plainEditor, pushedEditor, until } from '../../support/lspClient.ts';
import { allRules, at, crashingRule, encodingRule, folder, runtimeOver, started, wholeFile } from './fixture.ts';

const runtimeTxt = at('runtime.txt');

describe('pulled diagnostics', () => {
  it('are there, and go with the keystroke that mends the file', async () => {
    const client = await started({ 'vercel.json': '{}', '.python-version': '3.12' });
    await client.open(runtimeTxt, '\npython-3.9\n');
    expect(await client.diagnostics(runtimeTxt)).toEqual([
      {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
        severity: 2,
        code: 'runtime-prefix',
        codeDescription: { href: expect.stringMatching(/^https:.*\/docs\/rules\/runtime-prefix\.md$/) },
        source: 'preflight',
        message: '`python-` is not read.',
        tags: [1],
      },
    ]);
    await client.change(runtimeTxt, [
      { range: { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } }, text: '' },
    ]);
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
  });

  it('have an id that says whether anything changed', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, 'python-3.9');
    const first = await client.pull(runtimeTxt);
    expect(first).toMatchObject({ kind: 'full', items: [{ code: 'runtime-prefix' }] });
    expect(await client.pull(runtimeTxt, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.change(runtimeTxt, [{ text: '3.9' }]);
    expect(await client.pull(runtimeTxt, first.resultId)).toMatchObject({ kind: 'full', items: [] });
  });

  it('depend on other open documents', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(at('vercel.json'), '{}');
    await client.open(runtimeTxt, '3.9');
    const [problem] = await client.diagnostics(at('vercel.json'));
    expect(problem).toMatchObject({
      severity: 1,
      relatedInformation: [{ location: { uri: runtimeTxt }, message: 'The version stands here.' }],
    });
    await client.open(at('.python-version'), '3.12');
    expect(await client.diagnostics(at('vercel.json'))).toEqual([]);
  });

  it('stay away outside every root, and for documents that are no files of the folder', async () => {
    const client = await started({ 'backend/vercel.json': '{}', 'other/runtime.txt': '' });
    const odd = [
      at('other/runtime.txt'),
      'untitled:runtime.txt',
      `git:${folder.slice(5)}/backend/runtime.txt?%7B%7D`,
      'vscode-vfs://github/owner/repo/runtime.txt',
      'not a uri',
      '',
    ];
    for (const uri of odd) {
      await client.open(uri, 'python-3.9');
      expect(await client.diagnostics(uri)).toEqual([]);
      expect(await client.codeActions(uri, wholeFile)).toEqual([]);
    }
    await client.open(at('backend/runtime.txt'), 'python-3.9');
    expect(await client.diagnostics(at('backend/runtime.txt'))).toHaveLength(1);
    expect(client.logs).toEqual([]);
  });

  it('say of a huge file that it is not checked', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, `python-3.9${' '.repeat(1024 * 1024)}`);
    expect(await client.diagnostics(runtimeTxt)).toMatchObject([
      { severity: 3, message: expect.stringContaining('too large to check') },
    ]);
  });

  it('lose a crashing rule alone, and say so once in the log', async () => {
    const client = connect(runtimeOver({ [folder]: new Map([['vercel.json', '{}']]) }, [crashingRule, ...allRules]));
    await client.start({ folders: [folder] });
    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toMatchObject([{ code: 'runtime-prefix' }]);
    await client.change(runtimeTxt, [{ text: 'python-3.8' }]);
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
    expect(client.logs.filter((line) => line.includes('always-crashes') && line.includes('as agreed'))).toHaveLength(1);
  });

  it('are answered as cancelled to who no longer wants them', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, 'python-3.9');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: runtimeTxt } },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
  });

  it('count bytes for a client that knows UTF-8 alone', async () => {
    const client = await started(
      { 'vercel.json': '{}' },
      { capabilities: { ...modernEditor, general: { positionEncodings: ['utf-8'] } } },
    );
    await client.open(runtimeTxt, '\u20ac python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toMatchObject([
      { range: { start: { character: 4 }, end: { character: 11 } } },
    ]);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
    await client.notify('textDocument/didChange', {
      textDocument: { uri: runtimeTxt, version: 2 },
      contentChanges: [{ range, text: '\u00e9' }],
    });
    expect(await client.diagnostics(runtimeTxt)).toMatchObject([
      { range: { start: { character: 3 }, end: { character: 10 } } },
    ]);
  });
});

describe('pushed diagnostics', () => {
  const pushed = (client: { published: Map<string, { diagnostics: Diagnostic[]; version?: number }> }) =>
    client.published.get(runtimeTxt);

  it('come with the version they belong to, the last one only, and go when the document is closed', async () => {
    const client = await started({ 'vercel.json': '{}' }, { capabilities: pushedEditor });
    await client.open(runtimeTxt, 'python-3.9');
    await client.change(runtimeTxt, [{ text: 'python-3.10' }]);
    await until(() => pushed(client) !== undefined);
    expect(pushed(client)).toMatchObject({ version: 2, diagnostics: [{ code: 'runtime-prefix' }] });
    await client.change(runtimeTxt, [{ text: '3.10' }]);
    await until(() => pushed(client)?.version === 3);
    expect(pushed(client)?.diagnostics).toEqual([]);
    await client.change(runtimeTxt, [{ text: 'python-3' }]);
    await until(() => pushed(client)?.version === 4);
    await client.close(runtimeTxt);
    await until(() => pushed(client)?.version === undefined);
    expect(pushed(client)?.diagnostics).toEqual([]);
  });

  it('reach a client that knows nothing newer, and has no folder', async () => {
    const client = await started(
      { 'vercel.json': '{}', 'runtime.txt': '' },
      { capabilities: plainEditor, folders: undefined },
    );
    await client.open(runtimeTxt, 'python-3.9');
    await until(() => pushed(client) !== undefined);
    expect(pushed(client)?.diagnostics).toHaveLength(1);
    const [action] = await client.codeActions(runtimeTxt, wholeFile);
    expect(action?.edit).toEqual({ changes: { [runtimeTxt]: [expect.objectContaining({ newText: '' })] } });
  });
});

it('reads a folder that is not on a disk through the client', async () => {
  const github = 'vscode-vfs://github/owner/repo';
  const client = connect(runtimeOver({}, [...allRules]));
  const served = new Map([[`${github}/backend/vercel.json`, '{}']]);
  client.connection.onRequest('vercelPreflight/listDirectory', ({ uri }: { uri: string }) => {
    if (uri === github) return [{ name: 'backend', kind: 'directory' }];
    return uri === `${github}/backend`
      ? [
          { name: 'vercel.json', kind: 'file' },
          { name: 'runtime.txt', kind: 'file' },
        ]
      : [];
  });
  client.connection.onRequest('vercelPreflight/readFile', ({ uri }: { uri: string }) => {
    if (uri.endsWith('runtime.txt')) return { base64: Buffer.from('\ufeffpython-3.9', 'utf16le').toString('base64') };
    const text = served.get(uri);
    return text === undefined ? null : { base64: Buffer.from(text).toString('base64') };
  });
  await client.start({ folders: [github] });
  const uri = `${github}/backend/runtime.txt`;
  await client.open(uri, 'python-3.9');
  expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual(['runtime-prefix', encodingRule.name]);
});

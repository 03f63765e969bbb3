import { describe, expect, it } from 'vitest';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import { at, folder, started } from './fixture.ts';

const uri = at('.vercel-preflight.toml');
const runtimeTxt = at('runtime.txt');

describe('the configuration file in an editor', () => {
  it('takes effect as it is typed, and goes before the settings of the editor', async () => {
    const settings = { [folder]: { rules: { 'runtime-prefix': 'error' } } };
    const client = await started({ '.vercel-preflight.toml': '' }, { settings });
    await client.open(runtimeTxt, 'python-3.9');
    await client.open(uri, '[rules]\n');
    const severities = async () => (await client.diagnostics(runtimeTxt)).map(({ severity }) => severity);
    expect(await severities()).toEqual([1]);
    await client.change(uri, [{ text: '[rules]\nruntime-prefix = "info"\n' }]);
    expect(await severities()).toEqual([3]);
    await client.change(uri, [{ text: '[rules]\nruntime-prefix = "inf' }]);
    expect(await severities()).toEqual([1]);
    await client.change(uri, [{ text: 'exclude = ["runtime.txt"]\n' }]);
    expect(await severities()).toEqual([]);
  });

  it('makes its folder one that is checked, unsaved as it is', async () => {
    const client = await started({});
    await client.open(runtimeTxt, 'python-3.9');
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
    await client.open(uri, '');
    expect(await client.diagnostics(runtimeTxt)).toHaveLength(1);
  });

  it('is explained and completed where the caret is', async () => {
    const client = await started({ '.vercel-preflight.toml': '' });
    await client.open(uri, '# 😀\n[rules]\nruntime-prefix = "o"\n');
    const textDocument = { uri };
    const hover = await client.request<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 1, character: 2 },
    });
    expect(hover.range).toEqual({ start: { line: 1, character: 1 }, end: { line: 1, character: 6 } });
    expect(hover.contents).toMatchObject({ kind: 'markdown', value: expect.stringContaining('single rules') });
    const position = { line: 2, character: 19 };
    const items = await client.request<CompletionItem[]>('textDocument/completion', { textDocument, position });
    expect(items.map(({ label }) => label)).toEqual(['error', 'warning', 'info', 'off']);
    expect(items[3]?.textEdit).toEqual({
      range: { start: { line: 2, character: 18 }, end: { line: 2, character: 19 } },
      newText: 'off',
    });
  });

  it('alone has hovers and completions so far', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, 'python-3.9');
    const where = { textDocument: { uri: runtimeTxt }, position: { line: 0, character: 3 } };
    expect(await client.request('textDocument/hover', where)).toBeNull();
    expect(await client.request('textDocument/completion', where)).toEqual([]);
  });
});

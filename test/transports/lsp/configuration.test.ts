import { describe, expect, it } from 'vitest';
import type { CompletionItem, Hover } from 'vscode-languageserver/node';
import type { FixAllResult, VerifyResult } from '../../../server/src/transports/lsp/protocol.ts';
import { until } from '../../support/lspClient.ts';
import { at, folder, started, wholeFile } from './fixture.ts';

const uri = at('.vercel-preflight.toml');
const runtimeTxt = at('runtime.txt');

/** Every way in which a problem reaches an editor. */
async function seen(file: string | undefined, rules: Record<string, string>) {
  const files = { 'vercel.json': '{}', '.python-version': '3.12', 'runtime.txt': 'python-3.9' };
  const settings = { [folder]: { rules } };
  const client = await started(file === undefined ? files : { ...files, '.vercel-preflight.toml': file }, { settings });
  await client.open(runtimeTxt, 'python-3.9');
  const { markdown, summary } = await client.request<VerifyResult>('vercelPreflight/verify', {});
  const { fixed } = await client.request<FixAllResult>('vercelPreflight/fixAll', {});
  const actions = await client.codeActions(runtimeTxt, wholeFile);
  return {
    diagnostics: (await client.diagnostics(runtimeTxt)).map(({ severity }) => severity),
    // What converts a file is offered whatever is reported.
    actions: actions.some(({ kind }) => kind === 'quickfix'),
    summary,
    isReported: markdown.includes('`python-` is not read'),
    fixed,
  };
}

describe('a severity', () => {
  const none = { errors: 0, warnings: 0, infos: 0 };
  const off = { diagnostics: [], actions: false, summary: none, isReported: false, fixed: 0 };
  const on = { actions: true, isReported: true, fixed: 1 };
  const toml = (severity: string) => `rules.runtime-prefix = "${severity}"\n`;

  it.each([
    ['is the rule’s own', undefined, {}, { ...on, diagnostics: [2], summary: { ...none, warnings: 1 } }],
    [
      'by setting',
      undefined,
      { 'runtime-prefix': 'error' },
      { ...on, diagnostics: [1], summary: { ...none, errors: 1 } },
    ],
    ['off by setting', undefined, { 'runtime-prefix': 'off' }, off],
    ['by file', toml('info'), {}, { ...on, diagnostics: [3], summary: { ...none, infos: 1 } }],
    ['off by file', toml('off'), {}, off],
    [
      'by file before the setting',
      toml('info'),
      { 'runtime-prefix': 'off' },
      { ...on, diagnostics: [3], summary: { ...none, infos: 1 } },
    ],
    [
      'of a word that is none changes nothing',
      toml('of'),
      { 'runtime-prefix': 'warn' },
      { ...on, diagnostics: [2], summary: { ...none, warnings: 1 } },
    ],
  ])('%s', async (_name, file, rules, expected) => {
    expect(await seen(file, rules)).toEqual(expected);
  });
});

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

  it('has the other documents asked about again', async () => {
    const client = await started({ 'vercel.json': '{}' });
    await client.open(runtimeTxt, 'python-3.9');
    await until(() => client.refreshes > 0);
    const before = client.refreshes;
    await client.open(uri, 'rules.runtime-prefix = "off"');
    await until(() => client.refreshes > before);
    expect(await client.diagnostics(runtimeTxt)).toEqual([]);
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
});

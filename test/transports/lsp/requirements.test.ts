import { describe, expect, it } from 'vitest';
import type { CompletionItem, DocumentLink, Hover } from 'vscode-languageserver/node';
import { at, started } from './fixture.ts';

const uri = at('requirements.txt');
const text = '-r more/base.txt\nscipy==1.10.1\n';
const files = {
  'vercel.json': '{}',
  '.python-version': '3.13\n',
  'more/base.txt': 'flask\n',
  'requirements.txt': text,
};

describe('an editor', () => {
  it('shows what is known of a requirement, completes it, and follows its links', async () => {
    const client = await started(files);
    await client.open(uri, text);
    const where = { textDocument: { uri }, position: { line: 1, character: 8 } };
    const hover = await client.request<Hover>('textDocument/hover', where);
    expect(hover.range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 13 } });
    expect(JSON.stringify(hover.contents)).toContain('1.10.1 (pinned here)');
    const items = await client.request<CompletionItem[]>('textDocument/completion', where);
    expect(items[0]).toMatchObject({ detail: 'fits Python 3.13', sortText: '0000' });
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
    expect(links.map(({ target }) => target)).toEqual(['https://pypi.org/project/scipy/', at('more/base.txt')]);
  });

  it('is told nothing in a folder that is not checked', async () => {
    const client = await started(files, { settings: { 'file:///code/my%20proj%C3%A9ct': { enable: false } } });
    await client.open(uri, text);
    expect(await client.request('textDocument/documentLink', { textDocument: { uri } })).toEqual([]);
    const where = { textDocument: { uri }, position: { line: 1, character: 2 } };
    expect(await client.request('textDocument/hover', where)).toBeNull();
  });
});

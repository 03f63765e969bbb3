import { describe, expect, it } from 'vitest';
import type { InlayHint } from 'vscode-languageserver';
import type { LspClient } from '../../support/lspClient.ts';
import { at, started } from './fixture.ts';

const lines = (first: number, last: number) => ({
  start: { line: first, character: 0 },
  end: { line: last, character: 0 },
});

const hints = (client: LspClient, path: string, range = lines(0, 99)) =>
  client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri: at(path) }, range });

describe('inlay hints', () => {
  it('are given for the lines that are asked for, and follow unsaved text', async () => {
    const client = await started({ 'vercel.json': '{}', 'requirements.txt': 'flask' });
    await client.open(at('app.py'), '# One\nfrom flask import Flask\napp = Flask(__name__)\n');
    const [hint] = await hints(client, 'app.py');
    expect(hint).toMatchObject({ position: { line: 2, character: 21 }, label: 'Vercel serves app (WSGI)' });
    expect(await hints(client, 'app.py', lines(0, 1))).toEqual([]);
    await client.open(at('.python-version'), '3.13\n');
    expect(await hints(client, '.python-version')).toMatchObject([{ label: 'Vercel runs 3.13' }]);
  });

  it('are absent outside of every root, and in a folder where checks are off', async () => {
    const client = await started({ 'requirements.txt': 'flask' });
    await client.open(at('app.py'), 'from flask import Flask\napp = Flask(__name__)\n');
    expect(await hints(client, 'app.py')).toEqual([]);
  });
});

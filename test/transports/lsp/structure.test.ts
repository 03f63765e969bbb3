import { describe, expect, it } from 'vitest';
import type { FoldingRange, SelectionRange } from 'vscode-languageserver/node';
import { at, started } from './fixture.ts';

const files = {
  'vercel.json': '{\n  "crons": [\n  ]\n}\n',
  'main.py': 'def f():\n    return 1\n',
  'pyproject.toml': '# é\n# ü\n[project]\nname = "x"\n\n[tool]\na = 1\n',
  '.python-version': '3.12\n',
  'other.txt': 'x\n  y\n',
};

async function asked<T>(path: keyof typeof files, method: string, more: object = {}, settings?: object) {
  const client = await started(files, settings ? { settings: { 'file:///code/my%20proj%C3%A9ct': settings } } : {});
  await client.open(at(path), files[path]);
  const answer = await client.request<T | null>(method, { textDocument: { uri: at(path) }, ...more });
  expect(client.logs).toEqual([]);
  return answer;
}

const folds = (path: keyof typeof files) => asked<FoldingRange[]>(path, 'textDocument/foldingRange');

describe('folding', () => {
  it('is answered where no one else does', async () => {
    expect(await folds('pyproject.toml')).toEqual([
      { startLine: 2, endLine: 3, kind: 'region' },
      { startLine: 5, endLine: 6, kind: 'region' },
      { startLine: 0, endLine: 1, kind: 'comment' },
    ]);
  });

  // A list, even an empty one, would keep an editor from looking at the indentation.
  it.each(['main.py', 'vercel.json', '.python-version', 'other.txt'] as const)('is left open in %s', async (path) => {
    expect(await folds(path)).toBeNull();
  });
});

describe('a growing selection', () => {
  const positions = [
    { line: 3, character: 8 },
    { line: 6, character: 0 },
  ];

  it('has an answer for each caret, the smallest outermost', async () => {
    const found = await asked<SelectionRange[]>('pyproject.toml', 'textDocument/selectionRange', { positions });
    const lines = (one?: SelectionRange): number[] =>
      one ? [one.range.end.line - one.range.start.line, ...lines(one.parent)] : [];
    expect(found?.map(lines)).toEqual([
      [0, 0, 0, 1, 7],
      [0, 0, 1, 7],
    ]);
    expect(found?.[0]?.range).toEqual({ start: { line: 3, character: 8 }, end: { line: 3, character: 9 } });
  });

  it.each(['main.py', 'vercel.json', 'other.txt'] as const)('is left open in %s', async (path) => {
    expect(await asked(path, 'textDocument/selectionRange', { positions: [{ line: 0, character: 0 }] })).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { chunkStarts } from '../../../server/src/documents/python/chunks.ts';

function chunksOf(text: string): string[] {
  const starts = chunkStarts(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1]));
}

describe('chunks', () => {
  it.each([
    ['statements with the comments behind them', ['import a\n# c\n\n', 'b = 1 # c\n', 'c']],
    ['clauses', ['if a:\n  b\nelif c:\n  d\nelse:\n  e\n', 'try:\n  a\nexcept A:\n  b\nfinally:\n  c\n']],
    ['decorators', ['@a\n@b(\n1)\n# c\nasync def f():\n  pass\n', '@c\n', 'x = 1\n', '@d\nclass A: pass\n']],
    ['brackets', ['a = (\nb, [\nc\n])\n', 'd = {\n}\n', 'e']],
    ['strings', ['"""a\nimport b\n\\"""\nc"""\n', "d = 'e\\\nf'\n", "r'\\'\n", 'g']],
    ['short strings that are not closed', ["a = 'b\n", 'c = "d\n', 'e']],
    ['a continued line', ['a = b + \\\nc\n', 'd']],
    ['line endings', ['a\r\n', 'b = (\r\n1)\r\n', 'c\r', 'd']],
    [
      'brackets that are not closed',
      ['a = f(\n\n', 'import b\n', 'c = [\n', 'from d import e\n', 'g = {\n', '@h\ndef i(:\n  j\n'],
    ],
    ['words in brackets that an expression can hold', ['a = (b\nif c\nelse d)\n', '(yield\nfrom e)\n']],
  ])('are split right with %s', (_, chunks) => {
    expect(chunksOf(chunks.join(''))).toEqual(chunks);
  });

  it('are one of an empty text', () => {
    expect(chunkStarts('')).toEqual([0]);
  });
});

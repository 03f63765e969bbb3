import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/edit.ts';
import { keepingFinalNewline } from '../../server/src/text/finalNewline.ts';
import { quoteOf } from '../../server/src/text/quotes.ts';

const changed = (text: string, ...edits: [start: number, end: number, newText: string][]) =>
  applyEdits(
    text,
    keepingFinalNewline(
      text,
      edits.map(([start, end, newText]) => ({ span: { start, end }, newText })),
    ),
  );

describe('the end of a file', () => {
  it.each([
    ['a\nb', [2, 3, ''], 'a'],
    ['a\r\nb', [3, 4, ''], 'a'],
    ['a\n\nb', [3, 4, ''], 'a'],
    ['a', [1, 1, '\nb\n'], 'a\nb'],
    ['a\nb\n', [1, 4, ''], 'a\n'],
    ['a\r\nb\r\n', [1, 6, ''], 'a\r\n'],
    ['a\nb\n', [0, 2, ''], 'b\n'],
    ['a\n', [0, 2, ''], ''],
    ['', [0, 0, 'a\n'], 'a\n'],
  ] as const)('of %j after %j', (text, edit, expected) => {
    expect(changed(text, [...edit])).toBe(expected);
  });
});

describe('the quote of a module', () => {
  it.each([
    ["a = 'x'\n", "'"],
    [`"""It."""\na = 'x'\n`, "'"],
    [`a = 'x' + "y"\n`, '"'],
    ['a = 1\n', '"'],
    ["# don't\n", '"'],
  ])('%j', (text, quote) => {
    expect(quoteOf(text)).toBe(quote);
  });
});

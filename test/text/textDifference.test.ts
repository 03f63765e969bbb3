import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/edit.ts';
import { textDifference } from '../../server/src/text/textDifference.ts';

const texts = fc
  .array(fc.constantFrom('a', 'b', '\n', '\r\n', '\r', '\ud83d\ude00', '\ud83d\ude01', 'key = 1\n'))
  .map((parts) => parts.join(''));

it('turns one text into the other', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(applyEdits(before, textDifference(before, after))).toBe(after);
    }),
    { numRuns: 1000 },
  );
});

it('leaves what stays alone', () => {
  const before = 'one\ntwo\nthree\nfour\nfive\n';
  const after = 'one\n2\nthree\nfour\nfive six\n';
  expect(textDifference(before, after)).toEqual([
    { span: { start: 4, end: 7 }, newText: '2' },
    { span: { start: 23, end: 23 }, newText: ' six' },
  ]);
  expect(textDifference(before, before)).toEqual([]);
});

it('does not cut a character or a line ending in two', () => {
  expect(textDifference('\ud83d\ude00', '\ud83d\ude01')).toEqual([
    { span: { start: 0, end: 2 }, newText: '\ud83d\ude01' },
  ]);
  expect(textDifference('a\r\n', 'a\n')).toEqual([{ span: { start: 1, end: 3 }, newText: '\n' }]);
});

it('replaces a long middle as one', () => {
  const before = Array.from({ length: 2000 }, (_, line) => `before ${line}\n`).join('');
  const after = Array.from({ length: 2000 }, (_, line) => `after ${line}\n`).join('');
  const edits = textDifference(before, after);
  expect(edits).toHaveLength(1);
  expect(applyEdits(before, edits)).toBe(after);
});

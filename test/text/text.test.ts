import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, editsOverlap } from '../../server/src/text/edit.ts';
import { fullLines, indentationAt, lineAt, lineEndingOf } from '../../server/src/text/lines.ts';
import { nearest } from '../../server/src/text/nearest.ts';
import { textAt } from '../../server/src/text/span.ts';

const edit = (start: number, end: number, newText: string) => ({ span: { start, end }, newText });

describe('applyEdits', () => {
  it('makes all edits at once, in any order', () => {
    expect(applyEdits('abcdef', [edit(4, 5, 'E'), edit(0, 1, ''), edit(2, 2, '--')])).toBe('b--cdEf');
  });

  it('keeps the order of two insertions at one place', () => {
    expect(applyEdits('ab', [edit(1, 1, 'x'), edit(1, 1, 'y')])).toBe('axyb');
  });

  it.each([[[edit(0, 2, 'x'), edit(1, 3, 'y')]], [[edit(3, 9, 'x')]], [[edit(2, 1, 'x')]]])('refuses %j', (edits) => {
    expect(() => applyEdits('abcd', edits)).toThrow(RangeError);
  });

  it('says when two sets of edits get in each other’s way', () => {
    expect(editsOverlap([edit(0, 3, '')], [edit(2, 4, '')])).toBe(true);
    expect(editsOverlap([edit(0, 2, '')], [edit(2, 4, '')])).toBe(false);
    expect(editsOverlap([edit(2, 2, 'a')], [edit(2, 2, 'b')])).toBe(true);
  });
});

describe('lines', () => {
  it('are found with every kind of ending', () => {
    const text = 'one\r\n  two\nthree\rfour';
    expect(textAt(text, lineAt(text, 7))).toBe('  two');
    expect(textAt(text, fullLines(text, { start: 7, end: 8 }))).toBe('  two\n');
    expect(textAt(text, fullLines(text, { start: 1, end: 7 }))).toBe('one\r\n  two\n');
    expect(textAt(text, lineAt(text, text.length))).toBe('four');
    expect(indentationAt(text, 8)).toBe('  ');
    expect(lineEndingOf(text)).toBe('\r\n');
    expect(lineEndingOf('x')).toBe('\n');
  });

  it('hold their offset, and join to the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\r', '😀') }), fc.nat(40), (text, at) => {
        const offset = Math.min(at, text.length);
        if (text[offset - 1] === '\r' && text[offset] === '\n') return;
        const { start, end } = lineAt(text, offset);
        expect(start <= offset && offset <= end).toBe(true);
        expect(textAt(text, { start, end })).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('nearest', () => {
  it.each([
    ['fucntions', 'functions'],
    ['build', 'builds'],
    ['Rewrites', 'rewrites'],
    ['zzz', undefined],
  ])('%s means %s', (word, expected) => {
    expect(nearest(word, ['builds', 'functions', 'rewrites', 'framework'])).toBe(expected);
  });
});

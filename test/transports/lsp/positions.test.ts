import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Lines } from '../../../server/src/transports/lsp/positions.ts';

const texts = fc
  .array(fc.constantFrom('a', '\n', '\r\n', '\r', '\u00e9', '\u20ac', '\ud83d\ude00', ' ', 'xyz'))
  .map((parts) => parts.join(''));

describe('Lines', () => {
  it('agrees with the library on UTF-16', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = TextDocument.create('file:///x', 'x', 1, text);
        const lines = new Lines(text, 'utf-16');
        for (let offset = 0; offset <= text.length; offset++) {
          const isInsideLineEnding = text.slice(offset - 1, offset + 1) === '\r\n' && offset > 0;
          if (!isInsideLineEnding) expect(lines.positionAt(offset)).toEqual(document.positionAt(offset));
        }
      }),
    );
  });

  it.each(['utf-16', 'utf-8'] as const)('comes back to the same offset in %s', (encoding) => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new Lines(text, encoding);
        let offset = 0;
        for (const character of text) {
          const isInsideLineEnding = text.slice(offset - 1, offset + 1) === '\r\n' && offset > 0;
          if (!isInsideLineEnding) expect(lines.offsetAt(lines.positionAt(offset))).toBe(offset);
          offset += character.length;
        }
      }),
    );
  });

  it('counts bytes where that was agreed', () => {
    const lines = new Lines('\u00e9\u20ac\ud83d\ude00x', 'utf-8');
    expect(lines.positionAt(4)).toEqual({ line: 0, character: 9 });
    expect(lines.offsetAt({ line: 0, character: 9 })).toBe(4);
  });

  it('takes positions outside the text for its ends', () => {
    const lines = new Lines('ab\r\ncd', 'utf-16');
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(6);
    expect(lines.offsetAt({ line: -1, character: 5 })).toBe(0);
    expect(lines.positionAt(99)).toEqual({ line: 1, character: 2 });
  });
});

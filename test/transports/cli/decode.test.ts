import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../../server/src/documents/sourceFile.ts';
import { decode, encode, isFaithful } from '../../../server/src/transports/decode.ts';

const encodings: readonly Encoding[] = ['utf-8-bom', 'utf-16le', 'utf-16be'];

describe('decode', () => {
  it('tells encodings by their byte order mark', () => {
    expect(decode(Buffer.from('ä'))).toEqual({ text: 'ä', encoding: 'utf-8' });
    expect(decode(Buffer.from('\ufeffä'))).toEqual({ text: 'ä', encoding: 'utf-8-bom' });
    expect(decode(Buffer.from('\ufeffä', 'utf16le'))).toEqual({ text: 'ä', encoding: 'utf-16le' });
    expect(decode(Buffer.from('\ufeffä', 'utf16le').swap16())).toEqual({ text: 'ä', encoding: 'utf-16be' });
    expect(decode(Buffer.from(''))).toEqual({ text: '', encoding: 'utf-8' });
    expect(decode(Buffer.from('a\0b'))).toMatchObject({ encoding: 'binary' });
  });

  it('reads what it can of bytes that are not UTF-8, and says that they cannot be written again', () => {
    const bytes = Buffer.from('caf\xe9', 'latin1');
    const file = decode(bytes);
    expect(file).toEqual({ text: 'caf\ufffd', encoding: 'utf-8' });
    expect(isFaithful(bytes, file)).toBe(false);
    expect(isFaithful(Buffer.from('\ufffd'), decode(Buffer.from('\ufffd')))).toBe(true);
    expect(isFaithful(Buffer.from([0xff, 0xfe, 0x61]), decode(Buffer.from([0xff, 0xfe, 0x61])))).toBe(false);
  });

  it('comes back from encode as it was, whatever the bytes and the text', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, fc.constantFrom(...encodings), (given, encoding) => {
        expect(decode(encode({ text: given, encoding }))).toEqual({ text: given, encoding });
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const file = decode(bytes);
        if (isFaithful(bytes, file)) expect(encode(file)).toEqual(bytes);
      }),
    );
  });
});

import type { Encoding, SourceFile } from '../documents/sourceFile.ts';

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8-bom', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * The text of a file, and how it is encoded: by its byte order mark, else UTF-8. Bytes that are not UTF-8 become U+FFFD,
 * as in Node and in editors; a file without a mark that holds NUL bytes is no text.
 */
export function decode(bytes: Uint8Array): SourceFile {
  const [encoding, mark] = marks.find((candidate) => startsWith(bytes, candidate[1])) ?? [undefined, []];
  const body = bytes.subarray(mark.length);
  if (encoding === undefined) {
    return { text: decoded(body, 'utf-8'), encoding: bytes.includes(0) ? 'binary' : 'utf-8' };
  }
  return { text: decoded(body, encoding === 'utf-8-bom' ? 'utf-8' : encoding), encoding };
}

/** The bytes of a file, byte order mark included. What was never text is written as UTF-8. */
export function encode({ text, encoding }: SourceFile): Uint8Array {
  const mark = marks.find(([candidate]) => candidate === encoding)?.[1] ?? [];
  const body =
    encoding === 'utf-16le' || encoding === 'utf-16be' ? utf16(text, encoding) : new TextEncoder().encode(text);
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  return bytes;
}

/** Whether `file`, which was read from `bytes`, can be edited and written without harm to the rest of it. */
export function isFaithful(bytes: Uint8Array, file: SourceFile): boolean {
  if (file.encoding === 'binary') return false;
  if (!file.text.includes('\uFFFD')) return true;
  const again = encode(file);
  return again.length === bytes.length && again.every((byte, index) => byte === bytes[index]);
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** A second byte order mark is part of the text. */
function decoded(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}

function utf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}

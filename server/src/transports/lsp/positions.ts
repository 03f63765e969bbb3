import type { Position, Range } from 'vscode-languageserver';
import type { Span } from '../../text/span.ts';

/** What a `character` of a position counts. */
export type PositionEncoding = 'utf-16' | 'utf-8';

/** The lines of one text: offsets of the core to positions of the protocol, and back. */
export class Lines {
  readonly #text: string;
  readonly #encoding: PositionEncoding;
  /** Offset of the first character of each line. */
  readonly #starts: readonly number[];

  constructor(text: string, encoding: PositionEncoding) {
    this.#text = text;
    this.#encoding = encoding;
    this.#starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((ending) => ending.index + ending[0].length)];
  }

  /** The position of `offset`; offsets outside the text are taken for its ends. */
  positionAt(offset: number): Position {
    const at = Math.min(Math.max(offset, 0), this.#text.length);
    const line = this.#lineOf(at);
    const before = this.#text.slice(this.#starts[line], at);
    return { line, character: this.#encoding === 'utf-8' ? utf8Length(before) : before.length };
  }

  /** The offset of `position`; characters behind the end of a line are taken for that end, as the protocol asks. */
  offsetAt({ line, character }: Position): number {
    const start = line < 0 ? 0 : this.#starts[line];
    if (start === undefined) return this.#text.length;
    const content = /^[^\r\n]*/.exec(this.#text.slice(start, this.#starts[line + 1]))?.[0] ?? '';
    const wanted = line < 0 ? 0 : Math.max(character, 0);
    return start + (this.#encoding === 'utf-8' ? utf16Length(content, wanted) : Math.min(wanted, content.length));
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  spanOf(range: Range): Span {
    const start = this.offsetAt(range.start);
    return { start, end: Math.max(start, this.offsetAt(range.end)) };
  }

  #lineOf(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character);
  return bytes;
}

/** How many UTF-16 units the first `bytes` bytes of `text` make. */
function utf16Length(text: string, bytes: number): number {
  let [units, left] = [0, bytes];
  for (const character of text) {
    left -= bytesOf(character);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}

function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

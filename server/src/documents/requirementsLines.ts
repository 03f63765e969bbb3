import type { Span } from '../text/span.ts';
import type { Place } from './pep440.ts';

/** A line as `pip` reads it: continuations joined, comment and outer blanks gone, never empty. */
export interface LogicalLine {
  readonly text: string;
  /** Turns offsets into `text` into spans of the file, which take in the continuations they run over. */
  readonly place: Place;
}

/** A run of characters of the file that stands in the logical line at `at`. */
interface Piece {
  readonly at: number;
  readonly offset: number;
  readonly text: string;
}

const lineEnding = /\r\n|\r|\n/g;

/**
 * The logical lines of a requirements file, in order.
 * Source: `preprocess` in pip 23.2.1, src/pip/_internal/req/req_file.py. As there, a backslash joins a line to the next
 * before comments are looked for, so that one at the end of a trailing comment makes the next line part of the comment.
 */
export function* logicalLines(text: string): Generator<LogicalLine> {
  let pieces: Piece[] = [];
  for (const { offset, line } of physicalLines(text)) {
    const comment = /^\s*#/.test(line);
    const continued = line.endsWith('\\') && !comment;
    if (!comment) {
      const bare = continued ? line.replace(/^\\+|\\+$/g, '') : line;
      const last = pieces[pieces.length - 1];
      const lead = continued ? line.length - line.replace(/^\\+/, '').length : 0;
      pieces.push({ at: last ? last.at + last.text.length : 0, offset: offset + lead, text: bare });
    }
    if (continued) continue;
    yield* logicalLine(pieces);
    pieces = [];
  }
  yield* logicalLine(pieces);
}

function* physicalLines(text: string): Generator<{ offset: number; line: string }> {
  let offset = 0;
  for (const { index, 0: ending } of text.matchAll(lineEnding)) {
    yield { offset, line: text.slice(offset, index) };
    offset = index + ending.length;
  }
  if (offset < text.length) yield { offset, line: text.slice(offset) };
}

function* logicalLine(pieces: readonly Piece[]): Generator<LogicalLine> {
  const joined = pieces.map(({ text }) => text).join('');
  const comment = /(?:^|\s)#/.exec(joined);
  const content = comment ? joined.slice(0, comment.index) : joined;
  const text = content.trim();
  if (!text) return;
  const lead = content.indexOf(text);
  yield { text, place: (start, end) => spanIn(pieces, lead + start, lead + end) };
}

function spanIn(pieces: readonly Piece[], start: number, end: number): Span {
  const from = offsetOf(pieces, start);
  return { start: from, end: end > start ? offsetOf(pieces, end - 1) + 1 : from };
}

/** The offset in the file of the character at `index` of the joined pieces, or of the end of the last one. */
function offsetOf(pieces: readonly Piece[], index: number): number {
  let piece = pieces[0];
  for (const candidate of pieces) {
    if (candidate.at <= index && candidate.text !== '') piece = candidate;
  }
  return piece ? piece.offset + Math.min(index - piece.at, piece.text.length) : 0;
}

import { type Piece, slice } from './line.ts';

/** Text shorter than this is one line of output. */
const shortest = 120;

/** A line of output longer than this is looked at in parts, so that the time a pattern takes has a limit. */
export const longestPart = 20_000;

const inner = /(?<=\s)\[?(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d[.,]\d{3}Z?\]?(?=\s)/g;
const traceback = 'Traceback (most recent call last):';

/** Where a new line of a traceback or of the platform begins, in text that lost its line endings. */
const starts =
  /(?<=\s)(?:Traceback \(most recent call last\):|File "[^"]+", line \d+|(?:[a-z_]\w*\.)*[A-Z]\w*(?:Error|Exception|Exit|Configured|NotFound)\b(?=: )|During handling of the above|The above exception was|Python process exited with|WARN! |Error: |Warning: |Learn More: )/g;

/**
 * The lines of output in one line of the log. A log that was copied without its line endings holds many, told apart by
 * their timestamps, by the parts of a traceback, or by written-out `\n`; nearly every line holds one, and for that there
 * is no answer.
 */
export function unjoined(piece: Piece): readonly Piece[] | undefined {
  if (piece.text.length < shortest) return undefined;
  const parts = linesIn(piece).flatMap(inParts);
  return parts.length > 1 ? parts : undefined;
}

function inParts(piece: Piece): readonly Piece[] {
  const count = Math.ceil(piece.text.length / longestPart);
  if (count < 2) return [piece];
  return Array.from({ length: count }, (_, at) =>
    slice(piece, at * longestPart, Math.min((at + 1) * longestPart, piece.text.length)),
  );
}

function linesIn(piece: Piece): readonly Piece[] {
  const { text } = piece;
  const isTraceback = text.includes(traceback) && /File "[^"]+", line \d+/.test(text);
  if (isTraceback && countOf(text, '\\n') > 2) return separated(piece, /\\r?\\n|\\n/g);
  const moments = [...text.matchAll(inner)].map(({ index }) => index);
  if (moments.length < 2 && !isTraceback) return [piece];
  const breaks = new Set([...(moments.length > 1 ? moments : [])]);
  if (isTraceback) for (const { index } of text.matchAll(starts)) breaks.add(index);
  return cut(
    piece,
    [...breaks].sort((a, b) => a - b),
  );
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

function cut(piece: Piece, breaks: readonly number[]): Piece[] {
  const edges = [0, ...breaks.filter((at) => at > 0), piece.text.length];
  return edges.slice(0, -1).map((start, index) => trimmedEnd(slice(piece, start, edges[index + 1])));
}

function separated(piece: Piece, separator: RegExp): Piece[] {
  const result: Piece[] = [];
  let start = 0;
  for (const found of piece.text.matchAll(separator)) {
    result.push(slice(piece, start, found.index));
    start = found.index + found[0].length;
  }
  return [...result, slice(piece, start)];
}

function trimmedEnd(piece: Piece): Piece {
  return slice(piece, 0, piece.text.trimEnd().length);
}

import type { Span } from '../text/span.ts';

/**
 * Pairs of an offset in a cleaned text and the column it stands at in the log, ascending: between two pairs both grow
 * alike. The first pair begins with 0.
 */
export type ColumnMap = readonly number[];

/** One line of output, freed of what was put around it: timestamps, colours, quotes, JSON. */
export interface LogLine {
  /** Zero-based line of the log as it was given. Several lines of output may lie in one line of the log. */
  readonly number: number;
  readonly text: string;
  readonly columns: ColumnMap;
  /** Which part of Vercel wrote it, where the log says so. */
  readonly phase?: Phase;
}

export type Phase = 'build' | 'runtime';

/** `line` with a text of its own: a part of a string keeps all of the string alive, here a whole chunk of the log. */
export function kept(line: LogLine): LogLine {
  return { ...line, text: ` ${line.text}`.slice(1) };
}

/** A text on its way from the log to a `LogLine`. */
export interface Piece {
  readonly text: string;
  readonly columns: ColumnMap;
}

const fromStart: ColumnMap = [0, 0];

/** A whole line of the log. */
export function wholeLine(text: string): Piece {
  return { text, columns: fromStart };
}

/** The column in the log of the character at `offset` of a cleaned text. */
export function columnAt(columns: ColumnMap, offset: number): number {
  let at = 0;
  while (at + 2 < columns.length && (columns[at + 2] ?? 0) <= offset) at += 2;
  return (columns[at + 1] ?? 0) + offset - (columns[at] ?? 0);
}

/** `piece` as it stands in a line of which it has only what is behind the first `by` characters. */
export function movedBy(piece: Piece, by: number): Piece {
  if (by === 0) return piece;
  return { text: piece.text, columns: piece.columns.map((value, index) => (index % 2 === 1 ? value + by : value)) };
}

/** The part of `piece` from `start` up to `end`, offsets in its text. */
export function slice(piece: Piece, start: number, end = piece.text.length): Piece {
  if (start === 0 && end === piece.text.length) return piece;
  const columns = [0, columnAt(piece.columns, start)];
  for (let at = 0; at < piece.columns.length; at += 2) {
    const offset = piece.columns[at] ?? 0;
    if (offset > start && offset < end) columns.push(offset - start, piece.columns[at + 1] ?? 0);
  }
  return { text: piece.text.slice(start, end), columns };
}

/** `piece` without the characters of `spans`, which are in order and do not overlap. */
export function without(piece: Piece, spans: readonly Span[]): Piece {
  const parts: Piece[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    if (start > at) parts.push(slice(piece, at, start));
    at = end;
  }
  parts.push(slice(piece, at));
  return joined(parts);
}

/** Pieces one after the other, as one. */
export function joined(parts: readonly Piece[]): Piece {
  const columns: number[] = [];
  let text = '';
  for (const part of parts) {
    for (let at = 0; at < part.columns.length; at += 2) {
      columns.push((part.columns[at] ?? 0) + text.length, part.columns[at + 1] ?? 0);
    }
    text += part.text;
  }
  return { text, columns: columns.length > 0 ? columns : fromStart };
}

/** Columns in the log of a span of `line.text`. */
export function columnsOf(line: Pick<LogLine, 'columns'>, span: Span): Span {
  const start = columnAt(line.columns, span.start);
  return { start, end: span.end > span.start ? columnAt(line.columns, span.end - 1) + 1 : start };
}

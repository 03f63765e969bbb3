import type { Range } from '../positions.ts';
import { type Cell, cellsOf, withoutPasswords } from './printable.ts';

/** A source line with what is wrong in it. */
export interface Snippet {
  /** One-based. */
  readonly lineNumber: string;
  readonly source: string;
  /** Blanks up to the place. */
  readonly indent: string;
  /** `^~~~`, at least `^`. */
  readonly underline: string;
  /** Where the place goes on, if it goes beyond the line. */
  readonly rest: string;
}

/** Characters that are looked at: lines of generated files have no end. */
const farthest = 1000;

/** The first line of `range`, cut to `width` columns around the place. `undefined` where there is nothing to show. */
export function snippet(line: string, range: Range, width: number): Snippet | undefined {
  if (line.trim() === '') return undefined;
  const { start, end } = range;
  const from = Math.max(0, start.character - farthest);
  const cells = cellsOf(withoutPasswords(line).slice(from, start.character + farthest));
  const endsAt = end.line > start.line ? line.trimEnd().length : end.character;
  const marked = markedCells(cells, start.character - from, endsAt - from);
  const window = windowOf(cells, marked, width);
  const shown = cells.slice(window.first, window.last);
  const before = window.first > 0 || from > 0 ? '…' : '';
  const after = window.last < cells.length ? '…' : '';
  const indent = before.length + widthOf(cells.slice(window.first, marked.first));
  const length = widthOf(cells.slice(marked.first, Math.min(marked.last, window.last)));
  return {
    lineNumber: String(start.line + 1),
    source: before + shown.map(({ text }) => text).join('') + after,
    indent: ' '.repeat(indent),
    underline: `^${'~'.repeat(Math.max(0, length - 1))}`,
    rest: restOf(range),
  };
}

/** Cells from `first` up to but not including `last`. */
interface Cells {
  readonly first: number;
  readonly last: number;
}

function markedCells(cells: readonly Cell[], start: number, end: number): Cells {
  const first = cells.findIndex((cell) => cell.end > start);
  if (first < 0) return { first: cells.length, last: cells.length };
  const behind = cells.findIndex((cell) => cell.start >= end);
  return { first, last: Math.max(first, behind < 0 ? cells.length : behind) };
}

/** All cells where they fit; else those around the beginning of the mark. */
function windowOf(cells: readonly Cell[], marked: Cells, width: number): Cells {
  if (widthOf(cells) <= width) return { first: 0, last: cells.length };
  const room = width - 2;
  let first = marked.first;
  const wanted = Math.max(room / 4, room - widthOf(cells.slice(marked.first, marked.last)));
  while (first > 0 && widthOf(cells.slice(first - 1, marked.first)) <= Math.min(wanted, room / 2)) first--;
  let last = first;
  for (let used = 0; last < cells.length; last++) {
    used += cells[last]?.width ?? 0;
    if (used > room) break;
  }
  return { first, last };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}

/** A place that ends with the line ending of its only line is one line long. */
function restOf({ start, end }: Range): string {
  const last = end.character === 0 ? end.line - 1 : end.line;
  return last > start.line ? ` to line ${last + 1}` : '';
}

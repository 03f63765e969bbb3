import type { Span } from '../text/span.ts';
import { type Piece, slice, wholeLine, without } from './line.ts';

/**
 * The table that the dashboard exports runtime logs as: a header, a row a request, and in the column `message` what the
 * function printed, over several lines and in quotes.
 * Source: the header of such exports in public repositories. Date: 2026-11-30
 */
export class CsvLog {
  readonly #messageColumn: number;
  #column = 0;
  #isQuoted = false;

  private constructor(messageColumn: number) {
    this.#messageColumn = messageColumn;
  }

  /** Reads the rows below `header`; `undefined` where it is not the header of such a table. */
  static below(header: string): CsvLog | undefined {
    const names = header.split(',').map((name) => name.trim().replace(/^"(.*)"$/, '$1'));
    const column = names.indexOf('message');
    return names[0] === 'TimeUTC' && column > 0 ? new CsvLog(column) : undefined;
  }

  /** What the next line of the file holds of a message, freed of the quotes; `undefined` where it holds nothing of one. */
  messageIn(line: string): Piece | undefined {
    const doubled: Span[] = [];
    let [start, end] = this.#isMessage ? [0, line.length] : [-1, line.length];
    for (let at = 0; at < line.length; at++) {
      if (line[at] === '"' && this.#isQuoted && line[at + 1] === '"') {
        if (this.#isMessage) doubled.push({ start: at, end: at + 1 });
        at++;
      } else if (line[at] === '"') {
        if (this.#isMessage) [start, end] = this.#isQuoted ? [start, at] : [at + 1, line.length];
        this.#isQuoted = !this.#isQuoted;
      } else if (line[at] === ',' && !this.#isQuoted) {
        if (this.#isMessage) end = Math.min(end, at);
        this.#column++;
        if (this.#isMessage) start = at + 1;
      }
    }
    if (!this.#isQuoted) this.#column = 0;
    return start < 0 || end <= start
      ? undefined
      : slice(without(wholeLine(line), doubled), start, end - doubled.length);
  }

  get #isMessage(): boolean {
    return this.#column === this.#messageColumn;
  }
}

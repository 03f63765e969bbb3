import { withoutColours, withoutPrefix } from './clean.ts';
import { CsvLog } from './csvLog.ts';
import { unjoined } from './joinedLines.ts';
import { linesOfMessage, messagesInJson } from './jsonLine.ts';
import { type LogLine, type Phase, type Piece, wholeLine } from './line.ts';

/** UTF-16 units of a line that are looked at; what is behind them is not kept. */
export const longestLine = 200_000;

/** Is given the lines of output one by one: a list of them would outlive them. */
export type TakeLine = (line: LogLine) => void;

/**
 * Turns the text of a log into lines of output. Takes the text in chunks of any size and holds no more than one line;
 * where the chunks are cut makes no difference. Never throws.
 */
export class LogReader {
  readonly #take: TakeLine;
  #rest = '';
  #number = 0;
  #skipsLineFeed = false;
  #table: CsvLog | undefined;

  constructor(take: TakeLine) {
    this.#take = take;
  }

  /** How many lines of the log were read to their end. */
  get lineCount(): number {
    return this.#number;
  }

  /** Takes the next part of the log, and gives the lines that it completes. */
  push(chunk: string): void {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code !== 10 && code !== 13) {
        this.#skipsLineFeed = false;
        continue;
      }
      if (code === 10 && this.#skipsLineFeed) {
        this.#skipsLineFeed = false;
        start = at + 1;
        continue;
      }
      this.#skipsLineFeed = code === 13;
      this.#keep(chunk, start, at);
      start = at + 1;
      this.#complete();
    }
    this.#keep(chunk, start, chunk.length);
  }

  /** The log ends here: gives the last line, where no line ending closed it. */
  end(): void {
    if (this.#rest !== '') this.#complete();
  }

  #keep(chunk: string, start: number, end: number): void {
    const room = longestLine - this.#rest.length;
    if (room > 0 && end > start) this.#rest += chunk.slice(start, Math.min(end, start + room));
  }

  #complete(): void {
    const text = this.#number === 0 && this.#rest.startsWith('\ufeff') ? ` ${this.#rest.slice(1)}` : this.#rest;
    this.#rest = '';
    const number = this.#number++;
    if (number === 0) this.#table = CsvLog.below(text);
    const message = this.#table?.messageIn(text);
    if (!this.#table) giveOutput(text, number, this.#take);
    else if (message && number > 0) giveCleaned(message, number, 'runtime', this.#take);
  }
}

/** Gives the lines of output in line `number` of a log. */
function giveOutput(text: string, number: number, take: TakeLine): void {
  const messages = messagesInJson(text);
  if (!messages) giveCleaned(wholeLine(text), number, undefined, take);
  else {
    for (const message of messages) {
      for (const line of linesOfMessage(message)) giveCleaned(line, number, message.phase, take);
    }
  }
}

function giveCleaned(piece: Piece, number: number, phase: Phase | undefined, take: TakeLine): void {
  const plain = withoutPrefix(withoutColours(piece));
  const parts = unjoined(plain);
  if (!parts) take(lineFrom(plain, number, phase));
  else for (const part of parts) take(lineFrom(withoutPrefix(part), number, phase));
}

function lineFrom({ text, columns }: Piece, number: number, phase: Phase | undefined): LogLine {
  return phase ? { number, text, columns, phase } : { number, text, columns };
}

/** All lines of output of `text`. */
export function linesOf(text: string): LogLine[] {
  const lines: LogLine[] = [];
  const reader = new LogReader((line) => lines.push(line));
  reader.push(text);
  reader.end();
  return lines;
}

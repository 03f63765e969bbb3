import { withoutColours, withoutPrefix } from './clean.ts';
import { CsvLog } from './csvLog.ts';
import { unjoined } from './joinedLines.ts';
import { type JsonMessage, linesOfMessage, messagesInJson, objectsInList } from './jsonLine.ts';
import { type LogLine, movedBy, type Phase, type Piece, wholeLine } from './line.ts';

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
  /** Characters of the line that were given already: a list of JSON on one line may be longer than what is kept. */
  #given = 0;

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
    for (let at = start; at < end; ) {
      const room = longestLine - this.#rest.length;
      if (room === 0) return;
      this.#rest += chunk.slice(at, Math.min(end, at + room));
      at += room;
      if (this.#rest.length === longestLine) this.#giveObjects();
    }
  }

  /** Gives the objects that are whole in a list of JSON, so that there is room for the next ones. */
  #giveObjects(): void {
    const found = this.#rest.startsWith(this.#given > 0 ? ',' : '[') ? objectsInList(this.#rest) : undefined;
    if (!found) return;
    this.#give(found.messages);
    this.#rest = this.#rest.slice(found.length);
    this.#given += found.length;
  }

  #give(messages: readonly JsonMessage[]): void {
    for (const message of messages) {
      for (const line of linesOfMessage(message)) {
        giveCleaned(movedBy(line, this.#given), this.#number, message.phase, this.#take);
      }
    }
  }

  #complete(): void {
    const text = this.#number === 0 && this.#rest.startsWith('\ufeff') ? ` ${this.#rest.slice(1)}` : this.#rest;
    if (this.#number === 0) this.#table = CsvLog.below(text);
    const message = this.#table?.messageIn(text);
    if (!this.#table) this.#giveOutput(this.#given > 0 ? text.replace(/^,/, '[') : text);
    else if (message && this.#number > 0) giveCleaned(message, this.#number, 'runtime', this.#take);
    this.#rest = '';
    this.#given = 0;
    this.#number++;
  }

  #giveOutput(text: string): void {
    const messages = messagesInJson(text);
    if (messages) this.#give(messages);
    else giveCleaned(movedBy(wholeLine(text), this.#given), this.#number, undefined, this.#take);
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

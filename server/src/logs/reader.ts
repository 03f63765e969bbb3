import { withoutColours, withoutPrefix } from './clean.ts';
import { unjoined } from './joinedLines.ts';
import { linesOfMessage, messagesInJson } from './jsonLine.ts';
import { type LogLine, type Phase, type Piece, wholeLine } from './line.ts';

/** UTF-16 units of a line that are looked at; what is behind them is not kept. */
export const longestLine = 200_000;

/**
 * Turns the text of a log into lines of output. Takes the text in chunks of any size and holds no more than one line;
 * where the chunks are cut makes no difference. Never throws.
 */
export class LogReader {
  #rest = '';
  #number = 0;
  #skipsLineFeed = false;
  #isFirst = true;

  /** How many lines of the log were read to their end. */
  get lineCount(): number {
    return this.#number;
  }

  /** The lines that `chunk` completes. */
  *push(chunk: string): Generator<LogLine> {
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
      yield* this.#complete();
    }
    this.#keep(chunk, start, chunk.length);
  }

  /** The last line, where no line ending closed it. */
  *end(): Generator<LogLine> {
    if (this.#rest !== '') yield* this.#complete();
  }

  #keep(chunk: string, start: number, end: number): void {
    const room = longestLine - this.#rest.length;
    if (room > 0 && end > start) this.#rest += chunk.slice(start, Math.min(end, start + room));
  }

  *#complete(): Generator<LogLine> {
    const text = this.#isFirst && this.#rest.startsWith('\ufeff') ? ` ${this.#rest.slice(1)}` : this.#rest;
    this.#rest = '';
    this.#isFirst = false;
    yield* outputOf(text, this.#number++);
  }
}

/** The lines of output in line `number` of a log. */
export function* outputOf(text: string, number: number): Generator<LogLine> {
  const whole = wholeLine(text);
  const messages = messagesInJson(text);
  if (!messages) yield* cleaned(whole, number);
  else {
    for (const message of messages) {
      for (const line of linesOfMessage(message, number)) yield* cleaned(line, number, message.phase);
    }
  }
}

function* cleaned(piece: Piece, number: number, phase?: Phase): Generator<LogLine> {
  const plain = withoutPrefix(withoutColours(piece));
  const parts = unjoined(plain);
  for (const part of parts) {
    const { text, columns } = parts.length > 1 ? withoutPrefix(part) : part;
    yield phase ? { number, text, columns, phase } : { number, text, columns };
  }
}

/** All lines of output of `text`. */
export function linesOf(text: string): LogLine[] {
  const reader = new LogReader();
  return [...reader.push(text), ...reader.end()];
}

import { kept, type LogLine } from './line.ts';

/** One `File "…", line …, in …` of a traceback. */
export interface Frame {
  /** The path as the log has it. */
  readonly path: string;
  /** One-based, as Python counts. */
  readonly line: number;
  /** `<module>` at import time; absent for a syntax error. */
  readonly within?: string;
  /** The line of source that Python printed. */
  source?: string;
  /** Where it stands in the log. */
  readonly at: LogLine;
}

/** One exception of a traceback. */
export interface Raised {
  readonly frames: Frame[];
  /** As Python prints it, with its module: `sqlalchemy.exc.TimeoutError`. */
  readonly type: string;
  readonly message: string;
  /** Lines of the message behind its first one. */
  readonly detail: string[];
  /** The line of the log with type and message. */
  readonly at: LogLine;
  /** How the exception before it led to this one: `raise … from …`, or raised while that one was handled. */
  readonly because?: 'cause' | 'context';
}

/** What Python printed when nothing caught an exception: one exception, or a chain in the order they were raised. */
export interface Traceback {
  readonly raised: Raised[];
}

const head = 'Traceback (most recent call last):';
const frameLine = /^[\s|#]*File "([^"]+)", line (\d+)(?:, in (.+))?/;
const exceptionLine = /^[\s|#]*((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)(?:: ?(.*))?$/;
/** Names that are an exception's wherever they stand. */
const surely =
  /(?:Error|Exception|Warning|Exit|Interrupt|Iteration|Group|Configured|NotFound|Refused|Timeout|Invalid|Missing)$/;
const chainTexts: readonly (readonly [string, 'cause' | 'context'])[] = [
  ['The above exception was the direct cause of the following exception', 'cause'],
  ['During handling of the above exception, another exception occurred', 'context'],
];

/** Most that is kept of one traceback: a recursion prints a thousand frames. */
const mostFrames = 60;
const mostDetail = 12;
const mostLinks = 12;

type State = 'outside' | 'frames' | 'source' | 'detail' | 'between';

/** Finds tracebacks in a run of lines. Indentation helps where the log kept it and is not needed where it did not. */
export class TracebackParser {
  #state: State = 'outside';
  #frames: Frame[] = [];
  #current: Traceback | undefined;
  #because: Raised['because'];
  #indent = 0;

  /** The traceback whose exception `line` names; for any other line `undefined`. Later lines may add to it. */
  push(given: LogLine): { traceback: Traceback; raised: Raised } | undefined {
    if (this.#state === 'outside' && !given.text.includes('Traceback') && !given.text.includes('File "'))
      return undefined;
    const line = kept(given);
    const { text } = line;
    if (text.includes(head)) return this.#begin();
    const frame = text.includes('File "') ? frameLine.exec(text) : null;
    if (frame) return this.#addFrame(frame, line);
    if (this.#state === 'frames' || this.#state === 'source') return this.#inside(line);
    if (this.#state === 'detail') this.#addDetail(text);
    else if (this.#state === 'between') this.#chain(text);
    return undefined;
  }

  /** Whether the line that was pushed last belongs to a traceback. */
  get isInside(): boolean {
    return this.#state !== 'outside';
  }

  #begin(): undefined {
    if (this.#because === undefined) this.#current = undefined;
    this.#frames = [];
    this.#state = 'frames';
  }

  #addFrame([, path = '', number = '', within]: RegExpExecArray, line: LogLine): undefined {
    // A syntax error may be printed without the head; a frame in prose must not open a traceback that never ends.
    if (this.#state === 'outside' || this.#state === 'detail' || this.#state === 'between') {
      this.#frames = [];
      if (this.#because === undefined) this.#current = undefined;
    }
    const frame = { path, line: Number(number), at: line };
    this.#frames.push(within === undefined ? frame : { ...frame, within: within.trim().split(/\s/)[0] ?? '' });
    if (this.#frames.length > mostFrames) this.#frames.splice(mostFrames / 2, 1);
    this.#indent = line.text.search(/[^\s|#]/);
    this.#state = 'source';
  }

  #inside(line: LogLine): { traceback: Traceback; raised: Raised } | undefined {
    const found = this.#exceptionIn(line.text);
    if (!found) {
      const frame = this.#frames.at(-1);
      if (this.#state === 'source' && frame && line.text.trim() !== '') {
        frame.source = line.text.trim();
        this.#state = 'frames';
      } else if (line.text.trim() !== '' && !/^[\s~^|#]+$|\[Previous line repeated/.test(line.text)) {
        this.#misses(line.text);
      }
      return undefined;
    }
    if (this.#frames.length === 0) {
      this.#state = 'outside';
      return undefined;
    }
    return this.#raise(found, line);
  }

  /** A traceback that goes on with something else was cut; what is left of it explains nothing. */
  #misses(text: string): void {
    const isIndented = text.search(/\S/) > this.#indent;
    if (isIndented || this.#frames.length === 0) {
      if (this.#frames.length === 0) this.#state = 'outside';
      return;
    }
    this.#state = 'outside';
    this.#frames = [];
    this.#because = undefined;
  }

  #exceptionIn(text: string): RegExpExecArray | null {
    const found = exceptionLine.exec(text);
    if (!found) return null;
    const name = found[1] ?? '';
    const last = name.slice(name.lastIndexOf('.') + 1);
    const indent = text.search(/[^\s|#]/);
    // Python prints the module of every exception but its own, whose names say what they are.
    if (indent < this.#indent) return name.includes('.') || surely.test(last) ? found : null;
    return indent === this.#indent && surely.test(last) ? found : null;
  }

  #raise([, type = '', message = '']: RegExpExecArray, at: LogLine): { traceback: Traceback; raised: Raised } {
    const traceback: Traceback = this.#current ?? { raised: [] };
    const link = { frames: this.#frames, type, message: message.trim(), detail: [], at };
    const raised: Raised = this.#because === undefined ? link : { ...link, because: this.#because };
    if (traceback.raised.length < mostLinks) traceback.raised.push(raised);
    this.#current = traceback;
    this.#because = undefined;
    this.#frames = [];
    this.#state = 'detail';
    return { traceback, raised };
  }

  #addDetail(text: string): void {
    const detail = this.#current?.raised.at(-1)?.detail;
    if (text.trim() === '') this.#state = 'between';
    else if (this.#chain(text)) return;
    else if (!detail || detail.length >= mostDetail || text.startsWith('Python process exited'))
      this.#state = 'outside';
    else detail.push(text);
  }

  /** Whether `text` says that another exception follows from this one. */
  #chain(text: string): boolean {
    const found = chainTexts.find(([phrase]) => text.includes(phrase));
    if (found) {
      this.#because = found[1];
      this.#state = 'between';
      return true;
    }
    if (this.#state === 'between' && text.trim() !== '') {
      this.#state = 'outside';
      this.#because = undefined;
    }
    return false;
  }
}

/** The exception that the rest of the chain follows from: the first of those that `raise … from …` ties to the last one. */
export function rootOfChain({ raised }: Traceback): Raised | undefined {
  let at = raised.length - 1;
  while (at > 0 && raised[at]?.because === 'cause') at--;
  return raised[at];
}

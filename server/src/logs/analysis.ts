import { type Era, EraReader, eraLiterals } from './era.ts';
import { ownFrame } from './frames.ts';
import { columnsOf, kept, type LogLine, type Phase } from './line.ts';
import { LogReader } from './reader.ts';
import { redacted } from './redacted.ts';
import { Scanner } from './scanner.ts';
import type { Signature } from './signature.ts';
import { looksLikeFailure, type Outcome, outcomeLiterals, outcomeOf, suspectLiterals } from './suspects.ts';
import { type Raised, type Traceback, TracebackParser } from './traceback.ts';

/** A signature found in the log; equal findings are one. */
export interface Hit {
  readonly signature: Signature;
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** Where it was found first. */
  readonly line: LogLine;
  readonly place: LogPlace;
  /** Number of the line where it was found last. */
  last: number;
  count: number;
  readonly phase?: Phase;
  readonly traceback?: Traceback;
  readonly raised?: Raised;
}

/** A place in the log: a zero-based line, and columns in it in UTF-16 units. */
export interface LogPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export interface Unexplained {
  readonly line: number;
  readonly text: string;
}

/** What the log alone says. */
export interface LogFacts {
  readonly hits: readonly Hit[];
  readonly era: Era;
  readonly lineCount: number;
  readonly outcome: Outcome | undefined;
  /** Lines that look like a failure and that no signature knows: how many, and the first of them. */
  readonly unexplained: { readonly count: number; readonly first: readonly Unexplained[] };
}

/** Different findings that are kept; a log with more of them is not one that a person reads. */
const mostHits = 400;
const mostUnexplained = 50;

/** Searches a log for signatures while it is read, in memory that does not grow with it. Never throws. */
export class LogAnalysis {
  readonly #reader = new LogReader((line) => this.#read(line));
  readonly #tracebacks = new TracebackParser();
  readonly #era = new EraReader();
  readonly #signatures: readonly Signature[];
  readonly #fallbacks: readonly Signature[];
  readonly #scanner: Scanner;
  /** Numbers in the scanner that were found in the line that is looked at. */
  readonly #candidates: number[] = [];
  readonly #hits = new Map<string, Hit>();
  readonly #unexplained: Unexplained[] = [];
  #unexplainedCount = 0;
  #outcome: Outcome | undefined;

  constructor(signatures: readonly Signature[]) {
    const { own, fallbacks, scanner } = preparedFrom(signatures);
    this.#signatures = own;
    this.#fallbacks = fallbacks;
    this.#scanner = scanner;
  }

  /** Takes the next part of the log. */
  push(chunk: string): void {
    this.#reader.push(chunk);
  }

  /** What was found; the log ends here. */
  end(): LogFacts {
    this.#reader.end();
    return {
      hits: [...this.#hits.values()],
      era: this.#era.result(),
      lineCount: this.#reader.lineCount,
      outcome: this.#outcome,
      unexplained: { count: this.#unexplainedCount, first: this.#unexplained },
    };
  }

  readonly #note = (number: number): void => void this.#candidates.push(number);

  #read(given: LogLine): void {
    const found = this.#tracebacks.push(given);
    this.#scanner.scan(given.text, this.#note);
    if (this.#candidates.length === 0 && !found) return;
    const candidates = new Set(this.#candidates.splice(0));
    const line = kept(given);
    if (candidates.delete(eraNumber)) this.#era.push(line);
    if (candidates.delete(outcomeNumber)) this.#outcome = outcomeOf(line) ?? this.#outcome;
    const isSuspect = candidates.delete(suspectNumber) || found !== undefined;
    const known = this.#match(
      [...candidates].sort((a, b) => a - b),
      line,
      found,
    );
    if (!known && isSuspect) this.#suspect(line, found !== undefined);
  }

  /** Whether a signature fits `line`. */
  #match(
    candidates: readonly number[],
    line: LogLine,
    found: { traceback: Traceback; raised: Raised } | undefined,
  ): boolean {
    let isKnown = false;
    for (const number of candidates) {
      const signature = this.#signatures[number];
      if (!signature) continue;
      const match = signature.pattern.exec(line.text);
      if (!match) continue;
      isKnown = true;
      this.#add(signature, match, line, found);
    }
    if (!found) return isKnown;
    for (const signature of this.#fallbacks) {
      const match = signature.pattern.exec(line.text);
      if (!match) continue;
      isKnown = true;
      this.#add(signature, match, line, found);
    }
    return isKnown;
  }

  #add(
    signature: Signature,
    match: RegExpExecArray,
    line: LogLine,
    found: { traceback: Traceback; raised: Raised } | undefined,
  ): void {
    const groups: Record<string, string | undefined> = {};
    for (const [name, value] of Object.entries(match.groups ?? {})) {
      if (name !== 'at' && value !== undefined) groups[name] = redacted(value);
    }
    const frame = found && ownFrame(found.raised);
    const key = [signature.name, ...Object.values(groups), frame?.path, frame?.line].join(' ');
    const before = this.#hits.get(key);
    if (before) {
      before.last = line.number;
      before.count++;
      return;
    }
    if (this.#hits.size >= mostHits) return;
    if (signature.builder) {
      this.#era.narrow(signature.builder, { line: line.number, says: `the wording "${shortened(match[0])}"` });
    }
    const phase = line.phase ?? signature.phase;
    this.#hits.set(key, {
      signature,
      groups,
      line,
      place: placeOf(match, line),
      last: line.number,
      count: 1,
      ...(phase ? { phase } : {}),
      ...(found ?? {}),
    });
  }

  #suspect(line: LogLine, isException: boolean): void {
    if (!isException && (this.#tracebacks.isInside || !looksLikeFailure(line.text))) return;
    this.#unexplainedCount++;
    if (this.#unexplained.length >= mostUnexplained) return;
    this.#unexplained.push({ line: line.number, text: redacted(line.text.trim()).slice(0, 500) });
  }
}

/** Numbers in the scanner that are no signature's. */
const eraNumber = -1;
const outcomeNumber = -2;
const suspectNumber = -3;

interface Prepared {
  readonly own: readonly Signature[];
  readonly fallbacks: readonly Signature[];
  readonly scanner: Scanner;
}

/** What is made of signatures once, by the list that holds them. */
const prepared = new WeakMap<readonly Signature[], Prepared>();

function preparedFrom(signatures: readonly Signature[]): Prepared {
  const before = prepared.get(signatures);
  if (before) return before;
  const own = signatures.filter(({ isFallback }) => !isFallback);
  const made = { own, fallbacks: signatures.filter(({ isFallback }) => isFallback), scanner: scannerFor(own) };
  prepared.set(signatures, made);
  return made;
}

function scannerFor(signatures: readonly Signature[]): Scanner {
  const literals = new Map<string, number[]>();
  const add = (literal: string, number: number) => literals.set(literal, [...(literals.get(literal) ?? []), number]);
  for (const [number, signature] of signatures.entries())
    for (const literal of signature.literals) add(literal, number);
  for (const literal of eraLiterals) add(literal, eraNumber);
  for (const literal of outcomeLiterals) add(literal, outcomeNumber);
  for (const literal of suspectLiterals) add(literal, suspectNumber);
  return new Scanner(literals);
}

/** The group `at` where the pattern has one, else all of the match. */
function placeOf(match: RegExpExecArray, line: LogLine): LogPlace {
  const at = match.groups?.at;
  const offset = at === undefined ? 0 : match[0].indexOf(at);
  const start = match.index + offset;
  const columns = columnsOf(line, { start, end: start + (at ?? match[0]).length });
  return { line: line.number, start: columns.start, end: columns.end };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

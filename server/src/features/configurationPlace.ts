import type { Configuration } from '../documents/configuration.ts';
import type { AnyDocument } from '../documents/kinds.ts';
import { statementsIn } from '../documents/tomlStatements.ts';
import { decodeTomlKey } from '../documents/tomlStrings.ts';
import { configurationTable } from '../facts/configuration.ts';
import type { Span } from '../text/span.ts';

/** What the caret is in: told by the text before it, so half-typed text has places too. */
export interface ConfigurationPlace {
  readonly part: 'header' | 'key' | 'value';
  /** The keys before this one, or down to the value, from the configuration's own table on. */
  readonly path: readonly string[];
  /** The word around the caret, without quotes; empty where there is none. */
  readonly word: Span;
  /** The quote before the word, and whether it is closed behind it. */
  readonly quote: string;
  readonly isClosed: boolean;
  /** Whether an array is open, so that a value is an element. */
  readonly isElement: boolean;
}

/** A table or an array that is open at the caret. */
interface Level {
  readonly kind: 'table' | 'array';
  /** The keys that lead here. */
  readonly path: readonly string[];
}

/**
 * Where `offset` is in `configuration`; `undefined` in a comment, behind a value, and in what belongs to somebody else,
 * such as the other tables of a pyproject.toml.
 */
export function configurationPlace(
  { toml, prefix }: Pick<Configuration, 'toml' | 'prefix'>,
  offset: number,
): ConfigurationPlace | undefined {
  const { text } = toml;
  const statements = statementsIn(text).filter(({ start }) => start <= offset);
  const start = statements.at(-1)?.start ?? 0;
  const place = placeIn(text, start, offset, headerBefore(text, statements));
  if (!place || prefix.some((key, index) => place.path[index] !== key)) return undefined;
  return { ...place, path: place.path.slice(prefix.length) };
}

/** The table that the last statement stands in, by the last header before it. */
function headerBefore(text: string, statements: readonly Span[]): readonly string[] {
  const headers = statements.slice(0, -1).flatMap(({ start, end }) => {
    const keys = /^\s*\[\[?([^\]\r\n#]*)\]/.exec(text.slice(start, end))?.[1];
    return keys === undefined ? [] : [keysIn(keys)];
  });
  return headers.at(-1) ?? [];
}

const key = /"(?:\\.|[^"\\])*"|'[^']*'|[A-Za-z0-9_-]+/g;

function keysIn(dotted: string): string[] {
  return [...dotted.matchAll(key)].map(([word]) => decodeTomlKey(word));
}

/** One character class after another, as TOML has them. */
const token =
  /(?<comment>#.*)|(?<string>"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\r\n])*"?|'[^'\r\n]*'?)|(?<bare>[A-Za-z0-9_+:-]+)|(?<line>\r?\n|\r)|(?<sign>[[\]{}=,.])|[^\S\r\n]+|./gy;

function placeIn(
  text: string,
  start: number,
  offset: number,
  table: readonly string[],
): ConfigurationPlace | undefined {
  const reader = new Reader(text, table);
  token.lastIndex = start;
  for (let match = token.exec(text); match && match.index < offset; match = token.exec(text)) {
    const end = match.index + match[0].length;
    const { comment, string, bare, line, sign } = match.groups ?? {};
    const word = string ?? bare;
    const isOpen = string !== undefined && !isClosed(string);
    if (comment !== undefined && offset <= end) return undefined;
    if (word !== undefined && (offset < end || (offset === end && (string === undefined || isOpen)))) {
      return reader.at(wordSpan(match.index, word), string === undefined ? '' : word.charAt(0));
    }
    if (word !== undefined) reader.word(word);
    else if (line !== undefined) reader.line();
    else if (sign !== undefined) reader.sign(sign);
  }
  return reader.at({ start: offset, end: offset }, '');
}

function isClosed(string: string): boolean {
  return string.length > 1 && string.endsWith(string.charAt(0));
}

function wordSpan(start: number, word: string): Span {
  const quoted = /^["']/.test(word) ? 1 : 0;
  const closed = quoted && isClosed(word) ? 1 : 0;
  return { start: start + quoted, end: start + word.length - closed };
}

/** Takes in the tokens of one header or pair, and knows what may come next. */
class Reader {
  #table: readonly string[];
  readonly #text: string;
  #levels: Level[];
  #keys: string[] = [];
  #part: 'header' | 'key' | 'value' = 'key';
  /** Whether a value was read already where one is wanted, or a key where only `.` or `=` can follow. */
  #isDone = false;

  constructor(text: string, table: readonly string[]) {
    this.#text = text;
    this.#table = table;
    this.#levels = [{ kind: 'table', path: table }];
  }

  at(word: Span, quote: string): ConfigurationPlace | undefined {
    if (this.#isDone) return undefined;
    const base = this.#part === 'header' ? [] : this.#level.path;
    const isClosed = quote !== '' && this.#text.charAt(word.end) === quote;
    const isElement = this.#level.kind === 'array';
    return { part: this.#part, path: [...base, ...this.#keys], word, quote, isClosed, isElement };
  }

  word(word: string): void {
    if (this.#part !== 'value') this.#keys.push(decodeTomlKey(word));
    this.#isDone = true;
  }

  line(): void {
    if (this.#levels.length > 1) return;
    if (this.#part === 'header') this.#table = this.#keys;
    this.#levels = [{ kind: 'table', path: this.#table }];
    this.#begin('key');
  }

  sign(sign: string): void {
    const isStart = this.#part === 'key' && this.#keys.length === 0 && this.#levels.length === 1;
    if (sign === '[' && (isStart || (this.#part === 'header' && this.#keys.length === 0))) this.#begin('header');
    else if (sign === '.' && this.#part !== 'value') this.#isDone = false;
    else if (sign === '=' && this.#part === 'key') this.#value();
    else if (sign === '[' || sign === '{') this.#open(sign === '[' ? 'array' : 'table');
    else if (sign === ']' || sign === '}') this.#close();
    else if (sign === ',') this.#begin(this.#level.kind === 'array' ? 'value' : 'key');
  }

  get #level(): Level {
    return this.#levels.at(-1) ?? { kind: 'table', path: this.#table };
  }

  #begin(part: 'header' | 'key' | 'value'): void {
    this.#part = part;
    this.#keys = [];
    this.#isDone = false;
  }

  #value(): void {
    this.#part = 'value';
    this.#isDone = false;
  }

  #open(kind: Level['kind']): void {
    if (this.#part !== 'value') return;
    this.#levels.push({ kind, path: [...this.#level.path, ...this.#keys] });
    this.#begin(kind === 'array' ? 'value' : 'key');
  }

  #close(): void {
    if (this.#levels.length > 1) this.#levels.pop();
    if (this.#part !== 'header') this.#keys = [];
    this.#isDone = true;
  }
}

/** Where a configuration is, or can be written, in `document`. */
export function configurationText(document: AnyDocument): Pick<Configuration, 'toml' | 'prefix'> | undefined {
  if (document.kind === '.vercel-preflight.toml') return document.configuration;
  return document.kind === 'pyproject.toml' ? { toml: document.toml, prefix: configurationTable } : undefined;
}

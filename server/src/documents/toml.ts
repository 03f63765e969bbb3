import { parse, TomlError as SmolError } from 'smol-toml';
import { type Language, Parser } from 'web-tree-sitter';
import { lineAt } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Encoding, SourceFile } from './sourceFile.ts';
import { indexToml, type TomlIndex, type TomlNode } from './tomlIndex.ts';

/** Keys and array positions from the root on, such as `['tool', 'uv', 'index', 0, 'url']`. */
export type TomlPath = readonly (string | number)[];

export type TomlKind = 'string' | 'integer' | 'float' | 'boolean' | 'datetime' | 'array' | 'inlineTable';

/** A value, and the pair that gives it a key. */
export interface TomlEntry {
  readonly path: TomlPath;
  /** The key as it is written, dots and quotes included; absent for an element of an array. */
  readonly keySpan?: Span;
  /** The value with its quotes or brackets. */
  readonly valueSpan: Span;
  /** From the key to the end of the value; absent for an element of an array. */
  readonly pairSpan?: Span;
  readonly kind: TomlKind;
  /** The string that the value is, escapes resolved; absent for any other kind. */
  readonly string?: string;
  /** The elements of an array or the pairs of an inline table, in order; none for any other kind. */
  readonly items: readonly TomlEntry[];
}

/** The pairs under one header, or before the first one. */
export interface TomlTable {
  /** Ends in a number for an element of an array of tables; empty for the pairs before the first header. */
  readonly path: TomlPath;
  /** `[project]` with its brackets; absent for the pairs before the first header. */
  readonly header?: Span;
  /** From the header to the next one or to the end of the text. */
  readonly span: Span;
  /** The pairs that stand right under the header, in order. */
  readonly pairs: readonly TomlEntry[];
}

/** A key below a path, with the place where it is first written. */
export interface TomlKey {
  readonly name: string;
  /** The key alone, without the keys before it, quotes included. */
  readonly span: Span;
}

/** Why the text is no TOML 1.0. */
export interface TomlError {
  /** The first word that cannot stand there, or the one before it where it is a line that ends too early. */
  readonly span: Span;
  /** smol-toml's own words, without its prefix and its code frame. */
  readonly message: string;
}

/**
 * A TOML file twice: its value as strict TOML 1.0, by the very library and version that the builder uses, and its places,
 * which are known in half-typed text too. Each is made when it is first asked for.
 */
export interface TomlDocument {
  readonly text: string;
  readonly encoding: Encoding;
  /** Absent when the text is not valid TOML 1.0. */
  readonly value?: Record<string, unknown>;
  /** At most one: strict parsing stops at the first. */
  readonly errors: readonly TomlError[];
  /** All tables in the order of the text, the root first. Of two with one path the first is found by `table`. */
  readonly tables: readonly TomlTable[];
  /** The value at `path`, however its keys are spread over headers, dotted keys and inline tables. */
  entry(path: TomlPath): TomlEntry | undefined;
  /** The table with a header of its own at `path`; `[]` is the root. */
  table(path: TomlPath): TomlTable | undefined;
  /** Whether anything stands at `path` or below it. */
  has(path: TomlPath): boolean;
  /** The keys right below `path`, in the order of the text. */
  keys(path: TomlPath): readonly TomlKey[];
}

export interface TomlParser {
  /** Never throws. */
  parse(file: SourceFile): TomlDocument;
}

/** The parser for `language`, the tree-sitter grammar of TOML. `Parser.init` must have been awaited. */
export function createTomlParser(language: Language): TomlParser {
  const parser = new Parser();
  parser.setLanguage(language);
  return { parse: (file) => new LazyTomlDocument(file, parser) };
}

type Strict = Pick<TomlDocument, 'value' | 'errors'>;

class LazyTomlDocument implements TomlDocument {
  readonly text: string;
  readonly encoding: Encoding;
  private readonly parser: Parser;
  private strictResult?: Strict;
  private indexResult?: TomlIndex;

  constructor({ text, encoding }: SourceFile, parser: Parser) {
    this.text = text;
    this.encoding = encoding;
    this.parser = parser;
  }

  get value(): Record<string, unknown> | undefined {
    return this.strict().value;
  }

  get errors(): readonly TomlError[] {
    return this.strict().errors;
  }

  get tables(): readonly TomlTable[] {
    return this.index().tables;
  }

  entry(path: TomlPath): TomlEntry | undefined {
    return this.node(path)?.entry;
  }

  table(path: TomlPath): TomlTable | undefined {
    return this.node(path)?.table;
  }

  has(path: TomlPath): boolean {
    return this.node(path) !== undefined;
  }

  keys(path: TomlPath): readonly TomlKey[] {
    return [...(this.node(path)?.children ?? [])].flatMap(([name, { keySpan }]) =>
      typeof name === 'string' && keySpan ? [{ name, span: keySpan }] : [],
    );
  }

  private node(path: TomlPath): TomlNode | undefined {
    return path.reduce<TomlNode | undefined>((node, key) => node?.children?.get(key), this.index().root);
  }

  private index(): TomlIndex {
    this.indexResult ??= indexToml(this.text, this.parser);
    return this.indexResult;
  }

  private strict(): Strict {
    this.strictResult ??= parseStrictly(this.text);
    return this.strictResult;
  }
}

/**
 * The value of `text` by smol-toml 1.5.2, which never comes back from a comment in an open array or inline table on a last
 * line that has no ending: `skipUntil` starts again from the first character. Here such a line gets an ending, which
 * changes nothing else; the blank before it keeps a final carriage return the error that it is.
 * @throws smol-toml's TomlError where `text` is no TOML 1.0.
 */
export function parseTomlValue(text: string): Record<string, unknown> {
  const lastLine = text.slice(text.lastIndexOf('\n') + 1);
  return parse(lastLine.includes('#') ? `${text} \n` : text);
}

function parseStrictly(text: string): Strict {
  try {
    return { value: parseTomlValue(text), errors: [] };
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split('\n', 1) : [];
    const start = error instanceof SmolError ? offsetOf(text, error.line, error.column) : 0;
    return { errors: [{ span: wordAt(text, start), message: first.replace('Invalid TOML document: ', '') }] };
  }
}

/** The word that starts at `offset`, or the last one before it on the line where none does. */
function wordAt(text: string, offset: number): Span {
  const word = /^\S+/.exec(text.slice(offset))?.[0] ?? '';
  if (word) return { start: offset, end: offset + word.length };
  const line = lineAt(text, offset).start;
  const before = text.slice(line, offset).trimEnd();
  const end = before ? line + before.length : offset;
  return { start: end - (/\S*$/.exec(before)?.[0].length ?? 0), end };
}

/** The offset of a line and a column, both counted from 1, with the line endings that smol-toml counts. */
function offsetOf(text: string, line: number, column: number): number {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: ending, index }) => index + ending.length)];
  return Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
}

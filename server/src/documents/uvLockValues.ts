import type { Span } from '../text/span.ts';

/**
 * An inline table of `uv.lock`, with what is a string or a list of strings in it. What stands in a table within it, which is
 * always a source, counts as its own: `{ name = "a", source = { registry = "https://..." } }`.
 */
export interface UvTable {
  readonly span: Span;
  readonly strings: ReadonlyMap<string, string>;
  readonly arrays: ReadonlyMap<string, readonly string[]>;
}

const string = `"(?:[^"\\\\\\n]|\\\\.)*"|'[^'\\n]*'`;
const flatTable = `\\{(?:[^{}"']|${string})*\\}`;
const inlineTable = new RegExp(`\\{(?:[^{}"']|${string}|${flatTable})*\\}`, 'g');
const pair = new RegExp(`([\\w-]+)\\s*=\\s*(?:(${string})|\\[((?:[^\\]"']|${string})*)\\]|[^,}\\s]+)`, 'g');
const strings = new RegExp(string, 'g');

/**
 * The value that starts at `start`: an array to its closing bracket, anything else to the end of its line. An array that
 * is not closed ends before the next line that starts with a bracket.
 */
export function arrayAt(text: string, start: number): Span {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  if (text[start] !== '[' || /\]\s*$/.test(text.slice(start, end))) return { start, end };
  const bracket = /\n[[\]]/g;
  bracket.lastIndex = start;
  const found = bracket.exec(text);
  if (!found) return { start, end: text.length };
  return { start, end: found[0] === '\n]' ? found.index + 2 : found.index };
}

/** The string that stands in `span`, and its place between the quotes. */
export function uvText(text: string, { start, end }: Span): { value: string; span: Span } | undefined {
  const source = text.slice(start, end);
  const found = /^(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')/.exec(source);
  if (!found) return undefined;
  return { value: plain(found[0]), span: { start: start + 1, end: start + found[0].length - 1 } };
}

/** All strings in `span`. */
export function stringsIn(text: string, { start, end }: Span): string[] {
  return [...text.slice(start, end).matchAll(strings)].map(([source]) => plain(source));
}

/** The inline tables in `span`, in order. */
export function inlineTables(text: string, { start, end }: Span): UvTable[] {
  return [...text.slice(start, end).matchAll(inlineTable)].map(({ 0: source, index }) => {
    const found = new Map<string, string>();
    const arrays = new Map<string, readonly string[]>();
    for (const [, key = '', value, list] of source.matchAll(pair)) {
      if (value !== undefined) found.set(key, plain(value));
      else if (list !== undefined)
        arrays.set(
          key,
          [...list.matchAll(strings)].map(([item]) => plain(item)),
        );
    }
    const at = start + index;
    return { span: { start: at, end: at + source.length }, strings: found, arrays };
  });
}

/** Without its quotes; of the escapes only those of quotes and backslashes occur in a lock file. */
function plain(source: string): string {
  const inner = source.slice(1, -1);
  return source.startsWith('"') ? inner.replace(/\\(["\\])/g, '$1') : inner;
}

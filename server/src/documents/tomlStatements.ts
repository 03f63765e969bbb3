import type { Span } from '../text/span.ts';

const key = `(?:[A-Za-z0-9_-]+|"[^"\\n]*"|'[^'\\n]*')`;
const dottedKey = `${key}(?:[ \\t]*\\.[ \\t]*${key})*`;
/** A header, whole or half-typed. */
const header = `\\[\\[?[ \\t]*${dottedKey}[ \\t.]*\\]{0,2}[ \\t]*(?:#.*)?\\r?$`;
/** A line that can hardly be anything but the start of something new: a header, or a key with its `=`. */
const opening = new RegExp(`^[ \\t]*(?:${header}|${dottedKey}[ \\t]*=)`);

/** What may hold a quote, a hash sign or a line ending without meaning it, and line endings. */
const lexeme =
  /"""[^"\\]*(?:(?:\\[\s\S]|"(?!""))[^"\\]*)*(?:"{3,5}|$)|'''[^']*(?:'(?!'')[^']*)*(?:'{3,5}|$)|"(?:\\.|[^"\\\n])*"?|'[^'\n]*'?|#.*|\n/g;

/**
 * Broken TOML cut into statements, so that one that does not parse leaves its neighbours alone: each header and each
 * pair, with the lines up to the next one. Lines inside multi-line strings start nothing.
 */
export function statementsIn(text: string): Span[] {
  const starts = [0, ...lineStarts(text).filter((start) => opening.test(lineFrom(text, start)))];
  return starts.flatMap((start, index) => {
    const end = starts[index + 1] ?? text.length;
    return start < end ? [{ start, end }] : [];
  });
}

/** The offsets of the lines that do not start inside a multi-line string, but that of the first line. */
function lineStarts(text: string): number[] {
  return [...text.matchAll(lexeme)].flatMap(({ 0: lexeme, index }) => (lexeme === '\n' ? [index + 1] : []));
}

function lineFrom(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

/**
 * `text` with characters that nobody can see (a byte order mark, zero-width and direction marks) written out as
 * `\u{feff}`, so that a message about one says which. Blanks and line endings stay.
 */
export function visible(text: string): string {
  return text.replace(/\p{Cf}/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}

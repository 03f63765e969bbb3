/**
 * `code` of JavaScript without characters beyond ASCII. A single one makes Node.js keep the whole text with two bytes a
 * character, which for the command line is a tenth of its memory. esbuild escapes them in strings, but not in regular
 * expressions, templates and comments.
 */
export function ascii(code) {
  const cooked = /(?<!\\)(?:\\\\)*\\[^\0-\x7f]|String\.raw`[^`]*[^\0-\x7f]/.exec(code);
  if (cooked) throw new Error(`There is no way to write this in ASCII: ${cooked[0]}`);
  return code.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

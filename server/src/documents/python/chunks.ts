/**
 * The offsets at which the chunks of `text` start, the first of them 0. A chunk is what lies between two places where a
 * statement at top level begins: of text that is valid Python, one statement line, or one compound statement with its
 * decorators and all its clauses, and the comments and blank lines behind it.
 *
 * Each chunk is parsed by itself. So an error never reaches into the next chunk, and a keystroke costs one chunk.
 * A bracket that is not closed yet ends at a line that begins with a word no expression can hold, as `def` or `import`.
 */
export function chunkStarts(text: string): number[] {
  const starts = [0];
  const scan: Scan = { at: 0, depth: 0 };
  let decorated = beginsWithDecorator(text, 0);
  while (toNextLine(text, scan)) {
    const words = firstWords(text, scan.at);
    if (words === undefined || (scan.depth > 0 && !startsStatement.test(words))) continue;
    scan.depth = 0;
    if (furtherClause.test(words)) continue;
    const isDecorator = words.startsWith('@');
    const continues = decorated && (isDecorator || definition.test(words));
    decorated = isDecorator;
    if (!continues) starts.push(scan.at);
  }
  return starts;
}

/** Where the scan of a text has come to. */
interface Scan {
  at: number;
  /** How many brackets are open. */
  depth: number;
}

/** Words that no expression holds at its start of a line; `@` could stand there, but not with a name right behind it. */
const startsStatement =
  /^(?:(?:def|class|import|while|try|return|del|raise|pass|assert|global|nonlocal|break|continue|with)\b|from[ \t]+[\w.]+[ \t]+import\b|async[ \t]+(?:def|with)\b|@\w)/;
const furtherClause = /^(?:else|elif|except|finally)\b/;
const definition = /^(?:async[ \t]+)?(?:def|class)\b/;
const newline = /[\r\n]/g;
const special = /[#'"()[\]{}\\\r\n]/g;
const restOfString = { "'": /(?:[^\\\r\n']|\\(?:\r\n|[\s\S]))*'?/y, '"': /(?:[^\\\r\n"]|\\(?:\r\n|[\s\S]))*"?/y };

/** Moves `scan` to the start of the next line that is not inside a string or behind a backslash; false at the end. */
function toNextLine(text: string, scan: Scan): boolean {
  for (;;) {
    special.lastIndex = scan.at;
    const character = special.exec(text)?.[0];
    if (character === undefined) return false;
    scan.at = special.lastIndex;
    if (character === '\n' || (character === '\r' && text[scan.at] !== '\n')) return true;
    if (character === '#') scan.at = endOfLine(text, scan.at);
    else if (character === '\\') scan.at += text.startsWith('\r\n', scan.at) ? 2 : 1;
    else if (character === '"' || character === "'") scan.at = endOfString(text, scan.at, character);
    else if ('([{'.includes(character)) scan.depth++;
    else if (')]}'.includes(character)) scan.depth = Math.max(0, scan.depth - 1);
  }
}

function endOfLine(text: string, at: number): number {
  newline.lastIndex = at;
  return newline.exec(text)?.index ?? text.length;
}

/** The end of the string whose first quote lies right before `at`; that of the line where a short one is not closed. */
function endOfString(text: string, at: number, quote: '"' | "'"): number {
  const triple = quote.repeat(3);
  if (!text.startsWith(triple, at - 1)) {
    const rest = restOfString[quote];
    rest.lastIndex = at;
    return rest.test(text) ? rest.lastIndex : at;
  }
  for (let end = text.indexOf(triple, at + 2); end >= 0; end = text.indexOf(triple, end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end + 3;
  }
  return text.length;
}

/** What a line that begins with code begins with; `undefined` for one that is blank, indented or a comment. */
function firstWords(text: string, lineStart: number): string | undefined {
  const character = text[lineStart];
  if (character === undefined || ' \t\f\r\n#\\'.includes(character)) return undefined;
  return text.slice(lineStart, lineStart + 120);
}

function beginsWithDecorator(text: string, lineStart: number): boolean {
  return text.startsWith('@', lineStart);
}

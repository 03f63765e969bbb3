import { publicNames, secretNames, tokenForms } from '../../../facts/credentials.ts';

/** Controls and marks of direction: text with them could move the cursor or show other code than there is. */
const unprintable = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** `text` on one line, safe for a terminal. */
export function printable(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(unprintable, '\uFFFD');
}

/**
 * `line` of the same length, without the passwords in its URLs, keys of known forms, and values of variables whose names
 * say that they are secret: reports end up in public build logs.
 */
export function withoutPasswords(line: string): string {
  const tokens = /(?<=:\/\/)[^\s:/?#'"@${}%<]{20,}(?=@)/g;
  return line
    .replace(tokens, (token) => '*'.repeat(token.length))
    .replace(/(:\/\/[^\s:/?#'"@]*:)([^\s/?#'"]+)(?=@)/g, (whole, before: string, password: string) =>
      /^[{$%<]/.test(password) ? whole : before + '*'.repeat(password.length),
    )
    .replace(/(["'])([^"']{16,})\1/g, (whole, quote: string, text: string) =>
      isToken(text) ? quote + '*'.repeat(text.length) + quote : whole,
    )
    .replace(
      /(["'](\w+)["']\s*:\s*)(["'])([^"'\s]{20,})\3/g,
      (whole, before: string, name: string, quote, text: string) =>
        secretNames.test(name) && !publicNames.test(name) ? before + quote + '*'.repeat(text.length) + quote : whole,
    );
}

function isToken(text: string): boolean {
  const bare = text.replace(/^(?:Bearer|token) /i, '');
  return tokenForms.some(({ pattern }) => pattern.test(bare));
}

/** What a terminal shows for a few characters of a text. */
export interface Cell {
  readonly text: string;
  /** Columns. */
  readonly width: number;
  /** Offset of the first character, and the one behind the last. */
  readonly start: number;
  readonly end: number;
}

const tabWidth = 4;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** `line` as a terminal shows it, one cell for what looks like one character. */
export function cellsOf(line: string): Cell[] {
  let column = 0;
  return [...graphemes.segment(line)].map(({ segment, index }) => {
    const text = segment === '\t' ? ' '.repeat(tabWidth - (column % tabWidth)) : printable(segment);
    const width = segment === '\t' ? text.length : widthOf(text);
    column += width;
    return { text, width, start: index, end: index + segment.length };
  });
}

const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303E\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6]|\uFE0F/u;
const empty = /^[\p{Mn}\p{Me}\p{Cf}]*$/u;

/** Columns that one grapheme takes, as most terminals count. */
function widthOf(grapheme: string): number {
  if (/^[\x20-\x7e]$/.test(grapheme)) return 1;
  if (empty.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

/** Columns that `text` takes. */
export function displayWidth(text: string): number {
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** `text` with blanks behind it up to `width` columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** `text` behind a margin of blanks, broken between words where it is longer than `width` allows. */
export function hanging(text: string, margin: number, width = Number.POSITIVE_INFINITY): string {
  const room = Math.max(30, width - margin);
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && displayWidth(`${line} ${word}`) <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join(`\n${' '.repeat(margin)}`);
}

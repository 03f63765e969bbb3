const escapes: Readonly<Record<string, string>> = {
  ...{ b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' },
};

/**
 * The string that a TOML literal, with its quotes, stands for. Never throws: an escape that TOML does not know stays as
 * it is written. Line endings in multi-line strings stay as they are. Source: https://toml.io/en/v1.0.0#string
 */
export function decodeTomlString(literal: string): string {
  const { content, multiline, basic } = unquoted(literal);
  const text = multiline ? content.replace(/^\r?\n/, '') : content;
  if (!basic) return text;
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([ \t]*\r?\n)[ \t\r\n]*|(.))/g, (whole, ...parts) => {
    const [short, long, lineEnding, letter] = parts as (string | undefined)[];
    if (lineEnding !== undefined) return multiline ? '' : whole;
    const code = Number.parseInt(short ?? long ?? '', 16);
    if (Number.isNaN(code)) return escapes[letter ?? ''] ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The name that a key stands for, quoted or bare. */
export function decodeTomlKey(key: string): string {
  return /^['"]/.test(key) ? decodeTomlString(key) : key;
}

/** How many characters of `literal` are quotes before and behind its content. A closing quote may be missing. */
export function quotesOf(literal: string): { readonly before: number; readonly behind: number } {
  const quote = /^(?:"""|'''|["'])/.exec(literal)?.[0] ?? '';
  const closed = literal.length >= 2 * quote.length && literal.endsWith(quote);
  return { before: quote.length, behind: closed ? quote.length : 0 };
}

function unquoted(literal: string) {
  const { before, behind } = quotesOf(literal);
  return {
    content: literal.slice(before, literal.length - behind),
    multiline: before === 3,
    basic: literal.startsWith('"'),
  };
}

/**
 * `text` as a TOML string on one line: in single quotes where `literal` is wanted and can hold it, else in double ones.
 * Unpaired surrogates, which TOML cannot write, are replaced.
 */
export function encodeTomlString(text: string, literal = false): string {
  if (literal && /^[\t\x20-\x26\x28-\x7e\u{80}-\u{d7ff}\u{e000}-\u{10ffff}]*$/u.test(text)) return `'${text}'`;
  const scalars = text.replace(/[\ud800-\udfff]/gu, '\ufffd');
  return JSON.stringify(scalars).replaceAll('\x7f', '\\u007f');
}

/** `name` as a key: bare where TOML allows it, quoted elsewhere. */
export function encodeTomlKey(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : encodeTomlString(name);
}

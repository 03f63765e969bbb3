/** How the text of a string literal is to be read, from its prefix and quotes. */
export interface StringForm {
  readonly raw: boolean;
  readonly bytes: boolean;
  /** An f-string or a t-string. */
  readonly formatted: boolean;
}

/** The form of a literal that opens with `opening`, as `rb"""` (Python reference, 2.4.1). */
export function stringForm(opening: string): StringForm {
  const prefix = opening.replace(/["']+$/, '').toLowerCase();
  return { raw: prefix.includes('r'), bytes: prefix.includes('b'), formatted: /[ft]/.test(prefix) };
}

/** What `source`, text between quotes and fields, stands for; `undefined` where that takes the Unicode name table. */
export function stringText(source: string, form: StringForm): string | undefined {
  const lines = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  const text = form.formatted ? lines.replace(/\{\{|\}\}/g, (brace) => brace.charAt(0)) : lines;
  if (form.raw || !text.includes('\\')) return text;
  if (!form.bytes && unicodeName.test(text)) return undefined;
  return text.replace(escapeSequence, (whole, what: string) => resolved(what) ?? whole);
}

const unicodeName = /(?<!\\)(?:\\\\)*\\N\{/;
const escapeSequence = /\\(\n|[0-7]{1,3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/g;
const simpleEscapes: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function resolved(what: string): string | undefined {
  const simple = simpleEscapes[what];
  if (simple !== undefined) return simple;
  if (/^[0-7]/.test(what)) return String.fromCodePoint(Number.parseInt(what, 8));
  if (what.length === 1) return undefined;
  const code = Number.parseInt(what.slice(1), 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** The value of a Python number literal; NaN where it is complex or not a number. */
export function numberValue(source: string): number {
  const digits = source.replaceAll('_', '').replace(/[lL]$/, '').toLowerCase();
  return digits.endsWith('j') && !digits.startsWith('0x') ? Number.NaN : Number(digits);
}

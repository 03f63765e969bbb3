import type { Span } from '../text/span.ts';

/** One `NAME=value` of a `.env` file. */
export interface DotenvEntry {
  readonly name: string;
  readonly nameSpan: Span;
  /** Without quotes. Never shown to anybody. */
  readonly value: string;
}

const line = /^([ \t]*(?:export[ \t]+)?)([A-Za-z_][\w.-]*)[ \t]*=[ \t]*("(?:\\[\s\S]|[^"\\])*"|'[^']*'|[^\r\n]*)/gm;

/** The assignments in a `.env` file, in order, as python-dotenv and the `dotenv` of Node read them; other lines are passed over. */
export function dotenvEntries(text: string): readonly DotenvEntry[] {
  return [...text.matchAll(line)].map((match) => {
    const [, indent = '', name = '', value = ''] = match;
    const start = match.index + indent.length;
    return { name, nameSpan: { start, end: start + name.length }, value: plainValue(value) };
  });
}

function plainValue(value: string): string {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(value)?.[2];
  return quoted ?? value.replace(/(?:^|\s)#.*$/, '').trim();
}

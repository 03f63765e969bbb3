import { expandBraces } from './braces.ts';

/** Whether `pattern` has a character that makes it more than a path. */
export function isGlob(pattern: string): boolean {
  return /[*?[\]{}!()]/.test(pattern);
}

export interface GlobOptions {
  /** Whether `*`, `?` and `**` take names that start with a dot; they do unless it says no. */
  readonly dot?: boolean;
}

const nothing = /(?!)/;
const known = new Map<string, RegExp>();

/**
 * A regular expression for a glob over paths with `/`, as minimatch 3.1.2 reads it, which Vercel's tools use: `*`, `?`, `**`,
 * `[…]`, `{a,b}`, `{1..3}`, `@(a|b)` and its kin, `!` before the whole, and `#` for a pattern that matches nothing.
 */
export function globToRegExp(pattern: string, { dot = true }: GlobOptions = {}): RegExp {
  const key = `${dot}${pattern}`;
  const before = known.get(key);
  if (before) return before;
  const made = compile(pattern, dot);
  if (known.size > 500) known.clear();
  known.set(key, made);
  return made;
}

function compile(pattern: string, dot: boolean): RegExp {
  if (pattern.startsWith('#')) return nothing;
  const negations = /^!*/.exec(pattern)?.[0].length ?? 0;
  const alternatives = expandBraces(pattern.slice(negations).trim()).map((path) => pathSource(path, dot));
  try {
    const source = `^(?:${alternatives.join('|')})$`;
    return negations % 2 === 1 ? new RegExp(`^(?!${source}).*$`, 's') : new RegExp(source, 's');
  } catch {
    return nothing;
  }
}

function pathSource(pattern: string, dot: boolean): string {
  const segments = pattern.split(/\/+/);
  const anything = dot ? '(?!\\.{1,2}(?:/|$))[^/]+' : '(?!\\.)[^/]+';
  return segments
    .map((segment, index) => {
      const isLast = index === segments.length - 1;
      if (segment !== '**') return `${segmentSource(segment, dot)}${isLast ? '' : '/'}`;
      return isLast ? `${anything}(?:/${anything})*` : `(?:${anything}/)*`;
    })
    .join('');
}

/** One name of the path. A name with magic is never empty and starts with no dot, unless the pattern says so. */
function segmentSource(segment: string, dot: boolean): string {
  const { source, isMagic } = pieces(segment, '(?=/|$)');
  if (!isMagic) return source;
  const start = dot ? '(?!\\.{1,2}(?:/|$))' : '(?!\\.)';
  return `${segment.startsWith('.') ? '' : start}(?=[^/])${source}`;
}

interface Source {
  readonly source: string;
  readonly isMagic: boolean;
}

/** `end` is what must follow the last piece, for the sake of `!(…)`, which looks ahead over all that follows it. */
function pieces(text: string, end: string): Source {
  if (!text) return { source: '', isMagic: false };
  const list = /^([?*+@!])\(/.exec(text);
  const close = list ? closingParenthesis(text) : -1;
  if (list && close > 0) {
    const rest = pieces(text.slice(close + 1), end);
    const alternatives = splitAlternatives(text.slice(2, close)).map((one) => pieces(one, '').source);
    return { source: listSource(list[1] ?? '', alternatives.join('|'), rest.source, end), isMagic: true };
  }
  const { source, length, isMagic } = piece(text);
  const rest = pieces(text.slice(length), end);
  return { source: source + rest.source, isMagic: isMagic || rest.isMagic };
}

function listSource(type: string, alternatives: string, rest: string, end: string): string {
  if (type === '!') return `(?:(?!(?:${alternatives})${rest}${end})[^/]*?)${rest}`;
  return `(?:${alternatives})${type === '@' ? '' : type}${rest}`;
}

function piece(text: string): Source & { readonly length: number } {
  const [character = ''] = text;
  const set = character === '[' ? /^\[([!^]?)(\]?[^\]]*)\]/.exec(text) : null;
  if (set?.[2] && isClass(set[2])) {
    return { source: `(?!/)[${set[1] ? '^' : ''}${inClass(set[2])}]`, length: set[0].length, isMagic: true };
  }
  if (character === '*') return { source: '[^/]*?', length: 1, isMagic: true };
  if (character === '?') return { source: '[^/]', length: 1, isMagic: true };
  const isEscape = character === '\\' && text.length > 1;
  const literal = isEscape ? text.slice(1, 2) : character;
  return { source: literal.replace(/[.*+?^${}()|[\]\\]/, '\\$&'), length: isEscape ? 2 : 1, isMagic: false };
}

function inClass(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}

function isClass(text: string): boolean {
  try {
    return new RegExp(`[${inClass(text)}]`) !== undefined;
  } catch {
    return false;
  }
}

function closingParenthesis(text: string): number {
  let depth = 0;
  for (let at = 1; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return at;
  }
  return -1;
}

function splitAlternatives(text: string): string[] {
  const result = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === '|' && depth === 0) result.push('');
    else result[result.length - 1] += character;
  }
  return result;
}

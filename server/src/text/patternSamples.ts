/** At most so many samples are kept of a part of a pattern. */
const mostSamples = 12;

/**
 * Texts that a regular expression is about: one and more for each of its alternatives, and for what it looks ahead to. Not
 * each of them need fit it, for what nearly fits is as good a question.
 * @param pattern the source of a JavaScript regular expression
 * @returns `undefined` where it says something that is not understood here, such as a back reference
 */
export function patternSamples(pattern: string): readonly string[] | undefined {
  const reader = new PatternReader(pattern);
  const samples = reader.alternatives();
  return reader.isAtEnd && !reader.failed ? samples : undefined;
}

class PatternReader {
  readonly #pattern: string;
  #at = 0;
  failed = false;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#pattern.length;
  }

  alternatives(): readonly string[] {
    const found = [...this.#sequence()];
    while (this.#takes('|')) found.push(...this.#sequence());
    return distinct(found);
  }

  #sequence(): readonly string[] {
    let found: readonly string[] = [''];
    while (!this.isAtEnd && !this.failed && !/[|)]/.test(this.#next)) {
      const isDot = this.#next === '.';
      const atom = this.#atom();
      found = joined(found, this.#repeated(atom, isDot));
    }
    return found;
  }

  get #next(): string {
    return this.#pattern[this.#at] ?? '';
  }

  #takes(text: string): boolean {
    if (!this.#pattern.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #fail(): readonly string[] {
    this.failed = true;
    return [];
  }

  #atom(): readonly string[] {
    const character = this.#next;
    this.#at++;
    if (character === '^' || character === '$') return [''];
    if (character === '.') return ['a'];
    if (character === '[') return this.#class();
    if (character === '(') return this.#group();
    if (character === '\\') return this.#escape();
    return /[*+?{}\]]/.test(character) ? this.#fail() : [character];
  }

  #group(): readonly string[] {
    const looksAhead = this.#takes('?!') || this.#takes('?=');
    const name = /^\?(?::|<[A-Za-z_]\w*>)/.exec(this.#pattern.slice(this.#at))?.[0];
    if (!looksAhead && this.#next === '?' && name === undefined) return this.#fail();
    this.#at += name?.length ?? 0;
    const inner = this.alternatives();
    if (!this.#takes(')')) return this.#fail();
    return looksAhead ? distinct(['', ...inner]) : inner;
  }

  #escape(): readonly string[] {
    const character = this.#next;
    this.#at++;
    if (character in classes) return [classes[character] ?? ''];
    return /[A-Za-z0-9]/.test(character) || character === '' ? this.#fail() : [character];
  }

  #class(): readonly string[] {
    const body = /^(?:\\.|[^\]\\])*/.exec(this.#pattern.slice(this.#at))?.[0] ?? '';
    this.#at += body.length;
    if (!this.#takes(']')) return this.#fail();
    const fits = regularExpression(`^[${body}]$`);
    return fits ? [...'a/0-._Z~'].filter((one) => fits.test(one)).slice(0, 3) : this.#fail();
  }

  /** The samples of a part with what a quantifier behind it allows: none, one, two. */
  #repeated(atom: readonly string[], isDot: boolean): readonly string[] {
    const quantifier = /^(?:[*+?]|\{(\d+)(,\d*)?\})/.exec(this.#pattern.slice(this.#at));
    if (!quantifier) return atom;
    this.#at += quantifier[0].length;
    this.#takes('?');
    const [sign, least] = quantifier;
    const fewest = sign === '+' ? 1 : Number(least ?? 0);
    if (fewest > 8) return this.#fail();
    const some = isDot ? ['a', 'a/b', 'x.py'] : atom;
    const first = Array.from({ length: fewest }, () => some).reduce(joined, ['']);
    return sign === '?' ? distinct(['', ...atom]) : distinct([...first, ...joined(first, some)]);
  }
}

/** A character of each class that an escape names. */
const classes: Readonly<Record<string, string>> = { d: '1', w: 'a', s: ' ', S: 'a', D: 'a', W: '-' };

function joined(left: readonly string[], right: readonly string[]): readonly string[] {
  return distinct(left.flatMap((head) => right.map((tail) => head + tail)));
}

/** Each once, spread over the list where there are too many. */
function distinct(all: readonly string[]): readonly string[] {
  const once = [...new Set(all)];
  const step = Math.ceil(once.length / mostSamples);
  return step <= 1 ? once : once.filter((_one, index) => index % step === 0);
}

function regularExpression(source: string): RegExp | undefined {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
}

/** Characters of a literal that are looked for first; shorter literals are looked for one by one. */
const windowLength = 4;

/** Bits of a number that stands for a window. */
const slotBits = 14;

interface Literal {
  readonly text: string;
  readonly numbers: readonly number[];
  /** Where its window begins in it. */
  readonly offset: number;
}

/**
 * Finds which of many literal texts occur in a line, in one pass over its characters.
 * A log has many lines and few that matter, so this is what makes a signature cheap: four characters of each literal, its
 * rarest, make a number, and only where a line has these four the literal itself is compared. (An automaton over all
 * literals takes no longer for a line, but a tenth of a second and megabytes to be built.)
 */
export class Scanner {
  readonly #short: Literal[] = [];
  readonly #bySlot: (Literal[] | undefined)[] = [];
  readonly #isTaken = new Uint8Array(1 << slotBits);

  /** @param literals the texts to look for, each with the numbers it stands for; texts are not empty. */
  constructor(literals: ReadonlyMap<string, readonly number[]>) {
    for (const [text, numbers] of literals) {
      if (text.length < windowLength) this.#short.push({ text, numbers, offset: 0 });
      else this.#add({ text, numbers, offset: rarestWindow(text) });
    }
  }

  /** Calls `report` with each number of a literal in `text`; a number may be reported more than once. */
  scan(text: string, report: (number: number) => void): void {
    for (const literal of this.#short) if (text.includes(literal.text)) literal.numbers.forEach(report);
    const taken = this.#isTaken;
    let window = 0;
    for (let at = 0; at < text.length; at++) {
      window = ((window << 8) + text.charCodeAt(at)) | 0;
      const slot = slotOf(window);
      if (taken[slot] === 1) this.#compare(slot, text, at + 1 - windowLength, report);
    }
  }

  #add(literal: Literal): void {
    let window = 0;
    for (let at = 0; at < windowLength; at++) window = (window << 8) + literal.text.charCodeAt(literal.offset + at);
    const slot = slotOf(window);
    this.#isTaken[slot] = 1;
    this.#bySlot[slot] = [...(this.#bySlot[slot] ?? []), literal];
  }

  #compare(slot: number, text: string, at: number, report: (number: number) => void): void {
    for (const literal of this.#bySlot[slot] ?? []) {
      const start = at - literal.offset;
      if (start >= 0 && text.startsWith(literal.text, start)) literal.numbers.forEach(report);
    }
  }
}

/** The last four characters decide: what came before has been shifted out of the 32 bits of `window`. */
function slotOf(window: number): number {
  return Math.imul(window, 0x9e3779b1) >>> (32 - slotBits);
}

/** Where the four characters begin that a line has least often: small letters and blanks are everywhere. */
function rarestWindow(text: string): number {
  let best = 0;
  let most = -1;
  for (let start = 0; start + windowLength <= text.length; start++) {
    const rare = text.slice(start, start + windowLength).replace(/[a-z ]/g, '').length;
    if (rare < most) continue;
    [best, most] = [start, rare];
  }
  return best;
}

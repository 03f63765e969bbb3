/**
 * Finds which of many literal texts occur in a line, in one pass over its characters (Aho and Corasick, 1975).
 * A log has many lines and few that matter, so this is what makes a signature cheap.
 */
export class Scanner {
  readonly #classes = new Uint8Array(65536);
  readonly #width: number;
  readonly #next: Int32Array;
  /** What ends in each state. */
  readonly #found: readonly (readonly number[])[];

  /** @param literals the texts to look for, each with the numbers it stands for; texts are not empty. */
  constructor(literals: ReadonlyMap<string, readonly number[]>) {
    let classes = 1;
    for (const literal of literals.keys()) {
      for (let at = 0; at < literal.length; at++) {
        const code = literal.charCodeAt(at);
        if (this.#classes[code] === 0) this.#classes[code] = classes++;
      }
    }
    this.#width = classes;
    const size = 1 + [...literals.keys()].reduce((sum, literal) => sum + literal.length, 0);
    this.#next = new Int32Array(size * classes);
    this.#found = this.#build(literals);
  }

  /** Calls `report` with each number of a literal in `text`; a number may be reported more than once. */
  scan(text: string, report: (number: number) => void): void {
    const [next, classes, width, all] = [this.#next, this.#classes, this.#width, this.#found];
    let state = 0;
    for (let at = 0; at < text.length; at++) {
      state = next[state * width + (classes[text.charCodeAt(at)] ?? 0)] ?? 0;
      const found = all[state];
      if (found) for (const number of found) report(number);
    }
  }

  #build(literals: ReadonlyMap<string, readonly number[]>): (readonly number[])[] {
    const found: number[][] = [];
    let states = 1;
    for (const [literal, numbers] of literals) {
      let state = 0;
      for (let at = 0; at < literal.length; at++) {
        const edge = state * this.#width + (this.#classes[literal.charCodeAt(at)] ?? 0);
        if (this.#next[edge] === 0) this.#next[edge] = states++;
        state = this.#next[edge] ?? 0;
      }
      found[state] = [...(found[state] ?? []), ...numbers];
    }
    this.#addFailures(found);
    return found;
  }

  /** Edges for where a literal does not go on: to the longest end of what was read that begins a literal. */
  #addFailures(found: number[][]): void {
    const [next, width] = [this.#next, this.#width];
    const failure: number[] = [0];
    const queue: number[] = [];
    for (let symbol = 0; symbol < width; symbol++) {
      const child = next[symbol] ?? 0;
      if (child === 0) continue;
      failure[child] = 0;
      queue.push(child);
    }
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0;
      const fallback = failure[state] ?? 0;
      const inherited = found[fallback];
      if (inherited) found[state] = [...(found[state] ?? []), ...inherited];
      for (let symbol = 0; symbol < width; symbol++) {
        const edge = state * width + symbol;
        const beside = next[fallback * width + symbol] ?? 0;
        const child = next[edge] ?? 0;
        if (child === 0) next[edge] = beside;
        else {
          failure[child] = beside;
          queue.push(child);
        }
      }
    }
  }
}

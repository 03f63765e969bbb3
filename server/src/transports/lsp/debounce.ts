/** Puts work off until nothing has asked for it for a while, separately for each key. */
export class Debounce<K> {
  readonly #milliseconds: number;
  readonly #work: (key: K) => void;
  readonly #timers = new Map<K, ReturnType<typeof setTimeout>>();

  constructor(milliseconds: number, work: (key: K) => void) {
    this.#milliseconds = milliseconds;
    this.#work = work;
  }

  schedule(key: K): void {
    clearTimeout(this.#timers.get(key));
    const run = () => {
      this.#timers.delete(key);
      this.#work(key);
    };
    this.#timers.set(key, setTimeout(run, this.#milliseconds));
  }

  /** Forgets what was asked for. */
  cancel(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}

/** What an index once answered, with what asks whether that still holds. */
export interface CachedAnswer {
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly contentType: string;
  readonly text: string;
}

/** Younger answers stand without asking. PyPI itself gives ten minutes (`Cache-Control: max-age=600`; general knowledge). */
export const freshFor = 10 * 60 * 1000;

/** Older ones are removed, and stand for nothing even where the index is down. */
export const keptFor = 30 * 24 * 60 * 60 * 1000;

/** Where answers are kept. What cannot be read or written counts as not there: a cache is never needed. */
export interface AnswerCache {
  get(key: string): Promise<CachedAnswer | undefined>;
  set(key: string, answer: CachedAnswer): Promise<void>;
  /** Removes what is too old. @param now in milliseconds since 1970 */
  prune(now: number): Promise<void>;
}

/** Answers in memory: where there is no disk. */
export class MemoryCache implements AnswerCache {
  readonly #answers = new Map<string, CachedAnswer>();

  get(key: string): Promise<CachedAnswer | undefined> {
    return Promise.resolve(this.#answers.get(key));
  }

  set(key: string, answer: CachedAnswer): Promise<void> {
    this.#answers.set(key, answer);
    return Promise.resolve();
  }

  prune(now: number): Promise<void> {
    for (const [key, { askedAt }] of this.#answers) if (now - askedAt > keptFor) this.#answers.delete(key);
    return Promise.resolve();
  }
}

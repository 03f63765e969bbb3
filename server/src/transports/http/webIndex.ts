import { AddressError, plainAddress } from './address.ts';
import { type AnswerCache, MemoryCache } from './answers.ts';
import { askAddress, type Question, type Reply } from './askAddress.ts';
import type { Fetch } from './client.ts';

export interface WebQuestion extends Pick<Question, 'names' | 'signal' | 'onProgress' | 'patience'> {
  /** As it was configured. */
  readonly indexUrl: string;
}

/**
 * Asks the index from a worker. There is no disk, no environment and no netrc there, the browser has its own cache and proxy,
 * and it asks only an index that allows that (CORS), as PyPI does. Nothing but headers that need no preflight is sent.
 * @param answers what is kept for as long as the worker lives
 */
export function webIndex(fetch: Fetch, answers: AnswerCache = new MemoryCache()) {
  return async ({ indexUrl, ...question }: WebQuestion): Promise<Reply> => {
    const address = plainAddress(indexUrl.trim());
    if (address.login || indexUrl.includes('${'))
      throw new AddressError('In a browser the URL of the index can hold neither credentials nor variables.');
    const all = { ...question, address, fetch, cache: answers, revalidates: true, now: Date.now };
    const { failure, index } = await askAddress(all);
    // A browser does not tell a network that is down from an index that it may not ask.
    const told = failure === 'the connection failed' ? `${failure}, or it lets no browser ask (CORS)` : failure;
    return { index, ...(told === undefined ? {} : { failure: told }) };
  };
}

/** `fetch` of a worker, without cookies. */
export const workerFetch: Fetch = (url, init) => globalThis.fetch(url, { ...init, credentials: 'omit' });

import { type Question as AddressQuestion, askAddress, type Reply } from './askAddress.ts';
import { Cache } from './cache.ts';
import { addressOf } from './credentials.ts';

export { AddressError, usualIndex } from './address.ts';
export type { Reply } from './askAddress.ts';
export { cacheFolder } from './cache.ts';
export type { Fetch } from './client.ts';

export interface Question extends Omit<AddressQuestion, 'address' | 'cache'> {
  /** As it was configured; it may hold credentials and `${NAME}`. */
  readonly indexUrl: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absent: nothing is kept. */
  readonly cacheFolder?: string;
}

/**
 * Asks the index from Node.js, with credentials from the environment or netrc and a cache on disk; see `askAddress`.
 * @throws AddressError for a URL that cannot be used; the reason of `signal` once it is aborted.
 */
export async function askIndex({ indexUrl, env, cacheFolder: folder, ...rest }: Question): Promise<Reply> {
  const cache = folder === undefined ? {} : { cache: new Cache(folder) };
  return askAddress({ ...rest, ...cache, address: await addressOf(indexUrl, env) });
}

/** The index that is asked unless another is named. */
export const usualIndex = 'https://pypi.org/simple';

/** An index, with its credentials apart from its URL. */
export interface IndexAddress {
  /** Without credentials and trailing slashes. */
  readonly url: string;
  readonly login?: { readonly user: string; readonly password: string };
}

/** The URL of an index cannot be used. The message is a sentence without any part of it that may be secret. */
export class AddressError extends Error {}

/**
 * The index at the URL `written`, with the credentials that it holds.
 * @throws AddressError
 */
export function plainAddress(written: string): IndexAddress {
  if (!URL.canParse(written))
    throw new AddressError('The URL of the index is none. It looks like https://pypi.org/simple.');
  const url = new URL(written);
  if (!/^https?:$/.test(url.protocol))
    throw new AddressError('The URL of the index must start with https:// or http://.');
  const own = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  const base = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  return { url: base, ...(own.user || own.password ? { login: own } : {}) };
}

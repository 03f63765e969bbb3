import type { PackageIndex } from '../../documents/packages/packageIndex.ts';
import {
  type IndexedPackage,
  packageFromIndex,
  parseIndexHtml,
  parseIndexJson,
} from '../../documents/packages/simpleIndex.ts';
import { Cache, type CachedAnswer, freshFor } from './cache.ts';
import { type Fetch, get, type Patience, Unreachable, usualPatience } from './client.ts';
import { addressOf, type IndexAddress } from './credentials.ts';

export { cacheFolder } from './cache.ts';
export type { Fetch } from './client.ts';
export { AddressError } from './credentials.ts';

/** The index that is asked unless another is named. */
export const usualIndex = 'https://pypi.org/simple';

/** How many requests are under way at once, at most. */
const atOnce = 6;

/** What is preferred, and what every index gives. */
const accepted = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';

export interface Question {
  /** As it was configured; it may hold credentials and `${NAME}`. */
  readonly indexUrl: string;
  /** As PEP 503 normalizes them. */
  readonly names: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch: Fetch;
  /** Absent: nothing is kept. */
  readonly cacheFolder?: string;
  readonly signal: AbortSignal;
  readonly patience?: Patience;
  /** Milliseconds since 1970. */
  now(): number;
  onProgress?(done: number, all: number): void;
}

export interface Reply {
  readonly index: PackageIndex;
  /** Why some or all packages have no answer, as a phrase without secrets; absent where the index answered. */
  readonly failure?: string;
}

/**
 * Asks the index for each package. What it does not have, and what is no answer of an index, is left out.
 * Once the index gives no answer, or refuses, no other package is asked for.
 * @throws AddressError for a URL that cannot be used; the reason of `signal` once it is aborted.
 */
export async function askIndex(question: Question): Promise<Reply> {
  const address = await addressOf(question.indexUrl, question.env);
  const packages = new Map<string, IndexedPackage>();
  const cache = question.cacheFolder === undefined ? undefined : new Cache(question.cacheFolder);
  const stop = new AbortController();
  const signal = AbortSignal.any([question.signal, stop.signal]);
  const waiting = [...new Set(question.names)];
  const all = waiting.length;
  let [done, failure] = [0, undefined as string | undefined];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined && !signal.aborted; name = waiting.shift()) {
      try {
        const found = await packageNamed(name, { ...question, signal }, address, cache);
        if (found) packages.set(name, found);
        question.onProgress?.(++done, all);
      } catch (error) {
        if (!(error instanceof Unreachable) && !stop.signal.aborted) throw error;
        if (error instanceof Unreachable) failure ??= error.message;
        stop.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all) }, worker));
  question.signal.throwIfAborted();
  await cache?.prune(question.now());
  return { index: { url: address.url, packages }, ...(failure === undefined ? {} : { failure }) };
}

async function packageNamed(
  name: string,
  question: Question,
  address: IndexAddress,
  cache: Cache | undefined,
): Promise<IndexedPackage | undefined> {
  const url = `${address.url}/${encodeURIComponent(name)}/`;
  const key = `${address.login?.user ?? ''} ${url}`;
  const before = await cache?.get(key);
  const age = before ? question.now() - before.askedAt : Number.POSITIVE_INFINITY;
  const answer = before && age >= 0 && age < freshFor ? before : await asked(url, question, address, before);
  if (!answer) return undefined;
  if (answer !== before) await cache?.set(key, answer);
  return readAnswer(name, answer);
}

/** @throws Unreachable too where the index wants other credentials. */
async function asked(
  url: string,
  { fetch, signal, patience = usualPatience, now }: Question,
  { login }: IndexAddress,
  before: CachedAnswer | undefined,
): Promise<CachedAnswer | undefined> {
  const headers = {
    accept: accepted,
    ...(login ? { authorization: `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}` } : {}),
    ...(before?.etag ? { 'if-none-match': before.etag } : {}),
    ...(before?.lastModified ? { 'if-modified-since': before.lastModified } : {}),
  };
  const { status, text, header } = await get(fetch, url, headers, { patience, signal });
  if (status === 304 && before) return { ...before, askedAt: now() };
  if (status === 401 || status === 403) {
    throw new Unreachable(login ? 'it refuses the credentials' : 'it asks for credentials');
  }
  if (status !== 200) return undefined;
  const etag = header('etag');
  const lastModified = header('last-modified');
  return {
    ...{ askedAt: now(), contentType: header('content-type') ?? '', text },
    ...(etag ? { etag } : {}),
    ...(lastModified ? { lastModified } : {}),
  };
}

/** `undefined` for what lists no release, such as the page of a portal that wants a login. */
function readAnswer(name: string, { contentType, text }: CachedAnswer): IndexedPackage | undefined {
  const json = /\bjson\b/i.test(contentType) ? parseIndexJson(text) : undefined;
  const files = json?.files ?? (/\bhtml\b/i.test(contentType) ? parseIndexHtml(text) : []);
  const found = packageFromIndex(name, files, json?.versions);
  return found.releases.length > 0 ? found : undefined;
}

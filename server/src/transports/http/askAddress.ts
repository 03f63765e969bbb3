import type { PackageIndex } from '../../documents/packages/packageIndex.ts';
import {
  type IndexedPackage,
  packageFromIndex,
  parseIndexHtml,
  parseIndexJson,
} from '../../documents/packages/simpleIndex.ts';
import type { IndexAddress } from './address.ts';
import { type AnswerCache, type CachedAnswer, freshFor, keptFor } from './answers.ts';
import { type Fetch, get, type Patience, Unreachable, usualPatience } from './client.ts';

/** How many requests are under way at once, at most. */
const atOnce = 6;

/** What is preferred, and what every index gives. */
const accepted = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';

export interface Question {
  readonly address: IndexAddress;
  /** As PEP 503 normalizes them. */
  readonly names: readonly string[];
  readonly fetch: Fetch;
  /** Absent: nothing is kept. */
  readonly cache?: AnswerCache;
  /** Whether `fetch` asks by itself whether its last answer holds, as that of a browser does. */
  readonly revalidates?: boolean;
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
 * Once the index gives no answer, or refuses, no other package is asked for, and what it said some other day stands.
 * @throws the reason of `signal` once it is aborted
 */
export async function askAddress(question: Question): Promise<Reply> {
  const packages = new Map<string, IndexedPackage>();
  const stop = new AbortController();
  const signal = AbortSignal.any([question.signal, stop.signal]);
  const all = new Set(question.names);
  const waiting = [...all];
  let [done, failure] = [0, undefined as string | undefined];
  const worker = async () => {
    for (let name = waiting.shift(); name !== undefined && !signal.aborted; name = waiting.shift()) {
      try {
        const found = await packageNamed(name, { ...question, signal });
        if (found) packages.set(name, found);
        question.onProgress?.(++done, all.size);
      } catch (error) {
        if (!(error instanceof Unreachable) && !stop.signal.aborted) throw error;
        if (error instanceof Unreachable) failure ??= error.message;
        stop.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.size) }, worker));
  question.signal.throwIfAborted();
  const outdated = failure === undefined ? new Map() : await outdatedAnswers(question, (name) => packages.has(name));
  for (const [name, found] of outdated) packages.set(name, found);
  await question.cache?.prune(question.now());
  const index = { url: question.address.url, packages, outdated: new Set(outdated.keys()) };
  return { index, ...(failure === undefined ? {} : { failure }) };
}

/** What is kept of the packages that have no answer now. */
async function outdatedAnswers(
  { names, address, cache, now }: Question,
  isAnswered: (name: string) => boolean,
): Promise<Map<string, IndexedPackage>> {
  const found = new Map<string, IndexedPackage>();
  for (const name of names) {
    const before = isAnswered(name) ? undefined : await cache?.get(keyOf(name, address));
    const age = before ? now() - before.askedAt : Number.POSITIVE_INFINITY;
    const read = before && age >= 0 && age < keptFor ? readAnswer(name, before) : undefined;
    if (read) found.set(name, read);
  }
  return found;
}

function urlOf(name: string, { url }: IndexAddress): string {
  return `${url}/${encodeURIComponent(name)}/`;
}

/** What two users of one index see may differ. */
function keyOf(name: string, address: IndexAddress): string {
  return `${address.login?.user ?? ''} ${urlOf(name, address)}`;
}

async function packageNamed(name: string, question: Question): Promise<IndexedPackage | undefined> {
  const { address, cache, now } = question;
  const key = keyOf(name, address);
  const before = await cache?.get(key);
  const age = before ? now() - before.askedAt : Number.POSITIVE_INFINITY;
  const answer = before && age >= 0 && age < freshFor ? before : await asked(name, question, before);
  if (!answer) return undefined;
  if (answer !== before) await cache?.set(key, answer);
  return readAnswer(name, answer);
}

/** @throws Unreachable too where the index wants other credentials. */
async function asked(
  name: string,
  { address, fetch, signal, patience = usualPatience, now, revalidates = false }: Question,
  before: CachedAnswer | undefined,
): Promise<CachedAnswer | undefined> {
  const { login } = address;
  const headers = {
    accept: accepted,
    ...(login ? { authorization: `Basic ${base64(`${login.user}:${login.password}`)}` } : {}),
    ...(before?.etag && !revalidates ? { 'if-none-match': before.etag } : {}),
    ...(before?.lastModified && !revalidates ? { 'if-modified-since': before.lastModified } : {}),
  };
  const { status, text, header } = await get(fetch, urlOf(name, address), headers, { patience, signal });
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

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** `undefined` for what lists no release, such as the page of a portal that wants a login. */
function readAnswer(name: string, { contentType, text }: CachedAnswer): IndexedPackage | undefined {
  const json = /\bjson\b/i.test(contentType) ? parseIndexJson(text) : undefined;
  const files = json?.files ?? (/\bhtml\b/i.test(contentType) ? parseIndexHtml(text) : []);
  const found = packageFromIndex(name, files, json?.versions);
  return found.releases.length > 0 ? found : undefined;
}

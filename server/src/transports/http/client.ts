/** The part of `fetch` that is used, so that the command line can bring one that knows proxies. */
export type Fetch = (
  url: string,
  init: { readonly headers: Record<string, string>; readonly signal: AbortSignal },
) => Promise<Pick<Response, 'status' | 'headers' | 'text' | 'url'>>;

/** An answer that is worth reading: 200, 304, 401, 403, 404 and the like; its text is read for 200 alone. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  header(name: string): string | undefined;
}

/** How often and how long is asked. Times are in milliseconds. */
export interface Patience {
  /** For one attempt, its body included. */
  readonly timeout: number;
  readonly attempts: number;
  /** Before the second attempt; doubled before each one after. */
  readonly backoff: number;
}

export const usualPatience: Patience = { timeout: 10_000, attempts: 3, backoff: 300 };

/** The index gave no answer. The message is a phrase without any part of its URL. */
export class Unreachable extends Error {}

/** The longest answer that is read, in characters. */
const largestAnswer = 64 * 1024 * 1024;

/**
 * Gets `url`, again where a server or the network fails in a way that may pass.
 * @throws Unreachable once all attempts failed; the reason of `signal` once it is aborted.
 */
export async function get(
  fetch: Fetch,
  url: string,
  headers: Record<string, string>,
  { patience, signal }: { readonly patience: Patience; readonly signal: AbortSignal },
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    const outcome = await once(fetch, url, headers, { patience, signal });
    if ('status' in outcome && !mayPass(outcome.status)) return outcome;
    if (attempt >= patience.attempts) {
      throw new Unreachable('status' in outcome ? `it answered ${outcome.status}` : outcome.reason);
    }
    const after = 'status' in outcome ? Number(outcome.header('retry-after')) * 1000 : Number.NaN;
    const pause = patience.backoff * 2 ** (attempt - 1);
    await wait(after > 0 ? Math.min(after, 5000) : pause, signal);
  }
}

/** @throws the reason of `signal` once it is aborted */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });
}

function mayPass(status: number): boolean {
  return status >= 500 || status === 429 || status === 408;
}

async function once(
  fetch: Fetch,
  url: string,
  headers: Record<string, string>,
  { patience, signal }: { readonly patience: Patience; readonly signal: AbortSignal },
): Promise<Answer | { readonly reason: string }> {
  const timeout = AbortSignal.timeout(patience.timeout);
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.any([signal, timeout]) });
    const text = await response.text();
    if (text.length > largestAnswer) return { reason: 'its answer is too long' };
    return {
      status: response.status,
      text: response.status === 200 ? text : '',
      header: (name) => response.headers.get(name) ?? undefined,
    };
  } catch (error) {
    signal.throwIfAborted();
    return { reason: timeout.aborted ? `no answer within ${patience.timeout / 1000} seconds` : reasonFor(error) };
  }
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name could not be looked up',
  ETIMEDOUT: 'no answer came',
  UND_ERR_CONNECT_TIMEOUT: 'no answer came',
  ENETUNREACH: 'there is no network',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
};

/** By the code alone: messages of `fetch` may hold the URL. */
function reasonFor(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = 'code' in at ? String(at.code) : '';
    if (Object.hasOwn(reasons, code)) return reasons[code] ?? code;
    if (/^[A-Z0-9_]+$/.test(code)) return `the connection failed with ${code}`;
  }
  return 'the connection failed';
}

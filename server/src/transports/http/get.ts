import { version } from '../../../../package.json';
import type { HttpFailure, HttpGet, HttpResult } from '../../features/probeAnswer.ts';

export interface GetSettings {
  /** For a whole answer, in seconds. */
  readonly timeout: number;
  /** Cancels what is under way: `HttpGet` rejects then. */
  readonly signal?: AbortSignal;
}

/** No OpenAPI document that is written by hand or made from code comes near this. */
const largestBody = 8 * 1024 * 1024;

/** The one place that sends anything: a GET without a body, cookies or credentials. */
export function httpGet({ timeout, signal }: GetSettings): HttpGet {
  return async (url) => {
    const start = performance.now();
    const milliseconds = () => performance.now() - start;
    const limit = AbortSignal.timeout(timeout * 1000);
    const signals = signal ? [limit, signal] : [limit];
    try {
      const response = await fetch(url, {
        method: 'GET',
        redirect: 'manual',
        credentials: 'omit',
        signal: AbortSignal.any(signals),
        headers: { accept: '*/*', 'user-agent': `vercel-preflight/${version}` },
      });
      const body = await textOf(response);
      const headers = Object.fromEntries(response.headers);
      return { kind: 'answer', status: response.status, headers, body, milliseconds: milliseconds() } as HttpResult;
    } catch (error) {
      if (signal?.aborted) throw error;
      return { kind: 'failure', failure: limit.aborted ? 'timeout' : failureOf(error), milliseconds: milliseconds() };
    }
  };
}

async function textOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let read = 0;
  for await (const chunk of body) {
    const bytes = chunk as Uint8Array;
    text += decoder.decode(bytes, { stream: true });
    read += bytes.length;
    // Leaving the loop cancels the rest.
    if (read > largestBody) break;
  }
  return text + decoder.decode();
}

/** `fetch` hides the reason of the system in its cause. */
function failureOf(error: unknown): HttpFailure['failure'] {
  const codes = [...causesOf(error)].map((one) => ('code' in one ? String(one.code) : ''));
  if (codes.some((code) => code === 'ENOTFOUND' || code === 'EAI_AGAIN')) return 'host-not-found';
  if (codes.includes('ECONNREFUSED')) return 'refused';
  if (codes.some((code) => /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code))) return 'certificate';
  return codes.some((code) => /TIMEOUT|ETIMEDOUT/.test(code)) ? 'timeout' : 'broken';
}

function* causesOf(error: unknown): Generator<Error> {
  for (let current = error; current instanceof Error; current = current.cause) {
    yield current;
    if (current instanceof AggregateError) for (const one of current.errors) if (one instanceof Error) yield one;
  }
}

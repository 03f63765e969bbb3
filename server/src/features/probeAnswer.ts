import { type VercelError, vercelErrors } from '../facts/vercelErrors.ts';

/** What came back from one GET. */
export interface HttpAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The text, as far as it was read. */
  readonly body: string;
  /** Until the whole answer was there. */
  readonly milliseconds: number;
}

/** No answer came back. */
export interface HttpFailure {
  readonly kind: 'failure';
  readonly failure: 'timeout' | 'host-not-found' | 'refused' | 'certificate' | 'broken';
  readonly milliseconds: number;
}

export type HttpResult = HttpAnswer | HttpFailure;

/** Sends one GET to `url`, follows no redirect, and never rejects unless the whole probe was cancelled. */
export type HttpGet = (url: string) => Promise<HttpResult>;

/** Whether Vercel's network answered. That it sends these headers is general knowledge. */
export function isFromVercel({ headers }: HttpAnswer): boolean {
  return /^vercel$/i.test(headers.server ?? '') || headers['x-vercel-id'] !== undefined;
}

/** The code of an error that Vercel itself answers with, from the header or from its error page. */
export function vercelErrorCode(answer: HttpAnswer): string | undefined {
  if (!isFromVercel(answer) || answer.status < 300) return undefined;
  const named = /^[A-Z][A-Z_]+$/.exec(answer.headers['x-vercel-error'] ?? '')?.[0];
  if (named) return named;
  // The pages name the request too, such as `fra1::abcde-1679151302268-044a719e1f27`; the code is a word by itself.
  if (!/\b[a-z]{3}\d::[\w:-]+/.test(answer.body)) return undefined;
  const words = answer.body.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? [];
  return words.find((word) => Object.hasOwn(vercelErrors, word));
}

/** What is known of the code. */
export function vercelErrorOf(code: string): VercelError | undefined {
  return Object.hasOwn(vercelErrors, code) ? vercelErrors[code] : undefined;
}

/** Whether Deployment Protection asks for a login instead of letting the request through. General knowledge. */
export function isProtected(answer: HttpAnswer): boolean {
  const { status, headers, body } = answer;
  if (/^https:\/\/vercel\.com\/(?:sso-api|login)/.test(headers.location ?? '')) return true;
  const cookie = headers['set-cookie'] ?? '';
  return (
    status === 401 && isFromVercel(answer) && (/_vercel_sso_nonce/.test(cookie) || /Vercel Authentication/.test(body))
  );
}

/** The type of the content, without its parameters. */
export function contentTypeOf({ headers }: HttpAnswer): string | null {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() || null;
}

export type Verdict = 'ok' | 'info' | 'warning' | 'error';

/** How one answer is to be taken, and why. */
export interface Judgement {
  readonly verdict: Verdict;
  /** One or two sentences; empty where there is nothing to say. */
  readonly note: string;
}

/** @param isHealth whether the route is there to say that all is well, so that anything else is an error */
export function judge(result: HttpResult, isHealth = false): Judgement {
  if (result.kind === 'failure') return { verdict: 'error', note: failureTexts[result.failure] };
  const code = vercelErrorCode(result);
  if (code !== undefined) return judgeVercelError(code, result.status);
  if (isProtected(result)) return { verdict: 'warning', note: protectedText };
  const { status } = result;
  if (isHealth && (status < 200 || status > 299)) {
    return {
      verdict: 'error',
      note: `The health route answers ${status} instead of 200. Look at what it checks, such as the database.`,
    };
  }
  if (status >= 500) return { verdict: 'error', note: crashText(result) };
  if (status === 401 || status === 403) return { verdict: 'ok', note: 'The application asks for a login.' };
  if (status === 404)
    return { verdict: 'info', note: 'The application answers 404 itself, so it runs; it has no such route.' };
  if (status >= 400) return { verdict: 'info', note: 'The application refuses the request, so it runs.' };
  return { verdict: 'ok', note: '' };
}

const failureTexts: Readonly<Record<HttpFailure['failure'], string>> = {
  timeout: 'No answer came in time. Look in the runtime log for what the function waits for, or allow more time.',
  'host-not-found': 'There is no such host. Compare the URL with the one that `vercel ls` lists.',
  refused: 'The connection was refused: nothing listens there.',
  certificate: 'The certificate of the host is not valid, so nothing was asked.',
  broken: 'The connection broke before the answer was complete.',
};

const protectedText =
  'Deployment Protection asks for a login, so the application was not reached. Check the production URL, or add the bypass of the project to the URL.';

function judgeVercelError(code: string, status: number): Judgement {
  const known = vercelErrorOf(code);
  if (!known)
    return { verdict: 'error', note: `Vercel answers ${status} ${code}: https://vercel.com/docs/errors/${code}` };
  return { verdict: 'error', note: `Vercel answers ${code}. ${known.meaning} ${known.remedy}` };
}

/** The type of an exception may be told, its text may hold secrets. */
function crashText({ status, body }: HttpAnswer): string {
  const log = 'Look for the traceback in the runtime log.';
  if (!/Traceback \(most recent call last\)/.test(body)) return `The application answers ${status}. ${log}`;
  const types = [...body.matchAll(/^\s*((?:\w+\.)*\w*(?:Error|Exception|Exit|Interrupt))(?=:|\s*$)/gm)];
  const type = types.at(-1)?.[1];
  return `The application answers ${status} and shows a traceback${type ? ` that ends with ${type}` : ''}, which visitors see too. Switch debug mode off in production.`;
}

import {
  contentTypeOf,
  type HttpAnswer,
  type HttpResult,
  isFromVercel,
  type Judgement,
  judge,
  type Verdict,
  vercelErrorCode,
} from './probeAnswer.ts';
import { type AnsweredBy, answeredBy } from './probeFramework.ts';
import { healthPaths, type ProbedApi } from './probeOpenApi.ts';

/** What a live deployment answered. */
export interface ProbeReport {
  /** Without its query, which may hold a secret. */
  readonly url: string;
  /** Whether Vercel's network answered; null where nothing did. */
  readonly isVercel: boolean | null;
  readonly answeredBy: AnsweredBy;
  /** The URL itself, then the paths that somebody named, or the routes that the OpenAPI document has. */
  readonly checks: readonly ProbeCheck[];
  readonly times: ProbeTimes;
  readonly api: (Pick<ProbedApi, 'title' | 'withParameters'> & ApiCounts) | null;
  /** What speaks of the deployment as a whole. */
  readonly findings: readonly ProbeFinding[];
}

/** How many routes of an OpenAPI document that need no parameter were asked, and were not. */
interface ApiCounts {
  readonly asked: number;
  readonly left: number;
}

export interface ProbeCheck extends Judgement {
  readonly path: string;
  readonly isHealth: boolean;
  /** Null where no answer came. */
  readonly status: number | null;
  readonly contentType: string | null;
  /** The code of Vercel's own error. */
  readonly error: string | null;
  /** The other host that a redirect leads to. It was not asked. */
  readonly redirect: string | null;
  readonly milliseconds: number;
}

/** In milliseconds, the way through the network included. */
export interface ProbeTimes {
  /** The first request, which may have met a cold function. */
  readonly first: number | null;
  /** The requests after it, in order. */
  readonly later: readonly number[];
}

export interface ProbeFinding {
  readonly verdict: Exclude<Verdict, 'ok'>;
  readonly message: string;
}

/** At most so many routes of the OpenAPI document are asked. */
export const mostRoutes = 30;

/** Where a request came to. */
export interface Reached {
  readonly result: HttpResult;
  /** Another host that it redirects to. */
  readonly elsewhere: string | null;
  /** Of all requests on the way. */
  readonly milliseconds: number;
}

const isHealthPath = (path: string) => healthPaths.some((known) => path === known || path === `${known}/`);

/** The routes of the OpenAPI document that are asked, health routes first. */
export function routesToAsk(api: ProbedApi, besides: string): readonly string[] {
  const names = [...new Set(api.paths)].filter((path) => path !== besides);
  const health = names.filter(isHealthPath);
  return [...health, ...names.filter((path) => !health.includes(path))].slice(0, mostRoutes);
}

function countsOf(api: ProbedApi, checks: readonly ProbeCheck[]): ApiCounts {
  const [home, ...others] = checks.map(({ path }) => path);
  const names = new Set(api.paths.filter((path) => path !== home));
  const asked = others.filter((path) => names.has(path)).length;
  return { asked, left: names.size - asked };
}

/** What to make of the answer to a GET of `path`. */
export function checkOf(path: string, { result, elsewhere, milliseconds }: Reached): ProbeCheck {
  const isHealth = isHealthPath(path);
  const judged = judge(result, isHealth);
  const leaves = elsewhere !== null && judged.note === '';
  const moved = { verdict: 'warning', note: `It redirects to ${elsewhere}, which was not asked.` } as const;
  return {
    path,
    isHealth,
    status: result.kind === 'answer' ? result.status : null,
    contentType: result.kind === 'answer' ? contentTypeOf(result) : null,
    error: (result.kind === 'answer' && vercelErrorCode(result)) || null,
    redirect: elsewhere,
    milliseconds: Math.round(milliseconds),
    ...(leaves ? moved : judged),
  };
}

/** All that came back. */
export interface Seen {
  readonly first: Reached;
  readonly later: readonly Reached[];
  readonly answers: readonly HttpAnswer[];
  readonly api?: ProbedApi;
}

/** @param url without its query, which may hold a secret */
export function reportOf(url: string, checks: readonly ProbeCheck[], seen: Seen): ProbeReport {
  const { first, later, answers, api } = seen;
  const isVercel = first.result.kind === 'answer' ? answers.some(isFromVercel) : null;
  const answered = later.filter(({ result }) => result.kind === 'answer');
  return {
    url,
    isVercel,
    answeredBy: answeredBy(answers, api),
    checks,
    times: {
      first: first.result.kind === 'answer' ? Math.round(first.milliseconds) : null,
      later: answered.map(({ milliseconds }) => Math.round(milliseconds)),
    },
    api: api ? { title: api.title, withParameters: api.withParameters, ...countsOf(api, checks) } : null,
    findings: [...notVercel(isVercel), ...unsteady(first, later)],
  };
}

function notVercel(isVercel: boolean | null): ProbeFinding[] {
  if (isVercel !== false) return [];
  return [
    {
      verdict: 'warning',
      message: 'This is not Vercel: no answer has `server: Vercel` or `x-vercel-id`. Compare the URL.',
    },
  ];
}

/** A URL that answers now and fails then is worth knowing. */
function unsteady(first: Reached, later: readonly Reached[]): ProbeFinding[] {
  if (judge(first.result).verdict === 'error') return [];
  const failed = later.filter(({ result }) => judge(result).verdict === 'error');
  const [one] = failed;
  if (!one) return [];
  const message = `${failed.length} of ${later.length} later requests failed although the first was answered. ${judge(one.result).note}`;
  return [{ verdict: 'error', message }];
}

/** The worst that was found. */
export function worstOf({ checks, findings }: Pick<ProbeReport, 'checks' | 'findings'>): Verdict {
  const order: readonly Verdict[] = ['ok', 'info', 'warning', 'error'];
  const found = [...checks, ...findings].map(({ verdict }) => order.indexOf(verdict));
  return order[Math.max(0, ...found)] ?? 'ok';
}

/** The middle one of the later requests. */
export function medianOf(times: readonly number[]): number | undefined {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

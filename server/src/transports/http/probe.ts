import { checkOf, type ProbeReport, type Reached, reportOf, routesToAsk } from '../../features/probe.ts';
import type { HttpAnswer, HttpGet } from '../../features/probeAnswer.ts';
import { type ProbedApi, readOpenApi } from '../../features/probeOpenApi.ts';
import { httpGet } from './get.ts';
import { bypassOf, faultOfPaths, pathOf, probeUrl, redirectWithin, shownUrl } from './url.ts';

export interface ProbeSettings extends Pick<ProbeOptions, 'onProgress' | 'paths'> {
  /** For each request, in seconds. */
  readonly timeout: number;
  /** Ends the probe: it rejects then. */
  readonly signal?: AbortSignal;
}

/** A sentence that says why nothing was asked. */
export interface ProbeFault {
  readonly fault: string;
}

/** Asks the deployment at the URL that somebody wrote. */
export async function probe(text: string, settings: ProbeSettings): Promise<ProbeReport | ProbeFault> {
  const target = probeUrl(text);
  if ('fault' in target) return target;
  const fault = faultOfPaths(settings.paths ?? [], target.url);
  if (fault) return { fault };
  const { timeout, signal, ...options } = settings;
  return probeWith(target.url, { get: httpGet({ timeout, ...(signal ? { signal } : {}) }), ...options });
}

const laterRequests = 5;
const mostRedirects = 5;

export interface ProbeOptions {
  /** Sends a request; the one way out. */
  readonly get: HttpGet;
  /** Called before each request with the path, for people who wait. */
  readonly onProgress?: (path: string) => void;
  /** The paths that somebody named, from the host: they are asked instead of the routes of the OpenAPI document. */
  readonly paths?: readonly string[];
}

/**
 * Asks a deployment how it is: nothing but GET, and only of the host of `url`.
 * @param url an absolute URL, as `probeUrl` makes it
 */
export async function probeWith(url: string, { get, onProgress, paths = [] }: ProbeOptions): Promise<ProbeReport> {
  const asked = (path: string) => {
    onProgress?.(path);
    return following(get, new URL(path, url), url);
  };
  const target = new URL(url);
  const home = `${target.pathname}${target.search}`;
  const first = await asked(home);
  const answers = first.result.kind === 'answer' ? [first.result] : [];
  // A host that does not answer is not asked again and again.
  if (answers.length === 0)
    return reportOf(shownUrl(url), [checkOf(target.pathname, first)], { first, later: [], answers });
  const later: Reached[] = [];
  for (let count = 0; count < laterRequests; count++) later.push(await asked(home));
  const document = await openApiOf(target, asked);
  const routes = paths.length > 0 || !document.api ? paths : routesToAsk(document.api, target.pathname);
  const checks = [checkOf(target.pathname, first)];
  for (const path of routes) {
    const reached = await asked(withBypass(path, target));
    if (reached.result.kind === 'answer') answers.push(reached.result);
    checks.push(checkOf(pathOf(path), reached));
  }
  return reportOf(shownUrl(url), checks, {
    first,
    later,
    answers: [...answers, ...document.answers],
    ...(document.api ? { api: document.api } : {}),
  });
}

type Ask = (path: string) => Promise<Reached>;

/** Follows redirects on the same host alone. */
async function following(get: HttpGet, start: URL, given: string): Promise<Reached> {
  let url = start;
  let milliseconds = 0;
  for (let count = 0; ; count++) {
    const result = await get(url.href);
    milliseconds += result.milliseconds;
    const location = result.kind === 'answer' && result.status >= 300 && result.status < 400 && result.headers.location;
    if (!location) return { result, elsewhere: null, milliseconds };
    const next = redirectWithin(given, url, location);
    if (!next.stays || count >= mostRedirects) return { result, elsewhere: next.shown, milliseconds };
    url = next.url;
  }
}

async function openApiOf(target: URL, asked: Ask): Promise<{ api?: ProbedApi; answers: HttpAnswer[] }> {
  const below = `${target.pathname.replace(/\/+$/, '')}/openapi.json`;
  const answers: HttpAnswer[] = [];
  for (const path of new Set(['/openapi.json', below])) {
    const { result, elsewhere } = await asked(withBypass(path, target));
    if (result.kind !== 'answer' || elsewhere !== null) continue;
    answers.push(result);
    const api = result.status === 200 ? readOpenApi(result.body) : undefined;
    if (api) return { api, answers };
  }
  return { answers };
}

/** The bypass of Deployment Protection counts for every request. */
function withBypass(path: string, target: URL): string {
  const bypass = bypassOf(target);
  return bypass === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${bypass}`;
}

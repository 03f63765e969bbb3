import { presetTitles } from '../facts/frameworks.ts';
import { medianOf, type ProbeCheck, type ProbeReport, worstOf } from './probe.ts';

/** One sentence that answers whether the deployment is well. */
export function probeHeadline(report: ProbeReport): string {
  const { checks } = report;
  const failed = checks.filter(({ verdict }) => verdict === 'error').length;
  const share = checks.length === 1 ? 'The URL' : `${failed} of ${checks.length} routes`;
  if (failed > 0) return `${share} failed.`;
  const worst = worstOf(report);
  if (worst === 'error') return 'The deployment is not what it should be.';
  const asked = checks.length === 1 ? 'The URL answers' : `All ${checks.length} routes answer`;
  return worst === 'warning' ? `${asked}, with something to look at.` : `${asked}.`;
}

/** What is known of who answered, a sentence each. */
export function answeredByText({ isVercel, answeredBy: { framework, python, because } }: ProbeReport): string[] {
  if (isVercel === null) return [];
  const by = framework === 'starlette' ? 'Starlette' : framework && presetTitles[framework];
  const parts = [...(by ? [by] : []), ...(python ? [`Python ${python}`] : [])].join(' on ');
  const where = isVercel ? 'Vercel answers' : 'Something else than Vercel answers';
  if (parts === '') return [`${where}. Nothing in the answers names the framework or the Python.`];
  const unknown = python === null && isVercel ? ' Vercel does not say which Python runs.' : '';
  return [`${where}, with ${parts}.${unknown}`, ...because];
}

/** How long it took. */
export function timesText({ times: { first, later } }: ProbeReport): string[] {
  if (first === null) return [];
  const median = medianOf(later);
  const warm =
    median === undefined ? '' : `, the ${later.length} after it ${median} ms in the middle (${later.join(', ')})`;
  const isCold = median !== undefined && first > 1000 && first > 3 * median;
  const cold = isCold ? ' A cold start took most of the first.' : ' The function may have been warm already.';
  return [`The first request took ${first} ms${warm}.${cold} The way through the network is part of it.`];
}

/** What of the OpenAPI document was asked. */
export function apiText({ api }: ProbeReport): string[] {
  if (!api) return [];
  const name = api.title === null ? 'The OpenAPI document' : `The OpenAPI document "${api.title}"`;
  const asked = api.asked === 1 ? '1 route' : `${api.asked} routes`;
  const rest = [
    ...(api.withParameters > 0 ? [`${api.withParameters} more need a parameter`] : []),
    ...(api.left > 0 ? [`${api.left} more were not asked`] : []),
  ];
  return [`${name}: ${asked} asked${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`];
}

/** Such as `200 application/json`. */
export function statusText({ status, contentType, error }: ProbeCheck): string {
  if (status === null) return 'no answer';
  return [String(status), error ?? contentType ?? ''].join(' ').trim();
}

import type { Hit, LogFacts } from './analysis.ts';
import { rootOfChain } from './traceback.ts';

/** What each finding of a log is to its failure. */
export interface Ranking {
  readonly verdict: Hit | undefined;
  /** Whether something failed, for which `verdict` is the reason. */
  readonly isFailure: boolean;
  /** In the order of the log. */
  readonly contributing: readonly Hit[];
  readonly notes: readonly Hit[];
}

/**
 * Finds the one cause. In the build's part of a log the last error counts, in the runtime's the first; what another finding
 * leads to is not the cause, and a decoy never is.
 *
 * @param isProven whether the project's files prove that a finding is what is wrong.
 */
export function rank(facts: LogFacts, isProven: (hit: Hit) => boolean): Ranking {
  const hits = withoutEchoes(facts.hits);
  const failure = mostTelling(hits, facts);
  const verdict = explainer(failure ?? provenWarning(hits, isProven), hits);
  const noise = new Set(verdict?.signature.noise ?? []);
  const others = hits.filter((hit) => hit !== verdict).sort((a, b) => a.place.line - b.place.line);
  const hasPart = (hit: Hit) => !noise.has(hit.signature.name) && contributes(hit, verdict, isProven);
  return {
    verdict,
    isFailure: failure !== undefined,
    contributing: others.filter(hasPart),
    notes: others.filter((hit) => !hasPart(hit)),
  };
}

function contributes(hit: Hit, verdict: Hit | undefined, isProven: (hit: Hit) => boolean): boolean {
  if (hit.signature.role === 'cause') return true;
  if (hit.signature.role !== 'warning') return false;
  return isProven(hit) || (verdict !== undefined && hit.signature.explains?.includes(verdict.signature.name) === true);
}

/** Of a chain of exceptions the one that counts; others of it are how it was passed on. */
function withoutEchoes(hits: readonly Hit[]): Hit[] {
  const telling = new Map<object, Hit[]>();
  for (const hit of hits) {
    if (!hit.traceback) continue;
    telling.set(hit.traceback, [...(telling.get(hit.traceback) ?? []), hit]);
  }
  const isEcho = (hit: Hit) => {
    const own = hit.traceback && telling.get(hit.traceback);
    if (!own || own.length < 2) return false;
    const root = hit.traceback && rootOfChain(hit.traceback);
    const best =
      own.find((one) => !one.signature.isFallback && one.raised === root) ??
      own.find(isSpecific) ??
      own.find((one) => one.raised === root) ??
      own[0];
    return hit.raised !== best?.raised || (hit.signature.isFallback === true && hit !== best);
  };
  return hits.filter((hit) => !isEcho(hit));
}

const isSpecific = (hit: Hit) => !hit.signature.isFallback;

function mostTelling(hits: readonly Hit[], { outcome }: LogFacts): Hit | undefined {
  for (const role of ['cause', 'symptom'] as const) {
    const own = hits.filter((hit) => hit.signature.role === role);
    const builtAt = outcome?.kind === 'built' ? outcome.line : -1;
    const build = own.filter((hit) => hit.phase === 'build' && hit.last > builtAt && isSpecific(hit));
    const other = own.filter((hit) => hit.phase !== 'build');
    const found =
      lastOf(build) ?? firstOf(other.filter(isSpecific)) ?? firstOf(other) ?? lastOf(failedIn(own, builtAt));
    if (found) return found;
  }
  return undefined;
}

/** Fallbacks of a build that did not get to its end. */
function failedIn(hits: readonly Hit[], builtAt: number): readonly Hit[] {
  return hits.filter((hit) => hit.phase === 'build' && hit.last > builtAt);
}

function firstOf(hits: readonly Hit[]): Hit | undefined {
  return hits.reduce<Hit | undefined>(
    (best, hit) => (best && best.place.line <= hit.place.line ? best : hit),
    undefined,
  );
}

function lastOf(hits: readonly Hit[]): Hit | undefined {
  return hits.reduce<Hit | undefined>((best, hit) => (best && best.last > hit.last ? best : hit), undefined);
}

/** What led to `hit`, and what led to that. */
function explainer(hit: Hit | undefined, hits: readonly Hit[]): Hit | undefined {
  const seen = new Set<Hit>();
  let at = hit;
  while (at && !seen.has(at)) {
    seen.add(at);
    const { name } = at.signature;
    const behind = hits.find((other) => !seen.has(other) && other.signature.explains?.includes(name));
    if (!behind) break;
    at = behind;
  }
  return at;
}

/** A warning is the verdict only where nothing failed louder and the project's files say that it is what is wrong. */
function provenWarning(hits: readonly Hit[], isProven: (hit: Hit) => boolean): Hit | undefined {
  return firstOf(hits.filter((hit) => hit.signature.role === 'warning' && isProven(hit)));
}

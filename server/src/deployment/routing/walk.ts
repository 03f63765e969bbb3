import type { Project } from '../../project/project.ts';
import type { Deployment } from '../deployment.ts';
import { lookup } from './lookup.ts';
import { type Match, matching, type RouteRequest } from './matching.ts';
import type { Phase, Route, RouteTable, TracedRoute, Unknown } from './route.ts';
import { routeTableOf } from './routeTable.ts';
import type { Answer, Explanation, RuleStep, Step } from './steps.ts';

/**
 * What answers `request`, and the way there. Pure.
 * Source: `devRouter` and `serveProjectAsNowV2` of `vercel` 64.0.2, executed; the phases as in
 * vercel.com/docs/build-output-api/configuration (2026-07-27). Where `vercel dev` and the documentation leave a case
 * open, the answer is that it cannot be known.
 */
export function explainRequest(project: Project, deployment: Deployment, request: RouteRequest): Explanation {
  const [error] = deployment.errors;
  if (error) return { steps: [], answer: { kind: 'stopped', error }, certain: true };
  return walk(routeTableOf(project, deployment), request);
}

/** The way of `request` through `table`. */
export function walk(table: RouteTable, request: RouteRequest): Explanation {
  return new Walk(table, request).fromStart();
}

/** What answers once `traced`, a route of `table`, has led a request to `path`. */
export function walkFrom(table: RouteTable, traced: TracedRoute, path: string): Explanation {
  return new Walk(table, { method: 'GET', path, query: '' }).fromRoute(traced);
}

class Walk {
  readonly #table: RouteTable;
  readonly #request: RouteRequest;
  readonly #steps: Step[] = [];
  #path: string;
  #status: number | undefined;
  /** What the application sees, once a route says so; `null` where two do. */
  #seen: string | null | undefined;
  #certain = true;

  constructor(table: RouteTable, request: RouteRequest) {
    this.#table = table;
    this.#request = request;
    this.#path = request.path;
  }

  fromStart(): Explanation {
    const services = this.#table.unknowns.find(({ what }) => what === 'services');
    if (services) return this.#explained(this.#unknown(services));
    const middleware = this.#table.unknowns.find(({ what }) => what === 'middleware');
    const answer = this.#phase('start');
    if (!answer && middleware) this.#unknown(middleware);
    return this.#explained(answer ?? this.#atPath() ?? this.#afterwards('filesystem'));
  }

  fromRoute(traced: TracedRoute): Explanation {
    const answer = traced.route.check ? this.#checked(traced.phase) : this.#arrived();
    const next = this.#inPhase(traced.phase).indexOf(traced) + 1;
    return this.#explained(answer ?? this.#phase(traced.phase, next) ?? this.#afterwards('filesystem', traced.phase));
  }

  #explained(answer: Answer): Explanation {
    return { steps: this.#steps, answer, certain: this.#certain && answer.kind !== 'unknown' };
  }

  /** The phases from `first` on, but those that `done` lies behind. */
  #afterwards(first: Phase, done: Phase = 'start'): Answer {
    const order: readonly Phase[] = ['start', first, 'rewrite', 'resource'];
    for (const phase of order.slice(order.indexOf(done) + 1)) {
      const answer = this.#phase(phase);
      if (answer) return answer;
    }
    return this.#notFound();
  }

  #inPhase(phase: Phase): readonly TracedRoute[] {
    return this.#table.routes.filter((traced) => traced.phase === phase);
  }

  /** The answer that a route of `phase` leads to, if one does. */
  #phase(phase: Phase, from = 0): Answer | undefined {
    for (const traced of this.#inPhase(phase).slice(from)) {
      const { match, assumed } = matching(traced.route, this.#path, this.#request);
      if (assumed.length > 0) this.#assume(traced, assumed, match !== undefined);
      if (!match) continue;
      const outcome = this.#apply(traced, match);
      if (outcome === 'ends the phase') return undefined;
      if (outcome) return outcome;
    }
    return undefined;
  }

  /** Headers alone change nothing about what answers. */
  #assume({ route, origin }: TracedRoute, assumed: (Step & { kind: 'condition' })['assumed'], taken: boolean): void {
    this.#steps.push({ kind: 'condition', origin, assumed, taken });
    if (!route.continue || route.dest !== undefined) this.#certain = false;
  }

  #apply(traced: TracedRoute, match: Match): Answer | 'ends the phase' | undefined {
    const { route, origin, phase } = traced;
    const strange = strangeness(traced);
    if (strange) return this.#unknown(strange, traced);
    const { status } = route;
    const dest = route.dest === undefined ? undefined : match.fill(route.dest);
    const location = locationOf(route, match) ?? (dest === undefined || isElsewhere(dest) ? dest : withSlash(dest));
    if (!route.continue && location !== undefined && status !== undefined && status >= 300 && status < 400) {
      return this.#redirect(traced, location, status);
    }
    // Nothing says what becomes of a status, or of another site, when the search goes on.
    if (route.continue && (status !== undefined || isElsewhere(dest))) this.#certain = false;
    if (dest !== undefined && isElsewhere(dest)) {
      this.#rule(traced, { effect: 'external', location: dest });
      return { kind: 'external', location: dest };
    }
    if (status !== undefined) this.#status = status;
    for (const { type, args } of route.transforms ?? []) if (type === 'request.path') this.#sees(match.fill(`${args}`));
    this.#move(traced, match, dest);
    if (route.continue) return undefined;
    if (route.check && (dest !== undefined || status === undefined)) return this.#checked(phase);
    if (dest !== undefined) return this.#arrived();
    if (route.check) this.#certain = false;
    if (status === undefined || origin.by === 'setting') return 'ends the phase';
    return { kind: 'status', status };
  }

  #redirect(traced: TracedRoute, location: string, status: number): Answer {
    this.#rule(traced, { effect: 'redirect', location, status });
    return { kind: 'redirect', location, status };
  }

  #move(traced: TracedRoute, match: Match, dest: string | undefined): void {
    const { headers = {}, status } = traced.route;
    const added = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, match.fill(value)]));
    const [path = '', query] = (dest ?? this.#path).split(/[?#]/, 2);
    if (dest !== undefined) this.#path = withSlash(path);
    const isEmpty = Object.keys(added).length === 0;
    const effect = dest !== undefined ? 'rewrite' : status !== undefined ? 'status' : isEmpty ? 'stay' : 'headers';
    this.#rule(traced, {
      effect,
      ...(query ? { query } : {}),
      ...(isEmpty ? {} : { headers: added }),
      ...(status === undefined ? {} : { status }),
    });
  }

  #rule({ origin, phase }: TracedRoute, what: Omit<RuleStep, 'kind' | 'origin' | 'phase' | 'path'>): void {
    this.#steps.push({ kind: 'rule', origin, phase, path: this.#path, ...what });
  }

  #sees(path: string): void {
    this.#seen = this.#seen === undefined ? path : null;
  }

  /** What is at the path, or at one that a route for misses makes of it. */
  #atPath(phase?: Phase): Answer | undefined {
    const found = this.#hit();
    if (found || phase === 'miss') return found;
    const before = this.#path;
    const answer = this.#phase('miss');
    if (!answer) this.#path = before;
    return answer;
  }

  /** `check` looks for a file, then for what takes every path that has none; the search goes on where there is nothing. */
  #checked(phase?: Phase): Answer | undefined {
    const answer =
      this.#atPath(phase) ?? (phase === 'miss' || phase === 'rewrite' ? undefined : this.#phase('rewrite'));
    // `vercel dev` goes back to the path that was asked for here, and the documentation does not say.
    if (!answer && phase === 'start') this.#certain = false;
    return answer;
  }

  /** Without `check` the path is final. What follows where nothing is there is documented nowhere. */
  #arrived(): Answer {
    const found = this.#atPath();
    if (found) return found;
    const isForeign = this.#table.unknowns.some(({ what }) => what === 'frontend');
    return isForeign || this.#couldGoOn() ? this.#unknown({ what: 'dead-end', path: this.#path }) : this.#notFound();
  }

  /** Whether a later route, or a file, would take the path that was asked for, or the one that the request has now. */
  #couldGoOn(): boolean {
    const paths = [this.#path, this.#request.path];
    if (lookup(this.#table, this.#request.path)) return true;
    return this.#table.routes.some(
      ({ phase, route }) =>
        (phase === 'rewrite' || phase === 'filesystem') &&
        route.dest !== undefined &&
        paths.some((path) => matching(route, path, this.#request).match),
    );
  }

  #hit(): Answer | undefined {
    const output = lookup(this.#table, this.#path);
    if (!output) {
      const last = this.#steps.at(-1);
      if (last?.kind !== 'miss' || last.path !== this.#path) this.#steps.push({ kind: 'miss', path: this.#path });
      if (this.#table.unknowns.some(({ what }) => what === 'frontend')) this.#certain = false;
      return undefined;
    }
    this.#steps.push({ kind: 'hit', path: this.#path, output });
    this.#phase('hit');
    const status = this.#status === undefined ? {} : { status: this.#status };
    if (output.kind === 'static') return { kind: 'static', output, ...status };
    const seen = this.#seen === undefined ? this.#request.path : this.#seen;
    return { kind: 'function', output, ...(seen === null ? {} : { path: seen }), ...status };
  }

  #notFound(): Answer {
    const frontend = this.#table.unknowns.find(({ what }) => what === 'frontend');
    if (frontend) return this.#unknown(frontend);
    for (const traced of this.#inPhase('error')) {
      const { match } = matching(traced.route, this.#path, this.#request);
      const page = match && traced.route.dest && lookup(this.#table, match.fill(traced.route.dest));
      if (page) return { kind: 'not-found', page };
    }
    return { kind: 'not-found' };
  }

  #unknown(unknown: Unknown, traced?: TracedRoute): Answer {
    this.#steps.push({ kind: 'unknown', unknown, path: this.#path, ...(traced ? { origin: traced.origin } : {}) });
    this.#certain = false;
    return { kind: 'unknown' };
  }
}

function locationOf({ headers = {} }: Route, match: Match): string | undefined {
  const location = Object.entries(headers).find(([name]) => name.toLowerCase() === 'location')?.[1];
  return location === undefined ? undefined : match.fill(location);
}

function withSlash(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** Whether `dest` is on another site. */
function isElsewhere(dest: string | undefined): boolean {
  return dest !== undefined && /^(https?:)?\/\//.test(dest);
}

/** What a route does that no file decides. */
export function strangeness({ route }: TracedRoute): Unknown | undefined {
  const property = (['destination', 'mitigate', 'locale', 'middlewarePath'] as const).find(
    (name) => route[name] !== undefined,
  );
  return property && { what: 'rule', property };
}

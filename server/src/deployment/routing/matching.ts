import type { Condition, Route } from './route.ts';

/** What a request asks for. */
export interface RequestTarget {
  /** Begins with a slash; without query. */
  readonly path: string;
  /** Without the question mark; empty where there is none. */
  readonly query: string;
}

/** A request as far as a person names it. */
export interface RouteRequest extends RequestTarget {
  readonly method: string;
}

/** The path and the query in `target`, which begins with a slash. */
export function requestPath(target: string): RequestTarget {
  const [, path = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(target) ?? [];
  return { path, query };
}

/** A route that applies to a request. */
export interface Match {
  /** `text` with the values of `$1` and `$name` in it. */
  fill(text: string): string;
}

export interface Matching {
  /** Absent where the route does not apply. */
  readonly match?: Match;
  /** What of its conditions no file and no path decides: it is taken that the request has none of it. */
  readonly assumed: readonly Condition[];
}

const none: Matching = { assumed: [] };

/**
 * Whether `route` applies to a request that has come to `path`.
 * Patterns are taken without regard to case, as Vercel does unless `caseSensitive` says otherwise.
 * Source: `devRouter` of `vercel` 64.0.2; vercel.com/docs/build-output-api/configuration (2026-07-27)
 */
export function matching(route: Route, path: string, { method, query }: RouteRequest): Matching {
  if (route.methods && !route.methods.includes(method)) return none;
  const found = execute(route.src, path, route.caseSensitive === true);
  if (!found) return none;
  const given = parametersOf(query);
  const captured: Record<string, string> = {};
  const assumed: Condition[] = [];
  let applies = true;
  for (const condition of route.has ?? []) {
    const verdict = holds(condition, given, captured);
    if (verdict === 'unknown') assumed.push(condition);
    if (verdict !== true) applies = false;
    if (verdict === false) return none;
  }
  for (const condition of route.missing ?? []) {
    const verdict = holds(condition, given, {});
    if (verdict === true) return none;
    if (verdict === 'unknown') assumed.push(condition);
  }
  return { assumed, ...(applies ? { match: matchOf(found, captured) } : {}) };
}

const compiled = new Map<string, RegExp | undefined>();

/** A pattern without a slash in front fits as well. */
function execute(source: string, path: string, isCaseSensitive: boolean): RegExpExecArray | null {
  const key = `${isCaseSensitive}${source}`;
  if (compiled.size > 2000) compiled.clear();
  if (!compiled.has(key)) compiled.set(key, compile(source, isCaseSensitive ? '' : 'i'));
  const pattern = compiled.get(key);
  return pattern?.exec(path) ?? (path.startsWith('/') ? (pattern?.exec(path.slice(1)) ?? null) : null);
}

function compile(source: string, flags: string): RegExp | undefined {
  try {
    const anchored = `${source.startsWith('^') ? '' : '^'}${source}${source.endsWith('$') ? '' : '$'}`;
    return new RegExp(anchored, flags);
  } catch {
    return undefined;
  }
}

function matchOf(found: RegExpExecArray, captured: Readonly<Record<string, string>>): Match {
  const values: Readonly<Record<string, string | undefined>> = { ...found.groups, ...captured };
  return {
    fill: (text) =>
      text.replace(/\$(\d+|[a-zA-Z]\w*)/g, (whole, name: string) => {
        if (/^\d/.test(name)) return found[Number(name)] ?? '';
        return Object.hasOwn(values, name) ? (values[name] ?? '') : whole;
      }),
  };
}

type Verdict = boolean | 'unknown';

/** The query stands in the request that is asked about; host, headers and cookies do not. */
function holds(
  { type, key = '', value }: Condition,
  given: ReadonlyMap<string, string>,
  captured: Record<string, string>,
): Verdict {
  if (type !== 'query') return 'unknown';
  const found = given.get(key);
  if (found === undefined) return false;
  const pattern = value === undefined ? '.*' : patternOf(value);
  if (pattern === undefined) return 'unknown';
  const match = execute(`^(?:${pattern})$`, found, true);
  if (!match) return false;
  Object.assign(captured, { [key]: found }, match.groups);
  return true;
}

/** A condition's text is a regular expression over the whole value. */
function patternOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const { eq, re, ...others } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (Object.keys(others).length > 0) return undefined;
  if (typeof re === 'string' && eq === undefined) return re;
  return typeof eq === 'string' && re === undefined ? eq.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : undefined;
}

/** The parameters of a query by name; of two the first. */
function parametersOf(query: string): ReadonlyMap<string, string> {
  const pairs = query.split('&').map((pair): [string, string] => {
    const [name = '', ...value] = pair.split('=');
    return [decoded(name), decoded(value.join('='))];
  });
  return new Map(pairs.reverse());
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

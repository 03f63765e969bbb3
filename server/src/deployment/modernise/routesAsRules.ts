import { getTransformedRoutes } from '@vercel/routing-utils';
import { isTable } from '../shape.ts';

/** Lists of rules in the form that came after `routes`. */
export interface Rules {
  readonly redirects: readonly Rule[];
  readonly headers: readonly Rule[];
  readonly rewrites: readonly Rule[];
}

type List = keyof Rules;
type Rule = Readonly<Record<string, unknown>>;
type Plain = Readonly<Record<string, unknown>>;

/** Vercel looks at the lists in this order. */
const order: readonly List[] = ['redirects', 'headers', 'rewrites'];

/**
 * `routes` written as redirects, headers and rewrites; `undefined` where one of them has no such form, or where they stand
 * in another order than that in which Vercel looks at those lists. What Vercel makes of each rule is compared with what it
 * makes of its route. That a rewrite comes behind the files of the deployment, and a route may not, is left to the asker.
 */
export function routesAsRules(routes: readonly unknown[]): Rules | undefined {
  const rules: Record<List, Rule[]> = { redirects: [], headers: [], rewrites: [] };
  let reached = 0;
  for (const [index, route] of routes.entries()) {
    if (!isTable(route)) return undefined;
    if (isFilesystem(route) && index < routes.length - 1) {
      reached = order.indexOf('rewrites');
      continue;
    }
    const found = order.slice(reached).find((list) => ruleFor(list, route));
    const rule = found && ruleFor(found, route);
    if (!found || !rule) return undefined;
    reached = order.indexOf(found);
    rules[found].push(rule);
  }
  return rules;
}

function isFilesystem(route: Plain): boolean {
  return route.handle === 'filesystem' && Object.keys(route).length === 1;
}

/** The rule of `list` that Vercel takes for the same as `route`. */
function ruleFor(list: List, route: Plain): Rule | undefined {
  const { src } = route;
  if (typeof src !== 'string') return undefined;
  const source = src.replace(/^\^/, '').replace(/\$$/, '');
  const rest = list === 'redirects' ? redirect(route) : list === 'headers' ? headers(route) : rewrite(route);
  const rule = rest && { source, ...rest };
  return rule && isSame(transformed({ routes: [route] }), transformed({ [list]: [rule] })) ? rule : undefined;
}

function redirect({ status, statusCode, headers: given }: Plain): Plain | undefined {
  const location = isTable(given) ? given.Location : undefined;
  const code = status ?? statusCode;
  if (typeof location !== 'string' || typeof code !== 'number') return undefined;
  if (code === 307 || code === 308) return { destination: location, permanent: code === 308 };
  return { destination: location, statusCode: code };
}

function headers({ headers: given }: Plain): Plain | undefined {
  if (!isTable(given)) return undefined;
  return { headers: Object.entries(given).map(([key, value]) => ({ key, value })) };
}

function rewrite({ dest }: Plain): Plain | undefined {
  return typeof dest === 'string' && dest.startsWith('/') ? { destination: dest } : undefined;
}

type Input = Parameters<typeof getTransformedRoutes>[0];

/** What Vercel makes of one rule, without the head of its phase. */
function transformed(configuration: Plain): Plain | undefined {
  const { routes, error } = getTransformedRoutes(JSON.parse(JSON.stringify(configuration)) as Input);
  const [one, ...more] = (routes ?? []).filter((route) => !('handle' in route));
  return error || more.length > 0 ? undefined : (one as Plain | undefined);
}

/** `check` is what a rewrite has: a path at which nothing is leads on. Where something is, it makes no difference. */
function isSame(route: Plain | undefined, rule: Plain | undefined): boolean {
  if (!route || !rule) return false;
  const plain = ({ src, check: _check, ...rest }: Plain) =>
    JSON.stringify([plainPattern(String(src)), Object.entries(rest).sort()]);
  return plain(route) === plain(rule);
}

/** The pattern without groups around a captured part that add nothing. */
function plainPattern(src: string): string {
  return src.replace(/\(\?:(\/\([^()]*\))\)(?![?*+{])/g, '$1');
}

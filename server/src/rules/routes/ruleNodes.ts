import type { Origin, TracedRoute } from '../../deployment/routing/route.ts';
import { propertyNamed } from '../../deployment/vercelJson/configuration.ts';
import { elementsOf, type JsonNode, jsonAt, type VercelJson } from '../../documents/vercelJson.ts';

/** A route of vercel.json with the places that it was made from. */
export interface RuleNodes {
  readonly traced: TracedRoute;
  readonly origin: Origin & { readonly by: 'rule' };
  /** The rule itself. */
  readonly node: JsonNode;
  readonly source?: JsonNode;
  readonly destination?: JsonNode;
}

/** Whether vercel.json has a rule at all: most have none, and then there is nothing to work out. */
export function hasRules(document: VercelJson): boolean {
  const lists = ['routes', 'redirects', 'headers', 'rewrites'];
  return lists.some((list) => elementsOf(jsonAt(document, [list])).length > 0);
}

/** The rules among `routes`, in the order in which Vercel looks at them. */
export function rulesAmong(routes: readonly TracedRoute[], document: VercelJson): readonly RuleNodes[] {
  return routes.flatMap((traced) => {
    const { origin } = traced;
    const node = origin.by === 'rule' ? jsonAt(document, [origin.list, origin.index]) : undefined;
    if (origin.by !== 'rule' || !node) return [];
    const source = (propertyNamed(node, 'source') ?? propertyNamed(node, 'src'))?.value;
    const destination = (propertyNamed(node, 'destination') ?? propertyNamed(node, 'dest'))?.value;
    return [{ traced, origin, node, ...(source ? { source } : {}), ...(destination ? { destination } : {}) }];
  });
}

/** The path that a route leads to whatever the request is; absent where it depends on it, or leads elsewhere. */
export function fixedPath({ route }: TracedRoute): string | undefined {
  const { dest } = route;
  if (dest === undefined || /^(https?:)?\/\//.test(dest)) return undefined;
  const [path = ''] = dest.split(/[?#]/, 1);
  if (path.includes('$')) return undefined;
  return path.startsWith('/') ? path : `/${path}`;
}

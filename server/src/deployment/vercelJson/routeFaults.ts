import { getTransformedRoutes } from '@vercel/routing-utils';
import { elementsOf, type JsonNode, spanOf, stringOf, type VercelJson } from '../../documents/vercelJson.ts';
import type { Span } from '../../text/span.ts';
import { configurationOf, propertyNamed, valueAt } from './configuration.ts';
import { schemaFaultsOf } from './faults.ts';

/** A route that Vercel refuses although its schema accepts it. */
export interface RouteFault {
  /** Such as `invalid_rewrite`. */
  readonly code: string;
  /** What Vercel prints. */
  readonly message: string;
  readonly span: Span;
  /** The parameter of the destination that nothing gives a value. */
  readonly segment?: string;
}

/** In the order in which Vercel looks at them. */
const lists = ['routes', 'redirects', 'headers', 'rewrites'] as const;
type List = (typeof lists)[number];

type Routes = Parameters<typeof getTransformedRoutes>[0];
interface Failure {
  readonly code: string;
  readonly message: string;
  readonly errors?: readonly string[];
}

/**
 * Every route that Vercel refuses, the one that it reports first. A list that the schema refuses is not looked at.
 * Source: `getTransformedRoutes` of @vercel/routing-utils 6.6.0, which `vercel build` calls, called itself
 */
export function routeFaultsOf(document: VercelJson): readonly RouteFault[] {
  const configuration = configurationOf(document);
  if (!configuration) return [];
  const refused = new Set(schemaFaultsOf(document).map(({ error }) => error.path[0] ?? error.property));
  const faults = lists.filter((list) => !refused.has(list)).flatMap((list) => faultsOfList(list, configuration.root));
  return inVercelsOrder(faults, configuration.value, refused);
}

function faultsOfList(list: List, root: JsonNode): RouteFault[] {
  const nodes = elementsOf(valueAt(root, [list]));
  const entries = nodes.map((node) => JSON.parse(JSON.stringify(plain(node))));
  const failures =
    list === 'routes'
      ? failureOf({ routes: entries })
      : entries.flatMap((entry, index) =>
          failureOf({ [list]: [entry] })
            .slice(0, 1)
            .map((one) => numbered(one, index)),
        );
  return failures.flatMap(({ code, message }) => {
    const node = nodes[Number(/ at index (\d+) /.exec(message)?.[1])];
    const segment = / has segment ":([^"]+)" in /.exec(message)?.[1];
    if (!node) return [];
    return [{ code, message, span: spanFor(message, node, segment), ...(segment === undefined ? {} : { segment }) }];
  });
}

/** The value of a node as JSON.parse gives it. */
function plain(node: JsonNode): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plain);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[key.value, plain(value)]] : [],
    ),
  );
}

interface Refusal {
  readonly code: string;
  readonly message: string;
}

function failureOf(routes: unknown): Refusal[] {
  const error: Failure | null = getTransformedRoutes(routes as Routes).error;
  return error ? (error.errors ?? [error.message]).map((message) => ({ code: error.code, message })) : [];
}

function numbered({ code, message }: Refusal, index: number): Refusal {
  return { code, message: message.replace(' at index 0 ', ` at index ${index} `) };
}

/** What is reported for the whole file comes first. */
function inVercelsOrder(faults: readonly RouteFault[], value: unknown, refused: ReadonlySet<unknown>): RouteFault[] {
  if (faults.length < 2 || refused.size > 0) return [...faults];
  const [first] = failureOf(JSON.parse(JSON.stringify(value)));
  return [...faults].sort((a, b) => Number(b.message === first?.message) - Number(a.message === first?.message));
}

/** The words say which property they are about. */
function spanFor(message: string, route: JsonNode, segment: string | undefined): Span {
  const named = (...names: string[]) =>
    names.map((name) => propertyNamed(route, name)).find((property) => property !== undefined);
  if (segment !== undefined) return segmentSpan(named('destination')?.value ?? route, segment);
  if (/ handle(:| value)|duplicate/.test(message)) return spanOf(named('handle')?.value ?? route);
  if (/ invalid `s/.test(message)) return spanOf(named('source', 'src')?.value ?? route);
  if (/ `request\.path` transform/.test(message)) return spanOf(named('transforms')?.value ?? route);
  const both = / cannot define both `(\w+)` and `(\w+)`/.exec(message);
  const extra = both && named(both[2] ?? '', both[1] ?? '');
  return spanOf(extra ? extra.property : (named('src', 'source')?.value ?? route));
}

/** The parameter itself, where the text spells it as it is. */
function segmentSpan(destination: JsonNode, segment: string): Span {
  const target = propertyNamed(destination, 'path')?.value ?? destination;
  const at = stringOf(target)?.search(new RegExp(`:${segment}(?!\\w)`)) ?? -1;
  const isPlain = at >= 0 && target.length === (stringOf(target)?.length ?? 0) + 2;
  if (!isPlain) return spanOf(target);
  const start = target.offset + 1 + at;
  return { start, end: start + segment.length + 1 };
}

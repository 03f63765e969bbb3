import { getTransformedRoutes } from '@vercel/routing-utils';
import { elementsOf, type JsonNode, spanOf } from '../../documents/vercelJson.ts';
import { type Project, vercelJsonOf } from '../../project/project.ts';
import { type Configuration, configurationOf, propertyNamed, valueAt } from '../vercelJson/configuration.ts';
import type { Origin, Route, RuleList } from './route.ts';

/** A route of vercel.json in Vercel's form, or the head of a phase. */
export type ConfiguredRoute =
  | { readonly handle: string }
  | { readonly route: Route; readonly origin: Origin & { readonly by: 'rule' | 'setting' } };

type Input = Parameters<typeof getTransformedRoutes>[0];

/**
 * The rules of vercel.json as the routes that Vercel makes of them, each with the place it comes from; none where it
 * refuses them.
 * Source: `getTransformedRoutes` of @vercel/routing-utils 6.6.0, called itself. It makes a fixed number of routes of each
 * property, in a fixed order, so counting leads back to the rule.
 */
export function configuredRoutesOf(project: Project): readonly ConfiguredRoute[] {
  const document = vercelJsonOf(project);
  const configuration = document && configurationOf(document);
  if (!configuration || typeof configuration.value !== 'object' || configuration.value === null) return [];
  const copy: Input = JSON.parse(JSON.stringify(configuration.value));
  const { routes, error } = getTransformedRoutes(copy);
  if (error || !routes) return [];
  const origins = originsOf(configuration);
  return routes.flatMap((route, index): ConfiguredRoute[] => {
    if ('handle' in route && route.handle) return [{ handle: route.handle }];
    const origin = origins[index];
    return origin ? [{ route: route as Route, origin }] : [];
  });
}

type Traced = Origin & { readonly by: 'rule' | 'setting' };

/** The origin of each route by its index; nothing for the head of a phase. */
function originsOf({ root }: Configuration): readonly (Traced | undefined)[] {
  const rewrites = valueAt(root, ['rewrites']);
  return [
    ...settingOrigins(root, 'cleanUrls', 2, 0),
    ...settingOrigins(root, 'trailingSlash', 3, 1),
    ...ruleOrigins(root, 'routes'),
    ...ruleOrigins(root, 'redirects'),
    ...ruleOrigins(root, 'headers'),
    ...(rewrites ? [undefined] : []),
    ...ruleOrigins(root, 'rewrites'),
  ];
}

function settingOrigins(root: JsonNode, name: 'cleanUrls' | 'trailingSlash', on: number, off: number): Traced[] {
  const found = propertyNamed(root, name);
  if (!found) return [];
  const origin: Traced = { by: 'setting', name, span: spanOf(found.property) };
  return Array.from({ length: found.value.value ? on : off }, () => origin);
}

function ruleOrigins(root: JsonNode, list: RuleList): Traced[] {
  return elementsOf(valueAt(root, [list])).map((node, index) => ({ by: 'rule', list, index, span: spanOf(node) }));
}

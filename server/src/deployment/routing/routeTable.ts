import { mergeRoutes } from '@vercel/routing-utils';
import { jsonAt } from '../../documents/vercelJson.ts';
import { inside, relativeTo } from '../../project/paths.ts';
import { type Project, vercelJsonOf } from '../../project/project.ts';
import { apiFunctionsOf } from '../apiFunctions.ts';
import type { Deployment } from '../deployment.ts';
import { functionSettingsOf } from '../functionSettings.ts';
import { apiRoutes, type MadeRoute } from './apiRouteTable.ts';
import { type ConfiguredRoute, configuredRoutesOf } from './configuredRoutes.ts';
import { type Frontend, frontendOf } from './frontend.ts';
import { outputsOfBuilds, outputsOfZeroConfig, type Published } from './outputs.ts';
import type { Origin, Output, Phase, Route, RouteTable, TracedRoute, Unknown } from './route.ts';

const known = new WeakMap<Deployment, RouteTable>();

/** What answers requests to `project`, which must be the one that `deployment` was resolved for. Remembered. */
export function routeTableOf(project: Project, deployment: Deployment): RouteTable {
  const table = known.get(deployment) ?? build(project, deployment);
  known.set(deployment, table);
  return table;
}

function build(project: Project, deployment: Deployment): RouteTable {
  const flags = { cleanUrls: isOn(project, 'cleanUrls'), trailingSlash: isOn(project, 'trailingSlash') };
  const user = configuredRoutesOf(project);
  if (deployment.mode === 'builds') {
    return tableOf(outputsOfBuilds(project, deployment, flags.cleanUrls), user, [], services(project));
  }
  const { framework } = deployment;
  const withPython = framework.python === null || framework.python === 'fasthtml';
  const { all } = apiFunctionsOf(project, functionSettingsOf(project), withPython);
  const frontend = frontendOf(project, framework, all);
  const published = outputsOfZeroConfig(project, deployment, { api: all, frontend, cleanUrls: flags.cleanUrls });
  const builders = [
    {
      use: '@vercel/zero-config-routes',
      entrypoint: '/',
      routes: apiRoutes(all, { ...flags, ...apiSettings(frontend) }),
    },
    ...presetBuilder(frontend, published),
  ];
  const unknowns = [...services(project), ...middlewareOf(project, deployment)];
  const preset =
    frontend.kind === 'python' ? published.outputs.find(({ name }) => name === frontend.preset) : undefined;
  return { ...tableOf(published, user, builders, unknowns), ...(preset ? { preset } : {}) };
}

/** Presets that take a language's functions for themselves leave paths below `/api` open. Source: @vercel/frameworks 3.34.0. */
const ownRuntimes: ReadonlySet<string> = new Set([
  ...[
    'remix',
    'react-router',
    'redwoodjs',
    'storybook',
    'fastapi',
    'flask',
    'django',
    'python',
    'ruby',
    'rust',
    'axum',
  ],
  ...['actix-web', 'bun', 'node', 'go'],
]);

function apiSettings(frontend: Frontend): { readonly closesApi: boolean; readonly hasErrorPage: boolean } {
  const name = frontend.kind === 'python' ? frontend.preset : frontend.kind === 'foreign' ? frontend.name : '';
  const isNext = name === 'nextjs' || name === 'blitzjs';
  return { closesApi: !isNext && !ownRuntimes.has(name), hasErrorPage: !isNext && name !== 'gatsby' };
}

interface Builder {
  readonly use: string;
  readonly entrypoint: string;
  readonly routes: readonly MadeRoute[];
}

/**
 * Since 2026-07-23 the application sees the path that rewrites lead to.
 * Source: the result of `build` of @vercel/python 25.0.0 for a framework
 */
function presetBuilder(frontend: Frontend, { outputs }: Published): Builder[] {
  if (frontend.kind !== 'python' || !outputs.some(({ name }) => name === frontend.preset)) return [];
  const { preset } = frontend;
  const transforms = [{ type: 'request.path', op: 'set', args: '/$1' }];
  const route: Route = { src: '/(.*)', dest: `/${preset}`, transforms };
  const origin: Origin = { by: 'preset', preset };
  const entrypoint = preset === 'fasthtml' ? 'main.py' : '<detect>';
  return [{ use: '@vercel/python', entrypoint, routes: [{ phase: 'rewrite', route, origin }] }];
}

type MergeInput = Parameters<typeof mergeRoutes>[0];

/** Source: `mergeRoutes` of @vercel/routing-utils 6.6.0, called itself: it keeps the routes it is given. */
function tableOf(
  { outputs, unknowns }: Published,
  user: readonly ConfiguredRoute[],
  builders: readonly Builder[],
  more: readonly Unknown[],
): RouteTable {
  const origins = new Map<unknown, Origin>();
  for (const one of user) if ('route' in one) origins.set(one.route, one.origin);
  for (const { route, origin } of builders.flatMap(({ routes }) => routes)) origins.set(route, origin);
  const merged = mergeRoutes({
    userRoutes: user.map((one) => ('route' in one ? one.route : one)),
    builds: builders.map((builder) => ({ ...builder, routes: inPhases(builder.routes) })),
  } as unknown as MergeInput);
  return {
    routes: traced(merged, origins),
    outputs: new Map<string, Output>(outputs.map((output) => [output.name, output])),
    unknowns: [...more, ...unknowns],
  };
}

/** As a builder gives them: the head of a phase in front of its routes. */
function inPhases(routes: readonly MadeRoute[]): unknown[] {
  const phases = [...new Set(routes.map(({ phase }) => phase))].sort(
    (a, b) => Number(b === 'start') - Number(a === 'start'),
  );
  return phases.flatMap((phase) => [
    ...(phase === 'start' ? [] : [{ handle: phase }]),
    ...routes.filter((one) => one.phase === phase).map(({ route }) => route),
  ]);
}

function traced(merged: readonly unknown[], origins: ReadonlyMap<unknown, Origin>): TracedRoute[] {
  let phase: Phase = 'start';
  return merged.flatMap((one) => {
    const origin = origins.get(one);
    if (origin) return [{ route: one as Route, origin, phase }];
    phase = (one as { handle: Phase }).handle;
    return [];
  });
}

function isOn(project: Project, name: string): boolean {
  const document = vercelJsonOf(project);
  return Boolean(document && jsonAt(document, [name])?.value);
}

function services(project: Project): Unknown[] {
  return hasServices(project) ? [{ what: 'services' }] : [];
}

/** Whether vercel.json divides the project into services: each is built on its own, which nothing here follows. */
export function hasServices(project: Project): boolean {
  const document = vercelJsonOf(project);
  const names = ['services', 'experimentalServices', 'experimentalServicesV2'];
  return names.some((name) => document && jsonAt(document, [name]));
}

function middlewareOf({ root, files }: Project, { framework }: Deployment): Unknown[] {
  const document = vercelJsonOf({ root, files });
  const proxy = document && jsonAt(document, ['proxy', 'entrypoint'])?.value;
  if (typeof proxy === 'string') return [{ what: 'middleware', file: proxy }];
  if (framework.preset === 'storybook') return [];
  const found = ['middleware.js', 'middleware.ts'].find((name) => files.has(inside(root, name)));
  return found === undefined ? [] : [{ what: 'middleware', file: relativeTo(root, inside(root, found)) }];
}

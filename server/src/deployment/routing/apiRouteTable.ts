import { directoryOf, nameOf } from '../../project/paths.ts';
import type { Origin, Phase, Route } from './route.ts';

/** A route that Vercel makes itself. */
export interface MadeRoute {
  readonly phase: Phase;
  readonly route: Route;
  readonly origin: Origin;
}

export interface ApiRouteSettings {
  readonly cleanUrls: boolean;
  readonly trailingSlash: boolean;
  /** Whether a path below `/api` that nothing answers is a 404: not beside Next.js and presets with a runtime of their own. */
  readonly closesApi: boolean;
  /** Whether `404.html` is shown: not beside Next.js and Gatsby. */
  readonly hasErrorPage: boolean;
}

/**
 * The routes of zero configuration.
 * @param files the functions of the `api` folder, paths from the root, in Vercel's order
 * Source: `getRouteResult` and `createRouteFromPath` of @vercel/fs-detectors 7.7.3 with `featHandleMiss`, which `vercel
 * build` sets; a test compares the routes.
 */
export function apiRoutes(files: readonly string[], settings: ApiRouteSettings): readonly MadeRoute[] {
  return [...(files.length > 0 ? routesOf(files, settings) : []), ...errorPage(settings)];
}

function routesOf(files: readonly string[], { cleanUrls, trailingSlash, closesApi }: ApiRouteSettings): MadeRoute[] {
  const extensions = [...new Set(files.map(extensionOf).filter((extension) => extension !== ''))];
  const group = `(?:\\.(?:${extensions.map((extension) => extension.slice(1)).join('|')}))`;
  const dynamic = files.flatMap((file) => dynamicRoute(file, cleanUrls) ?? []);
  return [
    ...(extensions.length > 0 ? extensionRoutes(group, cleanUrls, trailingSlash) : []),
    ...dynamic,
    ...(closesApi ? [notFound] : []),
  ];
}

const notFound: MadeRoute = {
  phase: 'filesystem',
  route: { src: '^/api(/.*)?$', status: 404 },
  origin: { by: 'api', role: 'not-found' },
};

function extensionRoutes(group: string, cleanUrls: boolean, trailingSlash: boolean): MadeRoute[] {
  const end = trailingSlash ? '/' : '';
  const clean: Origin = { by: 'api', role: 'clean' };
  if (!cleanUrls) {
    const route = { src: `^/api/(.+)${group}$`, dest: '/api/$1', check: true };
    return [{ phase: 'miss', route, origin: { by: 'api', role: 'extension' } }];
  }
  const redirect = (src: string, location: string): MadeRoute => ({
    phase: 'start',
    route: { src, headers: { Location: location + end }, status: 308 },
    origin: clean,
  });
  return [redirect(`^/(api(?:.+)?)/index${group}?/?$`, '/$1'), redirect(`^/api/(.+)${group}/?$`, '/api/$1')];
}

/** `api/[id].py` answers below `/api/` at any name. */
function dynamicRoute(file: string, cleanUrls: boolean): MadeRoute | undefined {
  const segments = file.split('/');
  const variables = segments.flatMap((segment) => variableOf(segment) ?? []);
  if (variables.length === 0) return undefined;
  const query = variables.map((name, index) => `${name}=$${index + 1}`).join('&');
  const route = { src: sourceOf(segments, cleanUrls), dest: `/${withoutExtension(file)}?${query}`, check: true };
  return { phase: 'filesystem', route, origin: { by: 'api', role: 'dynamic', file } };
}

function sourceOf(segments: readonly string[], cleanUrls: boolean): string {
  const last = segments.at(-1) ?? '';
  const folders = segments.slice(0, -1).map((segment) => (variableOf(segment) === undefined ? segment : '([^/]+)'));
  if (variableOf(last) !== undefined) return `^/${[...folders, '([^/]+)'].join('/')}$`;
  const stem = withoutExtension(last);
  const extension = cleanUrls ? undefined : escaped(stem) + escaped(extensionOf(last));
  if (stem === 'index') {
    const names = ['/', '/index', ...(extension === undefined ? [] : [`/${extension}`])];
    return `^/${folders.join('/')}(${names.join('|')})?$`;
  }
  const names = [`${stem}/`, escaped(stem), ...(extension === undefined ? [] : [extension])];
  return `^/${[...folders, `(${names.join('|')})`].join('/')}$`;
}

function errorPage({ hasErrorPage, cleanUrls }: ApiRouteSettings): MadeRoute[] {
  if (!hasErrorPage) return [];
  const route = { src: '^(?!/api).*$', status: 404, dest: cleanUrls ? '/404' : '/404.html' };
  return [{ phase: 'error', route, origin: { by: 'error-page' } }];
}

function variableOf(segment: string): string | undefined {
  const stem = withoutExtension(segment);
  return stem.startsWith('[') && stem.endsWith(']') ? stem.slice(1, -1) : undefined;
}

/** `.py`, or nothing where the name has none; a dot at the start of a name begins none. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot) : '';
}

export function withoutExtension(path: string): string {
  return path.slice(0, path.length - extensionOf(path).length);
}

/** The folder's name for a file called `index` of any kind; nothing for others. */
export function indexFolder(name: string): string | undefined {
  return withoutExtension(nameOf(name)) === 'index' ? directoryOf(name) : undefined;
}

function escaped(text: string): string {
  return text.replace(/[[\]^$.|?*+()]/g, '\\$&');
}

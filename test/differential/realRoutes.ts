import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

const require = createRequire(import.meta.url);
const { appendRoutesToPhase, getTransformedRoutes, mergeRoutes } = require('@vercel/routing-utils');
const { detectBuilders } = require('@vercel/fs-detectors');
const minimatch = createRequire(require.resolve('@vercel/fs-detectors'))('minimatch');

export type Texts = Readonly<Record<string, string>>;
export type Configuration = Readonly<Record<string, unknown>> & { readonly builds?: Built[] };
interface Built {
  readonly use: string;
  readonly src: string;
  readonly config?: {
    readonly framework?: string;
    readonly zeroConfig?: boolean;
    readonly outputDirectory?: string;
  };
}

/** The routes that @vercel/python 25.0.0 ends a framework's build with: its own expression, evaluated. */
function presetRoutes(lambdaPath: string): unknown[] {
  const source = readFileSync(require.resolve('@vercel/python'), 'utf8');
  const expression = /const routes = isNonWebService \|\| !output \?[^[]*?: (\[[\s\S]*?\n {2}\]);/.exec(source)?.[1];
  if (!expression) throw new Error('the builder makes its routes in another way');
  const names = ['shadowingRoutes', 'cdnBundle', 'queueRoutes', 'fallbackRoutes', 'lambdaPath'];
  return new Function(...names, `return ${expression}`)([], { redirects: [] }, [], [], lambdaPath);
}

export interface Real {
  /** The route table as `doBuild` of `vercel` 64.0.2 puts it together. */
  readonly routes: unknown[];
  /** The paths at which a file or a function answers. */
  readonly outputs: string[];
}

/** What Vercel's own functions make of a tree. */
export async function real(files: Texts, framework: string | null): Promise<Real> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'preflight-routes-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const config: Configuration = JSON.parse(files['vercel.json'] ?? '{}');
    const user = getTransformedRoutes(JSON.parse(JSON.stringify(config)));
    const found = await detectBuilders(Object.keys(files).sort(), JSON.parse(files['package.json'] ?? 'null'), {
      ...config,
      projectSettings: { createdAt: Date.parse('2026-11-23'), ...(framework ? { framework } : {}) },
      ignoreBuildScript: true,
      featHandleMiss: true,
      workPath: folder,
    });
    expect(found.errors ?? []).toEqual([]);
    const hasBuilds = config.builds !== undefined;
    const builders: Built[] = config.builds ?? found.builders ?? [{ src: '**', use: '@vercel/static' }];
    const preset = builders.find((built) => built.use === '@vercel/python' && built.config?.framework);
    return {
      routes: merged(user.routes, hasBuilds ? [] : zeroConfigRoutes(found), preset),
      outputs: builders.flatMap((built) => outputsOf(built, Object.keys(files), config)).sort(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What `createStaticBuilder` and `getV3OutputPath` of `vercel` 64.0.2 do; what another framework makes is unknown. */
function outputsOf({ use, src, config = {} }: Built, files: readonly string[], { cleanUrls }: Configuration): string[] {
  if (use === '@vercel/static') {
    const top = config.zeroConfig && config.outputDirectory ? `${config.outputDirectory}/` : '';
    const matches = files.filter((name) => name === src || minimatch(name, src, { dot: true }));
    const names = matches.map((name) => (name.startsWith(top) ? name.slice(top.length) : name));
    const shown = names.filter((name) => !['package.json', 'vercel.json', 'README.md', '.env'].includes(name));
    return shown.map((name) => (cleanUrls ? name.replace(/\.html$/, '') : name));
  }
  if (config.framework) return use === '@vercel/python' ? [config.framework] : [];
  if (config.zeroConfig) return [src.replace(/\.\w+$/, '')];
  return files.filter((name) => name === src.replace(/^\.?\//, '') || minimatch(name, src, { dot: true }));
}

function merged(userRoutes: unknown, zeroConfig: readonly unknown[], preset: Built | undefined): unknown[] {
  const builds = [
    ...(zeroConfig.length > 0 ? [{ use: '@vercel/zero-config-routes', entrypoint: '/', routes: zeroConfig }] : []),
    ...(preset
      ? [{ use: preset.use, entrypoint: preset.src, routes: presetRoutes(preset.config?.framework ?? '') }]
      : []),
  ];
  return mergeRoutes({ userRoutes, builds });
}

interface Detected {
  readonly redirectRoutes: unknown[] | null;
  readonly rewriteRoutes: unknown[] | null;
  readonly errorRoutes: unknown[] | null;
  readonly defaultRoutes: unknown[] | null;
}

function zeroConfigRoutes({ redirectRoutes, rewriteRoutes, errorRoutes, defaultRoutes }: Detected): unknown[] {
  const rewrites = appendRoutesToPhase({ routes: [], newRoutes: rewriteRoutes ?? [], phase: 'filesystem' });
  const routes = [...(redirectRoutes ?? []), ...rewrites];
  return [...appendRoutesToPhase({ routes, newRoutes: errorRoutes, phase: 'error' }), ...(defaultRoutes ?? [])];
}

export interface InPhase {
  readonly phase: string;
  readonly route: unknown;
}

export function inPhases(routes: readonly unknown[]): InPhase[] {
  let phase = 'start';
  const found = routes.flatMap((route) => {
    const { handle } = route as { handle?: string };
    if (handle === undefined) return [{ phase, route }];
    phase = handle;
    return [];
  });
  return byPhase(found);
}

/** In which order the phases stand says nothing. */
export function byPhase(routes: readonly InPhase[]): InPhase[] {
  return [...routes].sort((a, b) => a.phase.localeCompare(b.phase));
}

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { routeTableOf } from '../../server/src/deployment/routing/routeTable.ts';
import { ask } from '../deployment/deploymentOf.ts';

const require = createRequire(import.meta.url);
const { appendRoutesToPhase, getTransformedRoutes, mergeRoutes } = require('@vercel/routing-utils');
const { detectBuilders } = require('@vercel/fs-detectors');
const minimatch = createRequire(require.resolve('@vercel/fs-detectors'))('minimatch');

type Texts = Readonly<Record<string, string>>;
type Configuration = Readonly<Record<string, unknown>> & { readonly builds?: Built[] };
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

interface Real {
  /** The route table as `doBuild` of `vercel` 64.0.2 puts it together. */
  readonly routes: unknown[];
  /** The paths at which a file or a function answers. */
  readonly outputs: string[];
}

/** What Vercel's own functions make of a tree. */
async function real(files: Texts, framework: string | null): Promise<Real> {
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
  return [config.zeroConfig ? src.replace(/\.\w+$/, '') : src];
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

async function ours(files: Texts): Promise<{ readonly routes: InPhase[]; readonly outputs: string[] }> {
  const table = await ask(files, (project) => routeTableOf(project, resolveDeployment(project)));
  return {
    routes: byPhase(table.routes.map(({ route, phase }) => ({ phase, route }))),
    outputs: [...table.outputs.keys()].sort(),
  };
}

interface InPhase {
  readonly phase: string;
  readonly route: unknown;
}

function inPhases(routes: readonly unknown[]): InPhase[] {
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
function byPhase(routes: readonly InPhase[]): InPhase[] {
  return [...routes].sort((a, b) => a.phase.localeCompare(b.phase));
}

const rules = {
  redirects: [{ source: '/old/:id', destination: '/new/:id', permanent: true }],
  headers: [{ source: '/(.*)', headers: [{ key: 'x-a', value: 'b' }] }],
  rewrites: [
    { source: '/users/:id', destination: '/api/users' },
    { source: '/(.*)', destination: '/api/index' },
  ],
};
const routes = {
  routes: [{ src: '/a', dest: '/b' }, { handle: 'filesystem' }, { src: '/(.*)', dest: '/api/index.py' }],
};
const configurations: readonly Configuration[] = [
  {},
  rules,
  routes,
  { ...rules, ...routes },
  { ...rules, cleanUrls: true },
  { ...rules, cleanUrls: true, trailingSlash: true },
  { rewrites: [], trailingSlash: false, cleanUrls: false },
  { redirects: rules.redirects, trailingSlash: true },
];
const app = 'app = 1\n';
const trees: Readonly<Record<string, readonly [Texts, string | null]>> = {
  'one function': [{ 'api/index.py': app }, null],
  'dynamic functions': [
    {
      'api/[id].py': app,
      'api/users/[user]/index.py': app,
      'api/users/[user]/posts.py': app,
      'api/users/[user]/a.b+c.py': app,
      'api/x.js': 'x',
      'api/shop/[a]/[b].go': 'x',
    },
    null,
  ],
  'functions and files': [
    { 'api/index.py': app, 'api/_a.py': app, 'lib/a.py': app, 'a.html': 'x', '.env': 'x', 'README.md': 'x' },
    null,
  ],
  'functions and a public folder': [{ 'api/index.py': app, 'a.html': 'x', 'public/b.html': 'x' }, null],
  'no function but a public folder': [{ 'api/index.py': 'x = 1\n', 'public/b.html': 'x' }, null],
  'a preset and a public folder': [
    { 'requirements.txt': 'flask', 'main.py': app, 'public/b.html': 'x', 'a.html': 'x' },
    'flask',
  ],
  'no function': [{ 'index.html': 'x' }, null],
  fastapi: [{ 'requirements.txt': 'fastapi', 'main.py': app }, 'fastapi'],
  'fastapi and a function in JavaScript': [
    { 'requirements.txt': 'fastapi', 'main.py': app, 'api/[id].js': 'x', 'api/a.js': 'x' },
    'fastapi',
  ],
  python: [{ 'requirements.txt': 'requests', 'app.py': app }, 'python'],
  fasthtml: [{ 'requirements.txt': 'python-fasthtml', 'main.py': app, 'api/a.py': app }, 'fasthtml'],
  'Next.js': [{ 'package.json': '{"dependencies":{"next":"1"}}', 'api/a.py': app, 'api/[id].py': app }, 'nextjs'],
  Gatsby: [{ 'package.json': '{"dependencies":{"gatsby":"1"}}', 'api/a.py': app }, 'gatsby'],
  'React Router': [
    { 'package.json': '{"dependencies":{"@react-router/dev":"1"}}', 'react-router.config.ts': '', 'api/a.py': app },
    'react-router',
  ],
};
const cases = Object.entries(trees).flatMap(([name, [files, framework]]) =>
  configurations.map((config, index) => [`${name}, configuration ${index}`, files, framework, config] as const),
);

it.each(cases)('has the routes and the outputs that Vercel has: %s', async (_name, files, framework, config) => {
  const tree = { ...files, 'vercel.json': JSON.stringify(config) };
  const theirs = await real(tree, framework);
  expect(await ours(tree)).toEqual({ routes: inPhases(theirs.routes), outputs: theirs.outputs });
});

it('has the routes and the outputs that Vercel has beside `builds`', async () => {
  const builds = [
    { src: 'api/index.py', use: '@vercel/python' },
    { src: 'a.html', use: '@vercel/static' },
  ];
  for (const config of configurations) {
    const tree = { 'api/index.py': app, 'a.html': '', 'vercel.json': JSON.stringify({ ...config, builds }) };
    const theirs = await real(tree, null);
    expect(await ours(tree)).toEqual({ routes: inPhases(theirs.routes), outputs: theirs.outputs });
  }
});

it('leads every route of vercel.json back to its rule', async () => {
  const text = JSON.stringify({ cleanUrls: true, trailingSlash: true, ...rules, ...routes });
  const found = await ask({ 'vercel.json': text, 'api/index.py': app }, (project) =>
    routeTableOf(project, resolveDeployment(project)).routes.flatMap(({ origin, route }) =>
      origin.by === 'rule' || origin.by === 'setting'
        ? [
            `${text.slice(origin.span.start, origin.span.end)} ${route.dest ?? route.headers?.Location ?? route.headers?.['x-a'] ?? ''}`,
          ]
        : [],
    ),
  );
  expect(found).toEqual([
    '"cleanUrls":true /$1/',
    '"cleanUrls":true /$1/',
    '"trailingSlash":true ',
    '"trailingSlash":true /$1/',
    '"trailingSlash":true /$1',
    '{"src":"/a","dest":"/b"} /b',
    '{"src":"/(.*)","dest":"/api/index.py"} /api/index.py',
    '{"source":"/old/:id","destination":"/new/:id","permanent":true} /new/$1',
    '{"source":"/(.*)","headers":[{"key":"x-a","value":"b"}]} b',
    '{"source":"/users/:id","destination":"/api/users"} /api/users?id=$1',
    '{"source":"/(.*)","destination":"/api/index"} /api/index',
  ]);
});

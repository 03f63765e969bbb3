import { expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { routeTableOf } from '../../server/src/deployment/routing/routeTable.ts';
import { ask } from '../deployment/deploymentOf.ts';
import { byPhase, type Configuration, type InPhase, inPhases, real, type Texts } from './realRoutes.ts';

async function ours(files: Texts): Promise<{ readonly routes: InPhase[]; readonly outputs: string[] }> {
  const table = await ask(files, (project) => routeTableOf(project, resolveDeployment(project)));
  return {
    routes: byPhase(table.routes.map(({ route, phase }) => ({ phase, route }))),
    outputs: [...table.outputs.keys()].sort(),
  };
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

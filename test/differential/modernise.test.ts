import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import '../support/seed.ts';
import { versionFileFor } from '../../server/src/deployment/modernise/versionFile.ts';
import { zeroConfigurationOf } from '../../server/src/deployment/modernise/zeroConfiguration.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import type { Output, RouteTable } from '../../server/src/deployment/routing/route.ts';
import { walk } from '../../server/src/deployment/routing/walk.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { ask } from '../deployment/deploymentOf.ts';
import { withChanges } from '../support/check.ts';
import { realVerdict, type Verdict } from './realBuilder.ts';
import { inPhases, real, type Texts } from './realRoutes.ts';
import { tree } from './trees/tree.ts';
import { commandLineJudge, schemaJudge } from './vercelJsonOracle.ts';
import { vercelPackage } from './vercelPackage.ts';

/**
 * What the refactoring makes of a project is given to Vercel's own software, with what was there before: it accepts the
 * result, builds the same file with the same Python and the same manifest, and its own route table answers the same.
 */

const { PREFLIGHT_RUNS: runs = '150' } = process.env;
const unpacked = vercelPackage();
const commandLine = unpacked === undefined ? undefined : await commandLineJudge(unpacked);

const json = (value: unknown) => JSON.stringify(value, null, 2);
const python = '@vercel/python';

/** The project after the refactoring, or why it is not offered. */
async function modern(files: Texts): Promise<Texts | string> {
  const answer = await ask(files, (project) => zeroConfigurationOf(project, resolveDeployment(project)));
  if (!answer) throw new Error('there are `builds`');
  if ('reason' in answer) return answer.reason;
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, utf8(text)]));
  return Object.fromEntries([...withChanges(sources, answer.changes)].map(([path, { text }]) => [path, text]));
}

/** The route table that Vercel's own functions give, in the form that requests are walked through. */
async function realTable(files: Texts, verdict: Verdict): Promise<RouteTable> {
  const { routes, outputs } = await real(files, verdict.mode === 'framework' ? verdict.preset : null);
  const [entry] = verdict.runs.flatMap(({ entrypoint }) => entrypoint ?? []);
  const fileOf = (name: string): Output => {
    if (verdict.mode === 'builds') return { name, kind: 'function', file: name };
    const isPreset = verdict.mode === 'framework' && name === verdict.preset;
    if (isPreset) return { name, kind: 'function', file: `${entry?.replace(/:.*/, '').replaceAll('.', '/')}.py` };
    const source = `${name}.py`;
    if (verdict.mode === 'zero-config' && name.startsWith('api/') && source in files)
      return { name, kind: 'function', file: source };
    return { name, kind: 'static', file: name };
  };
  return {
    routes: inPhases(routes).map(({ route, phase }, index) => ({
      route: route as RouteTable['routes'][number]['route'],
      phase: phase as RouteTable['routes'][number]['phase'],
      origin: { by: 'rule', list: 'routes', index, span: { start: 0, end: 0 } },
    })),
    outputs: new Map(outputs.map((name) => [name, fileOf(name)])),
    unknowns: [],
  };
}

/** What a client sees, and what the application does. A 404 of Vercel's is one, whoever decides on it. */
function seen(table: RouteTable, path: string, method: string): unknown {
  const { answer, steps } = walk(table, { method, path, query: '' });
  const headers = steps.flatMap((step) => (step.kind === 'rule' ? Object.entries(step.headers ?? {}) : []));
  if (answer.kind === 'function') return [answer.output.file, answer.path, answer.status, headers];
  if (answer.kind === 'static') return [answer.output.file, headers];
  if (answer.kind === 'not-found' || (answer.kind === 'status' && answer.status === 404)) return [404, headers];
  return [answer, headers];
}

const segment = fc.constantFrom(
  'a',
  'b',
  'api',
  'index',
  'main',
  'main.py',
  'index.py',
  'x.html',
  'old',
  'users',
  'fastapi',
  'python',
  'flask',
  'requirements.txt',
  '',
);
const anyPath = fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join('/')}`.replace(/\/{2,}/g, '/'));

/** Holds the refactored project against the one that was there. */
async function expectSame(before: Texts, after: Texts, paths: readonly string[]): Promise<void> {
  const configuration: unknown = JSON.parse(after['vercel.json'] ?? '');
  expect(configuration).not.toHaveProperty('builds');
  expect(schemaJudge(JSON.parse(json(configuration)))).toBeUndefined();
  if (commandLine) expect(commandLine(JSON.parse(json(configuration)))).toBeUndefined();
  const [was, is] = [await realVerdict(tree(before)), await realVerdict(tree(after))];
  expect([was.error, is.error]).toEqual([undefined, undefined]);
  const built = ({ runs }: Verdict) =>
    runs
      .map(({ entrypoint, version, source, install }) => [entrypoint?.replace(/:.*/, ''), version, source, install])
      .sort();
  expect(built(is)).toEqual(built(was));
  const [old, fresh] = [await realTable(before, was), await realTable(after, is)];
  for (const path of paths) {
    for (const method of ['GET', 'POST'])
      expect(seen(fresh, path, method), `${method} ${path}`).toEqual(seen(old, path, method));
  }
}

const app = 'app = 1\n';
const catchAll = (dest: string) => [{ src: '/(.*)', dest }];
const fixedPaths = [
  '/',
  '/a',
  '/a/b',
  '/api',
  '/api/',
  '/api/index',
  '/api/index.py',
  '/api/b',
  '/main',
  '/main.py',
  '/old',
  '/old/x',
  '/fastapi',
  '/requirements.txt',
  '/public/a.txt',
  '/a.txt',
  '/favicon.ico',
];

const offered: Readonly<Record<string, Texts>> = {
  'FastAPI in main.py': {
    'vercel.json': json({
      version: 2,
      builds: [{ src: 'main.py', use: python, config: { maxLambdaSize: '15mb', runtime: 'python3.9' } }],
      routes: catchAll('main.py'),
    }),
    'requirements.txt': 'fastapi\n',
    'main.py': app,
  },
  'Flask in api/index.py, with files to include and to exclude': {
    'vercel.json': json({
      builds: [
        {
          src: 'api/index.py',
          use: python,
          config: { includeFiles: 'data/**', excludeFiles: ['tests/**', 'docs/**'] },
        },
      ],
      routes: catchAll('/api/index.py'),
    }),
    'requirements.txt': 'Flask\n',
    'api/index.py': app,
  },
  'a Django application without a manifest': {
    'vercel.json': json({ builds: [{ src: 'wsgi.py', use: '@vercel/python@latest' }], routes: catchAll('wsgi.py') }),
    'wsgi.py': 'application = 1\n',
  },
  'a rewrite to the application': {
    'vercel.json': json({
      builds: [{ src: './main.py', use: python }],
      rewrites: [{ source: '/(.*)', destination: '/main.py' }],
    }),
    'requirements.txt': 'requests\n',
    'main.py': app,
  },
  'a redirect and a header in front of it': {
    'vercel.json': json({
      builds: [{ src: 'main.py', use: python }],
      routes: [
        { src: '/old/(.*)', status: 308, headers: { Location: '/a/$1' } },
        { src: '/(.*)', headers: { 'x-frame-options': 'DENY' }, continue: true },
        { handle: 'filesystem' },
        ...catchAll('/main.py'),
      ],
    }),
    'requirements.txt': 'fastapi\n',
    'main.py': app,
  },
  'a header in front of a redirect, which stay `routes`': {
    'vercel.json': json({
      builds: [{ src: 'main.py', use: python }],
      routes: [
        { src: '/(.*)', headers: { 'x-a': 'b' }, continue: true },
        { src: '/old', status: 301, headers: { Location: '/a' } },
        ...catchAll('/main.py'),
      ],
    }),
    'requirements.txt': 'fastapi\n',
    'main.py': app,
  },
  'several functions': {
    'vercel.json': json({
      builds: [{ src: 'api/*.py', use: python }],
      routes: [{ src: '/b/(.*)', dest: '/api/b.py' }, ...catchAll('api/index.py')],
    }),
    'requirements.txt': 'flask\n',
    'api/index.py': app,
    'api/b.py': app,
  },
  'a manifest of its own below api, and files that answer': {
    'vercel.json': json({ builds: [{ src: 'api/index.py', use: python }], routes: catchAll('/api/index.py') }),
    'requirements.txt': 'flask\n',
    'api/requirements.txt': 'fastapi\n',
    'api/index.py': app,
    'public/a.txt': 'x',
  },
  'an application that pyproject.toml has to name': {
    'vercel.json': json({ builds: [{ src: 'web/server.py', use: python }], routes: catchAll('web/server.py') }),
    'pyproject.toml':
      '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.13,<3.14"\ndependencies = ["fastapi"]\n',
    'web/server.py': 'application = 1\n',
  },
  'settings that had no effect': {
    'vercel.json': json({
      installCommand: 'false',
      builds: [{ src: 'main.py', use: python }],
      framework: 'nextjs',
      buildCommand: 'false',
      outputDirectory: 'dist',
      routes: catchAll('/main.py'),
    }),
    'requirements.txt': 'fastapi\n',
    '.python-version': '3.13\n',
    'main.py': app,
  },
};

describe('a project that is converted', () => {
  it.each(Object.entries(offered))('%s', async (_name, before) => {
    const after = await modern(before);
    expect(typeof after, String(after)).toBe('object');
    await expectSame(before, after as Texts, fixedPaths);
  });
});

const refused: Readonly<Record<string, readonly [RegExp, Texts]>> = {
  'another builder beside it': [
    /@vercel\/static/,
    {
      'vercel.json': json({
        builds: [
          { src: 'main.py', use: python },
          { src: 'public/**', use: '@vercel/static' },
        ],
        routes: catchAll('main.py'),
      }),
      'main.py': app,
      'public/a.txt': '',
    },
  ],
  'a pinned builder': [
    /pins @vercel\/python@4\.3\.1/,
    {
      'vercel.json': json({ builds: [{ src: 'main.py', use: `${python}@4.3.1` }], routes: catchAll('main.py') }),
      'main.py': app,
    },
  ],
  'an application where no preset looks': [
    /does not look in api_handler\.py/,
    {
      'vercel.json': json({ builds: [{ src: 'api_handler.py', use: python }], routes: catchAll('api_handler.py') }),
      'api_handler.py': app,
      'requirements.txt': 'fastapi',
    },
  ],
  'another application that a preset finds first': [
    /serves app\.py instead of main\.py/,
    {
      'vercel.json': json({ builds: [{ src: 'main.py', use: python }], routes: catchAll('main.py') }),
      'main.py': app,
      'app.py': app,
      'requirements.txt': 'fastapi',
    },
  ],
  'a part of the paths': [
    /no rule leads every path/,
    {
      'vercel.json': json({
        builds: [{ src: 'main.py', use: python }],
        routes: [{ src: '/api/(.*)', dest: 'main.py' }],
      }),
      'main.py': app,
    },
  ],
  'one method': [
    /no rule leads every path/,
    {
      'vercel.json': json({
        builds: [{ src: 'main.py', use: python }],
        routes: [{ src: '/(.*)', methods: ['GET'], dest: 'main.py' }],
      }),
      'main.py': app,
    },
  ],
  'a public folder': [
    /`\/a\.txt` would be answered/,
    {
      'vercel.json': json({ builds: [{ src: 'main.py', use: python }], routes: catchAll('main.py') }),
      'main.py': app,
      'public/a.txt': '',
      'requirements.txt': 'fastapi',
    },
  ],
  'a manifest of its own': [
    /dependencies would come from/,
    {
      'vercel.json': json({ builds: [{ src: 'src/main.py', use: python }], routes: catchAll('src/main.py') }),
      'src/main.py': app,
      'requirements.txt': 'fastapi',
      'src/requirements.txt': 'flask',
    },
  ],
  'commands of its own': [
    /steps that `builds` leaves out/,
    {
      'vercel.json': json({ builds: [{ src: 'main.py', use: python }], routes: catchAll('main.py') }),
      'main.py': app,
      'pyproject.toml': '[project]\nname = "x"\nversion = "1"\n[tool.vercel.scripts]\nbuild = "x"\n',
    },
  ],
  'settings of the project': [
    /`installCommand` of the project's settings/,
    {
      'vercel.json': json({ builds: [{ src: 'main.py', use: python }], routes: catchAll('main.py') }),
      'main.py': app,
      '.vercel/project.json': json({ settings: { framework: null, installCommand: 'x' } }),
    },
  ],
  'a key of `config` that has a meaning': [
    /`config\.framework`/,
    {
      'vercel.json': json({
        builds: [{ src: 'main.py', use: python, config: { framework: 'fastapi' } }],
        routes: catchAll('main.py'),
      }),
      'main.py': app,
    },
  ],
  'a build that stops': [
    /The build stops as things are/,
    {
      'vercel.json': json({ builds: [{ src: 'main.py', use: python }], routes: catchAll('main.py') }),
      'main.py': 'x = 1\n',
    },
  ],
  'a function in another language': [
    /would be answered|cannot be told/,
    {
      'vercel.json': json({
        builds: [{ src: 'api/index.py', use: python }],
        routes: [{ handle: 'filesystem' }, ...catchAll('/api/index.py')],
      }),
      'api/index.py': app,
      'api/hello.js': 'x',
      'requirements.txt': 'fastapi',
    },
  ],
};

describe('a project that is left as it is, with a reason', () => {
  it.each(Object.entries(refused))('%s', async (_name, [reason, files]) => {
    expect(await modern(files)).toMatch(reason);
  });
});

const files = fc.uniqueArray(
  fc.constantFrom(
    'main.py',
    'app.py',
    'index.py',
    'wsgi.py',
    'api/index.py',
    'api/b.py',
    'api/_c.py',
    'web/server.py',
    'src/main.py',
  ),
  { minLength: 1, maxLength: 4 },
);
const others = fc.dictionary(
  fc.constantFrom(
    'requirements.txt',
    'api/requirements.txt',
    '.python-version',
    'pyproject.toml',
    'public/a.txt',
    'api/x.js',
    'index.html',
    'package.json',
  ),
  fc.constant(''),
  { maxKeys: 3 },
);
const contents: Readonly<Record<string, readonly string[]>> = {
  'requirements.txt': ['fastapi\n', 'flask\n', 'requests\n', 'django\n'],
  'api/requirements.txt': ['fastapi\n'],
  '.python-version': ['3.13\n', '3.12\n'],
  'pyproject.toml': [
    '[project]\nname = "x"\nversion = "1"\n',
    '[tool.vercel]\nentrypoint = "web.server:app"\n[project]\nname = "x"\nversion = "1"\n',
  ],
  'package.json': ['{}', '{"scripts":{"build":"x"}}'],
};
const config = fc.constantFrom(
  ...[undefined, undefined, undefined, undefined],
  {},
  { maxLambdaSize: '15mb' },
  { includeFiles: 'a/**' },
  { includeFiles: ['a', 'b'], excludeFiles: 'c' },
  { odd: 1 },
);
const routeOf = (dests: readonly string[]) => {
  const dest = fc.constantFrom(...dests.flatMap((one) => [one, `/${one}`]));
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        src: fc.constantFrom(
          '/(.*)',
          '/.*',
          '(.*)',
          '/api/(.*)',
          '/b(?:/(.*))?',
          '/users/([^/]+)',
          '/(?!old)(.*)',
          '/main',
        ),
        dest,
      }),
    },
    fc.record({
      src: fc.constantFrom('/old', '/old/(.*)'),
      status: fc.constantFrom(301, 308),
      headers: fc.constantFrom({ Location: '/a' }, { Location: '/a/$1' }),
    }),
    fc.record({
      src: fc.constantFrom('/(.*)', '/a'),
      headers: fc.constant({ 'x-a': 'b' }),
      continue: fc.constant(true),
    }),
    fc.record({ src: fc.constantFrom('/a', '/gone'), status: fc.constant(404) }),
    fc.constant({ handle: 'filesystem' }),
  );
};

/** The module that most of a project is about: the first of those that are functions together with others, else the first. */
const leadingOf = (modules: readonly string[]) =>
  Array<string>(4).fill(modules.find((path) => path.startsWith('api/')) ?? modules[0] ?? 'main.py');

const sourcesOf = (modules: readonly string[]): fc.Arbitrary<readonly string[]> => {
  const [main = ''] = leadingOf(modules);
  const below = main.startsWith('api/') ? 'api/*.py' : main;
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<readonly string[]>([main], [below]) },
    fc.uniqueArray(fc.constantFrom(...modules, 'api/*.py'), { minLength: 1, maxLength: 2 }),
  );
};

/** Projects with `builds`, most of which have a rule that takes every path. */
const project: fc.Arbitrary<Texts> = files.chain((modules) =>
  fc
    .record({
      sources: sourcesOf(modules),
      use: fc.constantFrom(...Array<string>(12).fill(python), `${python}@latest`, '@vercel/node'),
      config,
      others,
      routes: fc.array(routeOf([...leadingOf(modules), ...modules]), { maxLength: 3 }),
      last: fc.option(fc.constantFrom(...leadingOf(modules), ...modules), { freq: 6 }),
      asRewrite: fc.boolean(),
      pick: fc.nat(3),
    })
    .map(({ sources, use, config: given, others: more, routes, last, asRewrite, pick }) => {
      const builds = sources.map((src) => ({ src, use, ...(given ? { config: given } : {}) }));
      const isRewrite = last !== null && asRewrite && pick === 0;
      const rules = [
        ...routes.filter(
          (route, index) => !('handle' in route) || routes.findIndex((one) => 'handle' in one) === index,
        ),
        ...(last === null || isRewrite ? [] : catchAll(last)),
      ];
      const rewrites = isRewrite ? { rewrites: [{ source: '/(.*)', destination: `/${last}` }] } : {};
      return {
        ...Object.fromEntries(modules.map((path) => [path, app])),
        ...Object.fromEntries(
          Object.keys(more).map((path) => [path, contents[path]?.[pick % (contents[path]?.length ?? 1)] ?? 'x']),
        ),
        'vercel.json': json({ builds, ...(rules.length > 0 ? { routes: rules } : {}), ...rewrites }),
      };
    }),
);

describe('generated projects', () => {
  it(`are converted only into what Vercel takes for the same, in ${runs} of them`, { timeout: 600_000 }, async () => {
    let converted = 0;
    const property = fc.asyncProperty(
      project,
      fc.array(anyPath, { minLength: 10, maxLength: 20 }),
      async (before, paths) => {
        const after = await modern(before);
        if (typeof after === 'string') {
          expect(after).toMatch(/^[`A-Z].*\.$/);
          return;
        }
        converted++;
        await expectSame(before, after, [...fixedPaths, ...paths]);
      },
    );
    await fc.assert(property, { numRuns: Number(runs) });
    expect(converted, 'so that something was shown').toBeGreaterThan(Number(runs) / 20);
  });
});

describe('runtime.txt', () => {
  const pinned = async (texts: Texts) => {
    const answer = await ask(texts, (at) => versionFileFor(at, resolveDeployment(at), 'runtime.txt'));
    if (!answer || 'reason' in answer) return answer?.reason ?? 'nothing';
    const all = new Map(Object.entries(texts).map(([path, text]) => [path, utf8(text)]));
    const after = withChanges(all, answer.changes);
    expect(after.has('runtime.txt')).toBe(false);
    const verdict = await realVerdict({ files: after, root: '' });
    expect(verdict.runs.map(({ version }) => version)).toEqual([answer.version]);
    return [verdict.runs[0]?.source ?? null, answer.version];
  };
  const project = { 'requirements.txt': 'fastapi\n', 'main.py': app };

  it.each([
    ['3.13.1', '3.13'],
    ['python-3.14', '3.14'],
    ['3.9.18', '3.12'],
    ['python-3.99', '3.12'],
    ['', '3.12'],
    ['"3.13"', '3.12'],
  ])('%j becomes a .python-version with %s, which the builder takes', async (text, version) => {
    expect(await pinned({ ...project, 'runtime.txt': text })).toEqual(['.python-version', version]);
  });

  it('goes where another file chooses, and stays where one asks in vain', async () => {
    expect(await pinned({ ...project, 'runtime.txt': '3.14', '.python-version': '3.13\n' })).toEqual([
      '.python-version',
      '3.13',
    ]);
    expect(await pinned({ ...project, 'runtime.txt': '3.14', '.python-version': '3.9\n' })).toMatch(/does not run/);
  });

  it('leads to the folder of the manifest', async () => {
    const texts = {
      'vercel.json': json({ framework: null }),
      'api/index.py': app,
      'api/requirements.txt': 'flask\n',
      'runtime.txt': '3.13',
    };
    expect(await pinned(texts)).toEqual(['api/.python-version', '3.13']);
  });
});

import { type Claims, each, json, tree } from './tree.ts';

const app = { 'api/index.py': 'app = 1\n', 'main.py': 'app = 1\n' } as const;
const entry = { src: 'main.py', use: '@vercel/python' };

// biome-ignore format: a list that is read across
const texts = [
  '', '{', '{}', 'null', '// x\n{}', '{"a": 1,}', '[]', '1', '"x"', '{"framework": null} x', "{'a': 1}",
  '{"a": 1 "b": 2}', '{"a": }', '\n', '{"builds": [}', '{"builds": [{"src": "ma',
];
// biome-ignore format: a list that is read across
const sources = [
  'main.py', './main.py', '/main.py', '//main.py', '*.py', '**/*.py', '**', 'api/*.py', 'api/**', 'api', 'api/', '.',
  './', '', 'MAIN.py', 'm?in.py', '{main,x}.py', '[m]ain.py', '!(x).py', '../main.py', 'api/../main.py', 'main.py/',
  'a\\b.py', '!api/index.py', '#main.py', '**/main.py', '*/index.py', '.*/x.py', 'x/.y/*.py', 'ma*', '@(main|x).py',
  '+(m|a|i|n).py', 'main.{py,txt}', 'm{a..c}in.py',
];
const uses = [
  '@vercel/python',
  '@now/python',
  '@vercel/python@4.3.1',
  '@vercel/python@latest',
  '@vercel/node',
  '@vercel/static',
  'python',
  '',
  '@vercel/pythonx',
  '@vercel-community/python',
];
const routes: readonly unknown[] = [
  ...[
    [],
    [{ src: '/(.*)', dest: 'main.py' }],
    [{ src: '(' }],
    [{ source: '/x', destination: '/y' }],
    [{ src: '/a', source: '/b' }],
    [{ dest: '/a' }],
    [{ handle: 'x' }],
    [{ handle: 'filesystem' }, { handle: 'filesystem' }],
  ],
];
const rewrites: readonly unknown[] = [
  [{ source: '/(.*)', destination: '/' }],
  [{ source: '/*', destination: '/' }],
  [{ source: '/:a', destination: '/:b' }],
  [{ source: '(', destination: '/' }],
  [{ source: 'x', destination: '/' }],
];

export const configuration: Claims = {
  ...each('F28: vercel.json', texts, (text) => ({ ...app, 'vercel.json': text })),
  ...each('F28: package.json', texts, (text) => ({
    ...app,
    'package.json': text,
    'vercel.json': '{"framework": null}',
  })),
  ...each('F16, F17: src of builds', sources, (src) => ({
    ...app,
    '.a/x.py': 'app = 1\n',
    'x/.y/z.py': 'app = 1\n',
    'vercel.json': json({ builds: [{ ...entry, src }] }),
  })),
  ...each('use of builds', uses, (use) => ({ ...app, 'vercel.json': json({ builds: [{ ...entry, use }] }) })),
  ...each('D.3: routes', routes.map(json), (text) => ({
    ...app,
    'vercel.json': json({ builds: [entry], routes: JSON.parse(text) }),
  })),
  ...each('D.3: rewrites', rewrites.map(json), (text) => ({
    ...app,
    'vercel.json': json({ rewrites: JSON.parse(text), framework: null }),
  })),
  'D.2: functions and builds': tree({
    ...app,
    'vercel.json': json({ builds: [entry], functions: { 'main.py': { memory: 128 } } }),
  }),
  'F29: builds: [] and functions': tree({
    ...app,
    'vercel.json': json({ builds: [], functions: { 'main.py': { memory: 128 } } }),
  }),
  'F29: builds: [] alone is zero configuration': tree({ ...app, 'vercel.json': json({ builds: [], framework: null }) }),
  'functions: {} and builds': tree({ ...app, 'vercel.json': json({ builds: [entry], functions: {} }) }),
  'builds: null': tree({ ...app, 'vercel.json': json({ builds: null, framework: null }) }),
  'vercel.json with a byte order mark': tree({ ...app, 'vercel.json': { text: '{}', encoding: 'utf-8-bom' } }),
  'builds without use': tree({ ...app, 'vercel.json': json({ builds: [{ src: 'main.py' }] }) }),
  'two builds of one file': tree({ ...app, 'vercel.json': json({ builds: [entry, entry] }) }),
  'two builds of two files': tree({
    ...app,
    'vercel.json': json({ builds: [entry, { ...entry, src: 'api/index.py' }] }),
  }),
  'a build of Node beside one of Python': tree({
    ...app,
    'vercel.json': json({ builds: [{ src: 'index.js', use: '@vercel/node' }, entry] }),
    'index.js': '',
  }),
  'builds[].config.runtime is not read': tree({
    ...app,
    'vercel.json': json({ builds: [{ ...entry, config: { runtime: 'python3.9' } }] }),
  }),
  'builds[].config.framework makes a preset of it': tree({
    ...app,
    'vercel.json': json({ builds: [{ ...entry, config: { framework: 'flask' } }] }),
  }),
  'proxy of a plain file': tree({ ...app, 'vercel.json': json({ proxy: { entrypoint: 'x.py' }, framework: null }) }),
};

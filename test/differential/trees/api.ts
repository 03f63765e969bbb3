import { type Claims, each, json, noPreset, tree } from './tree.ts';

// biome-ignore format: a list that is read across
const names = [
  'index.py', 'hello.py', '_hello.py', '.hello.py', '__init__.py', 'test_index.py', 'a/index.py', 'a/_b/c.py',
  '_a/b.py', '.a/b.py', 'a/__init__.py', '[id].py', 'a/[id].py', '[a]/[a].py', '[a]/[b].py', '[...x].py',
  'node_modules/a.py', 'venv/a.py', '.venv/a.py', '__pycache__/a.py', 'env/a.py', 'a.b.py', 'a b.py', 'ä.py', 'a.PY',
  'index.pyw', 'index.pyi', 'a/b/c/d.py', 'x.d.ts', 'site-packages/a.py',
];
const pairs: readonly (readonly [string, string])[] = [
  ['a.py', 'a.txt'],
  ['a.py', 'a.js'],
  ['a.py', 'a/index.py'],
  ['a.py', 'a/b.py'],
  ['[id].py', '[name].py'],
  ['[id].py', '[name]/x.py'],
  ['[id]/a.py', '[name]/b.py'],
  ['[id].py', 'x.py'],
  ['[id]/x.py', 'y/x.py'],
  ['a.py', 'a.json'],
  ['a.py', '_a.py'],
  ['a.py', 'A.py'],
  ['a.py', 'a.b.py'],
  ['a.py', 'a'],
  ['a.js', 'a.go'],
  ['a.js', 'b.rs'],
  ['index.py', 'index.html'],
  ['index.py', 'requirements.txt'],
  ['index.py', 'README.md'],
  ['a/index.py', 'a/requirements.txt'],
  ['a.py', 'a.test.py'],
  ['[a].txt', '[b].py'],
];
// biome-ignore format: a list that is read across
const patterns = [
  'api/index.py', 'api/*.py', 'api/**/*.py', 'api/**', '**', '*', 'api/hello.py', './api/index.py', '/api/index.py',
  'api/index', 'api/{index,hello}.py', 'api/[hi]*.py', 'api/!(hello).py', 'main.py', 'api/*.js', '!api/index.py',
  'api/?ndex.py', '#api', '',
];
const settings: readonly unknown[] = [
  {},
  null,
  1,
  'x',
  [],
  { memory: 64 },
  { memory: 128 },
  { memory: '64' },
  { memory: 20000 },
  { maxDuration: 0 },
  { maxDuration: 10 },
  { maxDuration: 'max' },
  { maxDuration: '10' },
  { maxDuration: 3600 },
  { maxDuration: 3601 },
  { maxDuration: 1.5 },
  { runtime: 'python3.9' },
  { runtime: '@vercel/python' },
  { runtime: '@vercel/python@4.3.1' },
  { runtime: 'now-php@1.0.0' },
  { runtime: 'x@1' },
  { runtime: 'x@v1.2.3' },
  { runtime: 'x@1.2.3-rc.1' },
  { runtime: '' },
  { runtime: null },
  { excludeFiles: ['x'] },
  { includeFiles: 1 },
  { excludeFiles: 'x' },
  { timeout: 1 },
];

const base = { 'api/index.py': 'app = 1\n' } as const;
const withFunctions = (functions: unknown, more = {}) => ({
  ...base,
  'vercel.json': json({ framework: null, functions, ...more }),
});

export const api: Claims = {
  ...each('B.4, F27: a name below api', names, (name) => ({ 'vercel.json': noPreset, [`api/${name}`]: 'app = 1\n' })),
  ...Object.fromEntries(
    pairs.map(([a, b]) => [
      `D.3, F27: ${a} beside ${b}`,
      tree({ 'vercel.json': noPreset, [`api/${a}`]: 'app = 1\n', [`api/${b}`]: 'app = 1\n' }),
    ]),
  ),
  ...each('D.3: a pattern of functions', patterns, (pattern) => withFunctions({ [pattern]: { memory: 128 } })),
  ...each('D.3: a pattern of functions beside FastAPI', patterns, (pattern) => ({
    ...base,
    'requirements.txt': 'fastapi\n',
    'vercel.json': json({ functions: { [pattern]: { memory: 128 } } }),
  })),
  ...each('D.3: settings of a function', settings.map(json), (text) =>
    withFunctions({ 'api/index.py': JSON.parse(text) }),
  ),
  ...each('D.3: settings of a function beside FastAPI', settings.map(json), (text) => ({
    ...base,
    'requirements.txt': 'fastapi\n',
    'vercel.json': json({ functions: { 'api/index.py': JSON.parse(text) } }),
  })),
  'F30: the wide pattern first': tree(withFunctions({ 'api/*.py': { memory: 128 }, 'api/index.py': { memory: 256 } })),
  'F30: the narrow pattern first': tree({
    ...withFunctions({ 'api/index.py': { memory: 128 }, 'api/*.py': { memory: 256 } }),
    'api/a.py': 'app = 1\n',
  }),
  'F30: the narrow pattern first, nothing left for the wide one': tree(
    withFunctions({ 'api/index.py': { memory: 128 }, 'api/*.py': { memory: 256 } }),
  ),
  'F31: a long pattern': tree(withFunctions({ [`api/${'a'.repeat(300)}`]: { memory: 128 } })),
  'unused_function for a module without application': tree({
    'api/index.py': 'handler = 1\n',
    'vercel.json': json({ framework: null, functions: { 'api/index.py': { memory: 128 } } }),
  }),
  'unused_function is no error where another preset is exempt': tree({
    ...base,
    'vercel.json': json({ framework: 'express', functions: { 'x.py': { memory: 128 } } }),
  }),
  'unused_function beside another preset': tree({
    ...base,
    'vercel.json': json({ framework: 'vite', functions: { 'x.py': { memory: 128 } } }),
  }),
  'unused_function beside Next.js': tree({
    ...base,
    'vercel.json': json({ framework: 'nextjs', functions: { 'x.py': { memory: 128 } } }),
  }),
  'unused_function beside Next.js, for its own pages': tree({
    ...base,
    'vercel.json': json({ framework: 'nextjs', functions: { 'pages/x.js': { memory: 128 } } }),
  }),
  'unused_function beside Next.js, for a Python file in app': tree({
    ...base,
    'vercel.json': json({ framework: 'nextjs', functions: { 'app/x.py': { memory: 128 } } }),
  }),
  'a runtime that is no Python': tree(withFunctions({ 'api/index.py': { runtime: 'now-php@1.0.0' } })),
  'a runtime makes a function of any file': tree({
    ...withFunctions({ 'api/x.php': { runtime: 'now-php@1.0.0' } }),
    'api/x.php': '',
  }),
  'a Python runtime makes a function of any file': tree({
    ...withFunctions({ 'api/x.txt': { runtime: '@vercel/python@4.0.0' } }),
    'api/x.txt': '',
  }),
  'functions are in the order of depth, then name': tree({
    'vercel.json': noPreset,
    'api/b.py': 'app = 1\n',
    'api/a.py': 'app = 1\n',
    'api/a/c.py': 'app = 1\n',
    'api/Z.py': 'app = 1\n',
  }),
  '.vercelignore': tree({
    'vercel.json': noPreset,
    'api/b.py': 'app = 1\n',
    'api/a.py': 'app = 1\n',
    '.vercelignore': 'b.py\n',
  }),
  'middleware.ts': tree({ ...base, 'vercel.json': noPreset, 'middleware.ts': '' }),
};

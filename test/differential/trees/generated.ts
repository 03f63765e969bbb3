import fc from 'fast-check';
import { builds, json, type Tree, tree } from './tree.ts';

/** Texts that mean something to the builder, and some that nearly do. */
const texts = {
  module: [
    ...[
      'app = 1\n',
      'application = 1\n',
      'x = 1\n',
      '',
      'app = (\n',
      'handler = Mangum(app)\n',
      'from main import app\n',
      'if x:\n  app = 1\n',
    ],
    ...[
      'class handler(BaseHTTPRequestHandler):\n  pass\n',
      'def app():\n  pass\n',
      'from fastapi import FastAPI\napp = FastAPI()\n',
      'import app\n',
      '# app\n',
    ],
  ],
  pythonVersion: [
    '3.12\n',
    '3.13\n',
    '3.9.18\n',
    '3.6\n',
    '>=3.13',
    'foo',
    '',
    '3.13\n3.12\n',
    'pypy3.10',
    '3',
    '# c\n3.14',
    'default',
    'cp313',
    '3.15',
    '~=3.13',
    '3.13t',
  ],
  requirements: [
    'fastapi\n',
    'Flask\n',
    'django\n',
    'requests\n',
    '',
    '-r base.txt\n',
    'a b\n',
    '# flask\n',
    'python-fasthtml\n',
    'a==1 --hash=sha256:x\n',
    'fastapi>=0.1,\n',
    '-e .\n',
    '--pre\n',
  ],
  pyproject: [
    ...[
      '',
      '[tool.black]\n',
      '[project]\nname = "x"\nversion = "1"\n',
      '[project]\nrequires-python = ">=3.13"\n',
      '[project]\nrequires-python = ">=3.9,<3.12"\n',
      '[project]\nrequires-python = "^3.11"\n',
    ],
    ...[
      '[project]\nname = 1\n',
      '[project\n',
      '[tool.vercel]\nentrypoint = "web:app"\n',
      '[tool.vercel]\nentrypoint = "main:nope"\n',
      '[tool.vercel]\nentrypoint = 1\n',
      '[tool.vercel]\nentrypoint = "main.py"\n',
    ],
    ...[
      '[project.scripts]\napp = "pkg.core:app"\n',
      '[project.scripts]\napp = "gone:app"\n',
      '[tool.uv.workspace]\nmembers = ["api", "backend"]\n',
      '[tool.uv.workspace]\nmembers = ["*"]\n[project]\nname="x"\nrequires-python = "==3.13.*"\n',
      '# fastapi\n',
    ],
  ],
  pipfile: [
    '',
    '[packages]\nfastapi = "*"\n',
    '[requires]\npython_version = "3.13"\n',
    '[pipenv]\nx = true\n',
    '[',
    '[packages]\nx = 1\n',
  ],
  pipfileLock: [
    '{}',
    '{"_meta": {"requires": {"python_version": "3.13"}}}',
    '{"_meta": {"requires": {"python_version": "3.9"}}}',
    '{',
    '{"default": 1}',
  ],
  vercel: [
    ...[
      '{}',
      '{"framework": null}',
      '{"framework": "fastapi"}',
      '{"framework": "flask"}',
      '{"framework": "django"}',
      '{"framework": "python"}',
      '{"framework": "fasthtml"}',
      '{"framework": "nextjs"}',
      '{',
      '{"outputDirectory": ""}',
      '{"buildCommand": "x"}',
    ],
    ...[
      builds('main.py'),
      builds('api/*.py'),
      builds('**/*.py'),
      builds('gone.py'),
      builds('api_handler.py'),
      builds('backend/main.py'),
      builds('main.py', '@vercel/node'),
    ],
    json({ builds: [{ src: 'main.py', use: '@vercel/python' }], functions: { 'main.py': { memory: 128 } } }),
    ...['api/*.py', 'api/index.py', 'x.py'].map((pattern) => json({ functions: { [pattern]: { maxDuration: 10 } } })),
    ...['api/**', 'main.py'].map((pattern) => json({ framework: null, functions: { [pattern]: { memory: 128 } } })),
  ],
  package: [
    '{}',
    '{"dependencies": {"next": "14"}}',
    '{"dependencies": {"vite": "5"}}',
    '{"scripts": {"build": "x"}}',
    '{',
  ],
  manage: ['', 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site.settings")\n'],
  settings: [
    json({ settings: { framework: 'fastapi' } }),
    json({ settings: { framework: null } }),
    json({ settings: {} }),
    '{',
  ],
  uv: ['', '[workspace]\nmembers = ["api"]\n', '['],
  lock: [''],
} as const;

type Kind = keyof typeof texts;

const folders = ['', 'api/', 'backend/'] as const;
const inFolders = (kind: Kind, ...names: readonly string[]): [string, Kind][] =>
  folders.flatMap((folder) => names.map((name): [string, Kind] => [`${folder}${name}`, kind]));

/** Paths, and what their texts are drawn from. */
const places: readonly (readonly [string, Kind])[] = [
  ...inFolders('module', 'main.py', 'app.py', 'index.py', 'web.py', 'wsgi.py', '__init__.py', '_private.py'),
  ...inFolders('pythonVersion', '.python-version'),
  ...inFolders(
    'requirements',
    'requirements.txt',
    'requirements-frozen.txt',
    'requirements.in',
    'requirements/prod.txt',
  ),
  ...inFolders('pyproject', 'pyproject.toml'),
  ...inFolders('pipfile', 'Pipfile'),
  ...inFolders('pipfileLock', 'Pipfile.lock'),
  ...inFolders('lock', 'uv.lock', 'pylock.toml'),
  ...inFolders('uv', 'uv.toml'),
  ...inFolders('manage', 'manage.py'),
  ['api_handler.py', 'module'],
  ['pkg/core.py', 'module'],
  ['src/app.py', 'module'],
  ['api/[id].py', 'module'],
  ['api/a/b.py', 'module'],
  ['package.json', 'package'],
  ['.vercel/project.json', 'settings'],
  ['backend/vercel.json', 'vercel'],
];

const file = fc
  .constantFrom(...places)
  .chain(([path, kind]) => fc.constantFrom(...texts[kind]).map((text): [string, string] => [path, text]));

const configuration = fc.option(fc.constantFrom(...texts.vercel), { freq: 3 });

/** Trees of a few such files, now and then with a folder of the repository as Root Directory. */
export const generatedTree: fc.Arbitrary<Tree> = fc
  .tuple(fc.array(file, { minLength: 1, maxLength: 9 }), configuration, fc.integer({ min: 0, max: 5 }))
  .map(([files, vercel, dice]) =>
    tree(
      { ...Object.fromEntries(files), ...(vercel === null ? {} : { 'vercel.json': vercel }) },
      dice === 0 ? 'backend' : '',
    ),
  );

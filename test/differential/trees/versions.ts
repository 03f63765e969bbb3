import { builds, type Claims, each, fastapi, json, noPreset, tree } from './tree.ts';

// biome-ignore format: a list that is read across
const requests = [
  '3.12', '3.13', '3.14', '3.12.4', '3.13.7', '3.9.18', '3.11', '3.10', '3.9', '3.8', '3.7', '3.6', '3.15', '2.7', '3',
  '3.12.x', 'pypy3.10', 'pypy', '3.13t', '3.13+freethreaded', '3.13d', '3.13+debug', '3.13+gil', '3.13+default',
  'v3.12', 'v3.13', 'python3.13', 'python-3.13', 'python@3.13', 'python 3.13', 'cpython-3.13', 'cpython@3.13',
  'cpython3.13', 'cp313', 'cp3.13', 'pp310', 'graalpy', 'graalpy-3.12', 'pyodide', 'Python3.13', 'PYTHON3.13',
  '>=3.12', '>=3.13', '>3.12', '!=3.12', '<3.12', '~=3.11', '~=3.13', '~=3.13.0', '==3.13.*', '==3.13', '===3.13',
  '3.13 # comment', '# comment', '#3.13', '', '   ', '\n', 'latest', 'system', 'foo', 'default', 'any', 'Default',
  '3.13-dev', '3.13.0rc1', '3.13rc1', '3.13.0b4', '3.13a', '313', '312', '3999', '30', '3013', '3.013', '3.13.',
  '^3.13', '3,13', '/usr/bin/python3', './python', 'C:\\Python313', '3.13,3.12', '>=3.12,<3.13', '>=3.13,<3.14',
  'cpython-3.13-linux-x86_64-gnu', 'cpython-3.13-linux', 'cpython-3.13-macos', 'cpython-3.13-linux-x86_64-musl',
  'cpython-3.13-linux-aarch64-gnu', 'any-3.13', 'any-any-linux', 'cpython-any-linux', 'foo-3.13', 'cpython--3.13',
  '3.12\n3.13', '3.13\n3.12', '3.9\n3.10', '3.6\n3.13', '3.11\n3.13', '3.8\n3.9', '3.6\n3.9', 'foo\n3.13', '3.13\nfoo',
  '3.6\n3.8', '3.8\n3.7', '# c\n3.13\n', '\n\n3.13', '3.13\r\n3.12\r\n', '  3.13  ', '\t3.13', '3.13\t#x', '3.13;3.12',
  '>=3.8', '>=3.6', '<3.7', '<=3.6', '>=3.6,<3.7', '<4', '<=3.13', '<3.14', '>=3', '3.*', '==3.*', '3.13.*', '1!3.13',
  'ruby-3.2.0', 'miniconda3-latest', 'stackless-3.7', 'anaconda', '3.13.0+local', '3.12-1', '3.12.post1', '3.13 3.12',
];

// biome-ignore format: a list that is read across
const specifiers = [
  '>=3.9', '>=3.12', '>=3.13', '>3.12', '!=3.12', '!=3.12.*', '!=3.12.4', '>=3.13.7', '>3.12.5', '>3.12.0', '<3.13',
  '<3.12', '<=3.12', '<=3.12.5', '<3.12.5', '<3.12.0', '~=3.11', '~=3.12', '~=3.13', '~=3.6', '~=3.13.2', '~=3',
  '~=3.9',
  '==3.12', '==3.12.*', '==3.12.4', '==3.13.*', '==3.11.*', '==3.6.*', '==3.8', '===3.12', '===3.12.4', '===3.13',
  '3.11', '^3.11', '*', 'garbage', '', ' ', '>=3.13,', ',>=3.13', '>=3.13,,<4', '>=3.13 <4', '>=3.13 || <4', '=3.13',
  'python>=3.13', '>=3.13, <3.14', '>=3.9,<3.12', '>=3.9,!=3.12.*', '>=3.13,!=3.14.*', '>= 3.13', '>=3.13 ', ' >=3.13',
  '>=3.15', '<3', '>=2.7', '>=2.7,!=3.0.*,!=3.1.*', '>=3.13rc1', '>=3.13.0rc1', '>=3.13a1', '>=3.13.dev0', '<3.14a0',
  '>3.13rc1', '<3.13rc1', '>=v3.13', '>=3.13+local', '==3.13+local', '==3.13.*.*', '>=3.13.*', '<4.0', '>=3.10,<4.0',
  '>=3,<4', '!=3.12,!=3.13', '!=3.12,!=3.13,!=3.14', '>=3.12,!=3.12', '>1!3.12', '>=3.13;', '(>=3.13)', '>=3.13)',
  '==3', '==3.*', '==3.13.0', '>=3.14', '>3.14', '<=3.14', '<=3.9', '<=3.6', '<3.7', '>=3.6,<3.10', '===foo',
  '== 3.13', '~=3.13rc1', '~=3.13.dev1', '==3.12-1', '>=3.12-1', '!=3.12.0', '>=3.12.0,<3.13.0', '>=\t3.13',
  '>=3.13\n', '~= 3.13', '<>3.12', '=>3.13', '3.13.*', '>3', '>=3.99',
];

const pyproject = (specifier: string) =>
  `[project]\nname = "x"\nversion = "1"\nrequires-python = ${JSON.stringify(specifier)}\n`;
const lock = (requires: unknown) => json({ _meta: { requires }, default: {} });
const base = { ...fastapi } as const;
const bare = { 'vercel.json': noPreset, 'api/index.py': 'app = 1\n' } as const;

export const versions: Claims = {
  ...each('C.2.8, F13: a line of .python-version', requests, (text) => ({ ...base, '.python-version': text })),
  ...each('C.2.5, F10 to F12: requires-python', specifiers, (text) => ({
    ...{ 'main.py': 'app = 1\n', 'vercel.json': json({ framework: 'fastapi' }), 'pyproject.toml': pyproject(text) },
  })),
  ...each(
    'C.2.4, F14: python_version of Pipfile.lock',
    ['3.12', '3.13', '3', '3.12.4', '>=3.13', '*', '3.11', '3.9', '3.6', '3.8', ''],
    (text) => ({
      ...bare,
      'Pipfile.lock': lock({ python_version: text }),
    }),
  ),
  'C.2.4: python_full_version alone is ignored': tree({
    ...bare,
    'Pipfile.lock': lock({ python_full_version: '3.13.1' }),
  }),
  'C.2.4: Pipfile without lock': tree({ ...bare, Pipfile: '[packages]\n[requires]\npython_version = "3.13"\n' }),
  'C.2.4: Pipfile with lock': tree({
    ...bare,
    Pipfile: '[packages]\n[requires]\npython_version = "3.13"\n',
    'Pipfile.lock': lock({ python_version: '3.14' }),
  }),
  'C.2.4: tool.poetry.dependencies.python is ignored': tree({
    ...bare,
    'pyproject.toml': '[tool.poetry]\nname = "x"\n[tool.poetry.dependencies]\npython = "^3.13"\n',
  }),
  'C.2: runtime.txt is never read': tree({ ...base, 'runtime.txt': 'python-3.13.1\n' }),
  'C.2: setup.py and setup.cfg are never read': tree({
    ...base,
    'setup.py': 'python_requires=">=3.13"',
    'setup.cfg': '[options]\npython_requires = >=3.13\n',
  }),
  'C.2: environment.yml is never read': tree({ ...base, 'environment.yml': 'dependencies:\n- python=3.13\n' }),
  'C.2.2: .python-version wins over requires-python': tree({
    'main.py': 'app = 1\n',
    '.python-version': '3.12',
    'pyproject.toml': `${pyproject('>=3.13')}dependencies = ["fastapi"]\n`,
  }),
  'C.2.2: .python-version wins over Pipfile.lock': tree({
    ...bare,
    '.python-version': '3.14',
    'Pipfile.lock': lock({ python_version: '3.13' }),
  }),
  'C.2.2: .python-version of the root is out of reach of api/requirements.txt': tree({
    ...bare,
    '.python-version': '3.13',
    'api/requirements.txt': 'fastapi\n',
  }),
  'C.2.2: .python-version in api beats that of the root': tree({
    ...bare,
    '.python-version': '3.13',
    'api/.python-version': '3.14',
    'requirements.txt': '',
  }),
  'C.2.2: .python-version in api counts with the manifest in the root': tree({
    ...bare,
    'api/.python-version': '3.14',
    'requirements.txt': '',
  }),
  'C.2.2: .python-version in api counts with api/requirements.txt': tree({
    ...bare,
    'api/.python-version': '3.14',
    '.python-version': '3.13',
    'api/requirements.txt': '',
  }),
  'C.2.1: a pyproject.toml in api without workspace is no stop, its .python-version in the root is out of reach': tree({
    ...bare,
    '.python-version': '3.13',
    'api/pyproject.toml': pyproject('>=3.14'),
  }),
  'C.2.1: a broken .python-version above a root manifest is not read': tree({
    ...bare,
    '.python-version': 'foo',
    'api/requirements.txt': '',
  }),
  'C.2.1: a broken .python-version above a pyproject.toml stops the build': tree({
    ...bare,
    '.python-version': 'foo',
    'api/pyproject.toml': pyproject('>=3.14'),
  }),
  'F15: without any manifest, .python-version beside the entry is used': tree({
    ...bare,
    'api/.python-version': '3.13',
  }),
  'F15: without any manifest, .python-version of the root is used': tree({ ...bare, '.python-version': '3.13' }),
  'C.2.3: requires-python of the workspace root': tree({
    ...bare,
    'pyproject.toml': `${pyproject('>=3.13')}[tool.uv.workspace]\nmembers = ["api"]\n`,
    'api/pyproject.toml': '[project]\nname = "api"\nversion = "1"\n',
  }),
  'C.2.3: requires-python of the member wins over the workspace root': tree({
    ...bare,
    'pyproject.toml': `${pyproject('>=3.13')}[tool.uv.workspace]\nmembers = ["api"]\n`,
    'api/pyproject.toml': pyproject('<3.14,>=3.13'),
  }),
  'C.2.3: an odd requires-python of the member hides that of the workspace root': tree({
    ...bare,
    'pyproject.toml': `${pyproject('>=3.13')}[tool.uv.workspace]\nmembers = ["api"]\n`,
    'api/pyproject.toml': pyproject('garbage'),
  }),
  'C.2.3: an empty requires-python of the member does not': tree({
    ...bare,
    'pyproject.toml': `${pyproject('>=3.13')}[tool.uv.workspace]\nmembers = ["api"]\n`,
    'api/pyproject.toml': pyproject(''),
  }),
  'C.2.3: a workspace that does not list the folder': tree({
    ...bare,
    '.python-version': '3.13',
    'pyproject.toml': `${pyproject('>=3.13')}[tool.uv.workspace]\nmembers = ["other"]\n`,
    'api/pyproject.toml': '[project]\nname = "api"\nversion = "1"\n',
  }),
  'C.2.3: .python-version of the workspace root counts for its members': tree({
    ...bare,
    '.python-version': '3.13',
    'pyproject.toml': `${pyproject('>=3.14')}[tool.uv.workspace]\nmembers = ["api"]\n`,
    'api/pyproject.toml': '[project]\nname = "api"\nversion = "1"\n',
  }),
  'C.2.3: workspace members are globs': tree({
    'vercel.json': builds('packages/web/main.py'),
    'packages/web/main.py': 'app = 1\n',
    '.python-version': '3.13',
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["packages/*"]\n',
    'packages/web/pyproject.toml': '[project]\nname = "web"\nversion = "1"\n',
  }),
  'C.2.3: excluded workspace members': tree({
    'vercel.json': builds('packages/web/main.py'),
    'packages/web/main.py': 'app = 1\n',
    '.python-version': '3.13',
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["packages/*"]\nexclude = ["packages/w*"]\n',
    'packages/web/pyproject.toml': '[project]\nname = "web"\nversion = "1"\n',
  }),
  'C.2.3: workspace of uv.toml replaces that of pyproject.toml': tree({
    ...bare,
    '.python-version': '3.13',
    'uv.toml': '[workspace]\nmembers = ["api"]\n',
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["other"]\n',
    'api/pyproject.toml': '[project]\nname = "api"\nversion = "1"\n',
  }),
  'C.2.3: uv.toml without workspace takes it away': tree({
    ...bare,
    '.python-version': '3.13',
    'uv.toml': '',
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["api"]\n',
    'api/pyproject.toml': '[project]\nname = "api"\nversion = "1"\n',
  }),
  'F5: requirements/prod.txt puts .python-version of the root out of reach': tree({
    ...bare,
    '.python-version': '3.13',
    'requirements/prod.txt': 'fastapi\n',
  }),
  'F6: .python-version with a byte order mark': tree({
    ...base,
    '.python-version': { text: '3.13\n', encoding: 'utf-8-bom' },
  }),
  '.python-version in UTF-16': tree({ ...base, '.python-version': { text: '3.13\n', encoding: 'utf-16le' } }),
  'Django: .python-version beside manage.py': tree({
    'requirements.txt': 'django\n',
    'web/manage.py': 'DJANGO_SETTINGS_MODULE',
    'web/.python-version': '3.13',
  }),
  'Django: requirements beside manage.py': tree({
    'requirements.txt': 'django\n',
    '.python-version': '3.14',
    'web/manage.py': 'DJANGO_SETTINGS_MODULE',
    'web/requirements.txt': '',
  }),
  'the version of builds is that of the folder of its file': tree({
    'vercel.json': builds('a/b/main.py'),
    'a/b/main.py': 'app = 1\n',
    'a/.python-version': '3.13',
    'a/requirements.txt': '',
    '.python-version': '3.14',
  }),
};

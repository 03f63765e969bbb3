import { builds, type Claims, each, json, noPreset, tree } from './tree.ts';

const bare = { 'vercel.json': noPreset, 'api/index.py': 'app = 1\n' } as const;
const named = (name: string) => `[project]\nname = "${name}"\nversion = "1"\n`;

/** In the order of C.4. */
const manifests: readonly (readonly [string, string])[] = [
  ['pyproject.toml', named('x')],
  ['Pipfile.lock', '{}'],
  ['Pipfile', '[packages]\n'],
  ['requirements.frozen.txt', 'flask\n'],
  ['requirements-frozen.txt', 'flask\n'],
  ['requirements.txt', 'flask\n'],
  ['requirements.in', 'flask\n'],
  ['requirements/prod.txt', 'flask\n'],
];

const pairs = manifests.flatMap(([first, a], index) =>
  manifests.slice(index + 1).map(([second, b]) => [`${first} before ${second}`, { [first]: a, [second]: b }] as const),
);

const places = manifests.flatMap(([name, text]) =>
  manifests.map(([other, more]) => [`api/${name} before ${other}`, { [`api/${name}`]: text, [other]: more }] as const),
);

/** pyproject.toml: A14, A15 and what is no error before uv. */
// biome-ignore format: a list that is read across
const pyprojects = [
  '', '# x\n', '[tool.black]\n', '[tool.ruff]\nx = 1\n', '[tool.poetry]\nname = "x"\n', '[project]\n',
  '[project]\nname = 1\n', '[project]\nname = "x"\ndependencies = "fastapi"\n', '[project]\ndependencies = [1]\n',
  '[project]\ndependencies = ["not a requirement!!"]\n', '[project]\nrequires-python = 3.12\n',
  '[project]\nrequires-python = ["3.12"]\n', '[project\n', 'x\n', 'x = \n', '[a]\n[a]\n', 'a = 1\na = 2\n',
  '[project]\nname = "x\n', '[project]\noptional-dependencies = 1\n', '[project.optional-dependencies]\ndev = "x"\n',
  '[project.optional-dependencies]\ndev = ["x"]\n', '[dependency-groups]\ndev = ["x", { include-group = "y" }]\n',
  '[dependency-groups]\ndev = [{ x = 1 }]\n', '[dependency-groups]\ndev = "x"\n', '[build-system]\n',
  '[build-system]\nrequires = "x"\n', '[build-system]\nrequires = ["x"]\n', '[project]\nreadme = 1\n',
  '[project]\nreadme = { text = "x" }\n', '[project]\nreadme = { file = "x" }\n', '[project]\nlicense = 1\n',
  '[project]\nlicense = { text = "x" }\n', '[project]\nauthors = ["x"]\n', '[project]\nauthors = [{ name = 1 }]\n',
  '[project]\nauthors = [{ name = "x" }]\n', '[project]\nurls = { a = 1 }\n', '[project.scripts]\napp = 1\n',
  '[project]\nscripts = "x"\n', '[project]\nversion = 1.0\n', '[project]\nclassifiers = "x"\n',
  '[project]\ndynamic = "x"\n', '[project]\nkeywords = "x"\n', '[project]\nentry_points = 1\n', '[tool]\nuv = 1\n',
  '[tool.uv]\nsources = 1\n', '[tool.uv.sources]\na = "x"\n', '[tool.uv.sources]\na = { git = "x" }\n',
  '[tool.uv.sources]\na = [{ git = "x" }, { path = "y" }]\n', '[tool.uv]\nindex = 1\n',
  '[[tool.uv.index]]\nname = "x"\n', '[[tool.uv.index]]\nurl = "x"\nname = "y"\n',
  '[tool.uv.workspace]\nmembers = "x"\n', '[tool.uv.workspace]\nmembers = ["x"]\nexclude = 1\n',
  '[tool.uv]\ndev-dependencies = "x"\n', '[tool.vercel]\nfastapi = 1\n', '[tool.vercel.fastapi.static]\ncdn = "x"\n',
  '[tool.vercel]\nother = 1\n', 'project = 1\n', 'tool = 1\n', '[project]\nname = 1979-05-27\n',
  '[project]\nname = nan\n', '[project]\nname = true\nversion = []\ndescription = {}\n', 'x = 99999999999999999999\n',
  'é = 1\n', '"é" = 1\n', 'a.b = 1\n[a]\n', '[[a]]\n[a]\n',
];

// biome-ignore format: a list that is read across
const locks = [
  '{}', '', '{', '[]', 'null', '1', '{"_meta": 1}', '{"_meta": {"requires": {"python_version": 3.12}}}',
  '{"_meta": {"requires": 1}}', '{"_meta": {"hash": {"sha256": 1}}}', '{"_meta": {"pipfile-spec": "6"}}',
  '{"_meta": {"pipfile-spec": 6}}', '{"default": 1}', '{"default": {"a": 1}}',
  '{"default": {"a": {"version": "==1"}}}', '{"default": {"a": {"version": 1}}}',
  '{"develop": {"a": {"hashes": "x"}}}', '{"other": {"a": {"version": "==1"}}}', '{"other": 1}', '{"other": {"a": 1}}',
  '{"other": null}', '{"default": null}', '{"_meta": {"sources": [{"name": "x"}]}}',
  '{"_meta": {"sources": [{"name": "pypi", "url": "https://pypi.org/simple", "verify_ssl": true}]}}', '{"a": 1,}',
  '// x\n{}', '{"_meta": null}', '{"_meta": {"requires": {"python_version": null}}}',
  '{"default": {"a": {"editable": "x"}}}', '{"default": {"a": {"extras": ["x"]}}}',
  '{"default": {"a": {"extras": "x"}}}',
];

// biome-ignore format: a list that is read across
const pipfiles = [
  '', '[packages]\n', '[packages]\na = "*"\n', '[packages]\na = 1\n', '[packages]\na = { version = "*" }\n',
  '[packages]\na = { version = 1 }\n', '[packages]\na = { editable = "x" }\n', '[dev-packages]\na = 1\n',
  '[requires]\npython_version = "3.13"\n', '[requires]\npython_version = 3.13\n',
  '[pipenv]\nallow_prereleases = true\n', '[[source]]\nname = "x"\n',
  '[[source]]\nname = "x"\nurl = "y"\nverify_ssl = true\n', '[[source]]\nname = "x"\nurl = "y"\nverify_ssl = "z"\n',
  '[scripts]\nx = "y"\n', '[scripts]\nx = 1\n', '[scripts]\nx = { cmd = "y" }\n', 'x = 1\n', 'x = "y"\n',
  '[packages\n', '[other]\na = { version = "1" }\n', '[other]\na = 1\n', '[other]\na = ["x"]\n', 'packages = []\n',
];

const uvConfigs = [
  '',
  '[[index]]\nname = "x"\n',
  'index = 1\n',
  '[workspace]\nmembers = 1\n',
  '[sources]\na = 1\n',
  'x = 1\n',
  '[',
  'dev-dependencies = ["x"]\n',
];

export const manifestClaims: Claims = {
  ...Object.fromEntries(pairs.map(([claim, files]) => [`C.4: ${claim}`, tree({ ...bare, ...files })])),
  ...Object.fromEntries(places.map(([claim, files]) => [`C.4, nearest wins: ${claim}`, tree({ ...bare, ...files })])),
  ...each('A14, A15: a pyproject.toml', pyprojects, (text) => ({ ...bare, 'pyproject.toml': text })),
  ...each('A14, F9: a Pipfile.lock', locks, (text) => ({ ...bare, 'Pipfile.lock': text })),
  ...each('A14: a Pipfile', pipfiles, (text) => ({ ...bare, Pipfile: text })),
  ...each('A14, F8: a uv.toml', uvConfigs, (text) => ({ ...bare, 'pyproject.toml': '', 'uv.toml': text })),
  ...each('uv.toml alone', uvConfigs, (text) => ({ ...bare, 'uv.toml': text })),
  'F3: uv.lock before pylock.toml': tree({ ...bare, 'pyproject.toml': named('x'), 'uv.lock': '', 'pylock.toml': '' }),
  'F3: pylock.toml': tree({ ...bare, 'pyproject.toml': named('x'), 'pylock.toml': '{' }),
  'F3: a broken uv.lock passes': tree({ ...bare, 'pyproject.toml': named('x'), 'uv.lock': '[[[' }),
  'C.4: uv.lock beside requirements.txt is ignored': tree({ ...bare, 'requirements.txt': '', 'uv.lock': '' }),
  'C.4: uv.lock alone': tree({ ...bare, 'uv.lock': '' }),
  'C.4: pylock.toml alone': tree({ ...bare, 'pylock.toml': '' }),
  'F4: the lock of a workspace': tree({
    ...bare,
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["api"]\n',
    'uv.lock': '',
    'api/pyproject.toml': named('api'),
  }),
  'F4: the lock of a workspace that does not list the folder': tree({
    ...bare,
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["x"]\n',
    'uv.lock': '',
    'api/pyproject.toml': named('api'),
  }),
  'F4: a lock in the member': tree({
    ...bare,
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["api"]\n',
    'uv.lock': '',
    'api/pyproject.toml': named('api'),
    'api/uv.lock': '',
  }),
  'F4: the lock of a pyproject.toml above that is no workspace': tree({
    ...bare,
    'pyproject.toml': named('x'),
    'uv.lock': '',
    'api/pyproject.toml': named('api'),
  }),
  'F4: a workspace without lock': tree({
    ...bare,
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["api"]\n',
    'api/pyproject.toml': named('api'),
  }),
  'F4: a workspace above a workspace': tree({
    'vercel.json': builds('a/b/main.py'),
    'a/b/main.py': 'app = 1\n',
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["a/b"]\n',
    'uv.lock': '',
    'a/pyproject.toml': '[tool.uv.workspace]\nmembers = ["x"]\n',
    'a/b/pyproject.toml': named('b'),
  }),
  'F4: members with braces': tree({
    'vercel.json': builds('a/b/main.py'),
    'a/b/main.py': 'app = 1\n',
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["{a,c}/*"]\n',
    'uv.lock': '',
    'a/b/pyproject.toml': named('b'),
  }),
  'F4: members with a slash at the end': tree({
    ...bare,
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["api/"]\n',
    'uv.lock': '',
    'api/pyproject.toml': named('api'),
  }),
  'F4: members with ./': tree({
    ...bare,
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["./api"]\n',
    'uv.lock': '',
    'api/pyproject.toml': named('api'),
  }),
  'F4: members that start with a dot': tree({
    'vercel.json': builds('.a/main.py'),
    '.a/main.py': 'app = 1\n',
    'pyproject.toml': '[tool.uv.workspace]\nmembers = ["*"]\n',
    'uv.lock': '',
    '.a/pyproject.toml': named('a'),
  }),
  'F4: no members': tree({
    ...bare,
    'pyproject.toml': '[tool.uv.workspace]\n',
    'uv.lock': '',
    'api/pyproject.toml': named('api'),
  }),
  'a broken manifest above a good one without root': tree({
    ...bare,
    'api/pyproject.toml': named('api'),
    'requirements.txt': '-r x\n',
  }),
  'a broken manifest above a root manifest is not read': tree({
    ...bare,
    'api/requirements.txt': '',
    'pyproject.toml': '[',
  }),
  'F5: requirements/prod.txt': tree({ ...bare, 'requirements/prod.txt': 'flask\n' }),
  'a file called requirements': tree({ ...bare, requirements: 'flask\n' }),
  'a file called requirements beside requirements.txt': tree({
    ...bare,
    requirements: 'flask\n',
    'requirements.txt': 'flask\n',
  }),
  'F6: pyproject.toml with a byte order mark': tree({
    ...bare,
    'pyproject.toml': { text: named('x'), encoding: 'utf-8-bom' },
  }),
  'F6: requirements.txt with a byte order mark': tree({
    ...bare,
    'requirements.txt': { text: 'flask\n', encoding: 'utf-8-bom' },
  }),
  'F6: requirements.txt in UTF-16': tree({ ...bare, 'requirements.txt': { text: 'flask\n', encoding: 'utf-16le' } }),
  'Pipfile.lock with a byte order mark': tree({ ...bare, 'Pipfile.lock': { text: '{}', encoding: 'utf-8-bom' } }),
  'Pipfile with a byte order mark': tree({ ...bare, Pipfile: { text: '[packages]\n', encoding: 'utf-8-bom' } }),
  'A35: no manifest': tree(bare),
  'two functions with manifests of their own': tree({
    'vercel.json': json({ builds: [{ src: '*/main.py', use: '@vercel/python' }] }),
    'a/main.py': 'app = 1\n',
    'a/requirements.txt': '',
    'a/.python-version': '3.13',
    'b/main.py': 'app = 1\n',
    'b/requirements.txt': '-r x\n',
  }),
};

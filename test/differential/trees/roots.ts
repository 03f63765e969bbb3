import { builds, type Claims, fastapi, json, tree } from './tree.ts';

const member = '[project]\nname = "backend"\nversion = "1"\ndependencies = ["fastapi"]\n';
const workspace = (members: string) =>
  `[project]\nname = "all"\nversion = "1"\nrequires-python = ">=3.13"\n[tool.uv.workspace]\nmembers = ["${members}"]\n`;

function backend(files: Readonly<Record<string, string>>, above: Readonly<Record<string, string>> = {}) {
  const inside = Object.entries(files).map(([path, text]): [string, string] => [`backend/${path}`, text]);
  return tree({ ...above, ...Object.fromEntries(inside) }, 'backend');
}

/** Projects whose Root Directory is a folder of the repository: the builder looks above it. */
export const roots: Claims = {
  'the root folder is a project of its own': backend({ ...fastapi }),
  'a manifest of the repository is installed where the root folder has none': backend(
    { 'main.py': 'app = 1\n', 'vercel.json': builds('main.py') },
    { 'requirements.txt': 'flask\n', '.python-version': '3.13' },
  ),
  'a broken manifest of the repository is not read where the root folder has one': backend(
    { ...fastapi },
    { 'requirements.txt': '-r x\n' },
  ),
  'a broken manifest of the repository stops a pyproject.toml': backend(
    { 'main.py': 'app = 1\n', 'pyproject.toml': member },
    { 'requirements.txt': '-r x\n' },
  ),
  '.python-version of the repository is out of reach of requirements.txt': backend(
    { ...fastapi },
    { '.python-version': '3.13' },
  ),
  '.python-version of the repository counts where there is no manifest': backend(
    { 'main.py': 'app = 1\n', 'vercel.json': builds('main.py') },
    { '.python-version': '3.13' },
  ),
  'a member of the workspace of the repository': backend(
    { 'main.py': 'app = 1\n', 'pyproject.toml': member },
    { 'pyproject.toml': workspace('backend'), 'uv.lock': '' },
  ),
  'no member of the workspace of the repository': backend(
    { 'main.py': 'app = 1\n', 'pyproject.toml': member },
    { 'pyproject.toml': workspace('packages/*'), 'uv.lock': '' },
  ),
  'vercel.json of the repository is not read': backend({ ...fastapi }, { 'vercel.json': json({ framework: null }) }),
  'requirements.txt of the repository selects no preset': backend(
    { 'main.py': 'app = 1\n' },
    { 'requirements.txt': 'fastapi\n' },
  ),
  'messages name files from the repository': backend({
    'vercel.json': json({ framework: 'fastapi' }),
    'pyproject.toml': '[tool.vercel]\nentrypoint = "gone:app"\n',
  }),
  'messages name modules from the root folder': backend({
    'vercel.json': builds('api_handler.py'),
    'api_handler.py': 'handler = 1\n',
  }),
  'a broken vercel.json': backend({ 'vercel.json': '{' }),
  'api of the root folder': backend(
    { 'vercel.json': json({ framework: null }), 'api/index.py': 'app = 1\n' },
    { 'api/other.py': 'app = 1\n' },
  ),
  'the project is linked at the top of the repository': backend(
    { ...fastapi },
    { '.vercel/project.json': json({ settings: { framework: 'flask', rootDirectory: 'backend' } }) },
  ),
  'Django in the root folder': backend(
    { 'requirements.txt': 'django\n', 'site/manage.py': 'DJANGO_SETTINGS_MODULE' },
    { 'manage.py': 'DJANGO_SETTINGS_MODULE' },
  ),
};

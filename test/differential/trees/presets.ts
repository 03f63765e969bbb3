import { builds, type Claims, each, json, noPreset, tree } from './tree.ts';

const app = { 'main.py': 'app = 1\n', 'api/index.py': 'app = 1\n' } as const;
// biome-ignore format: a list that is read across
const requirements = [
  'fastapi\n', '# fastapi removed\n', 'FastAPI\n', 'Flask\n', 'flask\n', 'FLASK\n', 'Flask-Cors\n', 'Django\n',
  'django\n', 'DJANGO\n', 'djangorestframework\n', 'flask\nfastapi\n', 'django\nflask\n', 'python-fasthtml\n',
  'python-fasthtml\nfastapi\n', 'python-fasthtml\nflask\n', 'python-fasthtml\ndjango\n', 'requests\n', '',
  'fasthtml\n', 'starlette\n',
];
const packages = [
  '{}',
  '{"dependencies": {"next": "14"}}',
  '{"devDependencies": {"next": "14"}}',
  '{"dependencies": {"vite": "5"}}',
  '{"dependencies": {"next": ""}}',
  '{"dependencies":{"express":"4"}}',
  '{"dependencies":{"astro":"4"}}',
  '{"dependencies":{"nuxt":"3"}}',
  '{"dependencies":{"@remix-run/dev":"2","vite":"5"}}',
  '{"dependencies":{"@sveltejs/kit":"2","vite":"5"}}',
  '{"scripts":{"build":"x"}}',
  '{"next":"14"}',
];
// biome-ignore format: a list that is read across
const frameworks = [
  'fastapi', 'flask', 'django', 'fasthtml', 'python', 'nextjs', 'vite', 'foo', '', 'FastAPI', 'express', 'node',
  'container',
];
// biome-ignore format: a list that is read across
const files = [
  'Dockerfile', 'Dockerfile.vercel', 'Containerfile.vercel', 'manage.py', 'server.js', 'config.rb', '_config.yml',
  'next.config.js', 'vite.config.js', 'remix.config.js', 'go.mod', 'Cargo.toml', 'uv.lock', 'setup.py',
  'environment.yml', 'Pipfile', 'pyproject.toml', 'Pipfile.lock', 'poetry.lock',
];

export const presets: Claims = {
  ...each('C.3, F18 to F20: text of requirements.txt', requirements, (text) => ({ ...app, 'requirements.txt': text })),
  ...each('C.3: text of pyproject.toml', requirements, (text) => ({ ...app, 'pyproject.toml': `# ${text}` })),
  ...each('C.3: text of Pipfile', requirements, (text) => ({ ...app, Pipfile: `# ${text}` })),
  ...each('C.3: package.json beside FastAPI', packages, (text) => ({
    ...app,
    'requirements.txt': 'fastapi\n',
    'package.json': text,
  })),
  ...each('C.3: package.json beside api', packages, (text) => ({ 'api/index.py': 'app = 1\n', 'package.json': text })),
  ...each('F21: framework of vercel.json', frameworks, (text) => ({
    ...app,
    'requirements.txt': 'flask\n',
    'vercel.json': json({ framework: text }),
  })),
  ...each('F21: framework of .vercel/project.json', frameworks, (text) => ({
    ...app,
    'requirements.txt': 'flask\n',
    '.vercel/project.json': json({ settings: { framework: text } }),
  })),
  ...each('F34: a file of the root folder', files, (name) => ({ ...app, [name]: '' })),
  ...each('F34: a file of the root folder beside requirements.txt', files, (name) => ({
    ...app,
    'requirements.txt': 'fastapi\n',
    [name]: '',
  })),
  'F21: null': tree({ ...app, 'requirements.txt': 'flask\n', 'vercel.json': noPreset }),
  'F21: null of .vercel/project.json': tree({
    ...app,
    'requirements.txt': 'flask\n',
    '.vercel/project.json': json({ settings: { framework: null } }),
  }),
  'F21: vercel.json before .vercel/project.json': tree({
    ...app,
    '.vercel/project.json': json({ settings: { framework: 'flask' } }),
    'vercel.json': json({ framework: 'fastapi' }),
  }),
  'F21: a number': tree({ ...app, 'requirements.txt': 'flask\n', 'vercel.json': json({ framework: 1 }) }),
  'C.3: backend/requirements.txt selects nothing': tree({ ...app, 'backend/requirements.txt': 'fastapi\n' }),
  'Django by manage.py alone': tree({ 'manage.py': 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "x")\n' }),
  'FastAPI before Django by manage.py': tree({
    ...app,
    'manage.py': 'DJANGO_SETTINGS_MODULE',
    'requirements.txt': 'fastapi\n',
  }),
  'F19: any manifest selects python, and api alone fails': tree({
    'api/hello.py': 'app = 1\n',
    'requirements.txt': '',
  }),
  'F32: outputDirectory is empty': tree({
    ...app,
    'requirements.txt': 'fastapi\n',
    'vercel.json': json({ outputDirectory: '' }),
  }),
  'F32: buildCommand is empty': tree({
    ...app,
    'requirements.txt': 'fastapi\n',
    'vercel.json': json({ buildCommand: '' }),
  }),
  'outputDirectory is set': tree({
    ...app,
    'requirements.txt': 'fastapi\n',
    'vercel.json': json({ outputDirectory: 'out' }),
  }),
  'buildCommand of .vercel/project.json is empty': tree({
    ...app,
    'requirements.txt': 'fastapi\n',
    '.vercel/project.json': json({ settings: { framework: 'fastapi', buildCommand: '' } }),
  }),
  'builds win over the preset': tree({ ...app, 'requirements.txt': 'fastapi\n', 'vercel.json': builds('main.py') }),
  'B.4: api beside FastAPI is no function': tree({ ...app, 'requirements.txt': 'fastapi\n', 'api/a.py': 'app = 1\n' }),
  'nothing at all': tree({ 'index.html': '' }),
};

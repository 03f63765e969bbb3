import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { grammars } from '../support/grammars.ts';
import { deploymentOf } from './deploymentOf.ts';

describe('what Vercel would do', () => {
  it('with a typical broken backend', async () => {
    const deployment = await deploymentOf({
      'vercel.json': '{ "builds": [{ "src": "api_handler.py", "use": "@vercel/python" }] }\n',
      'runtime.txt': 'python-3.9\n',
      'requirements.txt': 'fastapi\nmangum\n',
      'api_handler.py':
        'from mangum import Mangum\nfrom app.main import app as fastapi_app\n\nhandler = Mangum(fastapi_app)\n',
      'app/main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
    });
    expect(deployment).toMatchObject({
      mode: 'builds',
      framework: { preset: 'fastapi' },
      python: { version: '3.12', source: null, requested: '3.9' },
      install: { source: 'requirements.txt', ignored: [] },
      entrypoints: [{ path: 'api_handler.py', via: 'builds', variable: undefined }],
      functions: [],
      errors: [{ code: 'PYTHON_ENTRYPOINT_NOT_FOUND', file: 'api_handler.py' }],
    });
  });

  it('with the same backend, repaired', async () => {
    const { functions, errors } = await deploymentOf({
      'vercel.json': '{ "builds": [{ "src": "api_handler.py", "use": "@vercel/python" }] }\n',
      'requirements.txt': 'fastapi\n',
      'api_handler.py': 'from app.main import app\n',
      'app/main.py': 'from fastapi import FastAPI\napp = FastAPI()\n',
    });
    expect(errors).toEqual([]);
    expect(functions).toEqual([{ path: 'api_handler.py', variable: 'app', interface: 'asgi' }]);
  });

  it('with modules of api that serve nothing: they are shown, and make no function', async () => {
    const { entrypoints, functions } = await deploymentOf({ 'api/index.py': 'handler = 1\n', 'api/_own.py': '' });
    expect(entrypoints).toEqual([{ path: 'api/index.py', via: 'api', variable: undefined }]);
    expect(functions).toEqual([]);
  });

  it('with a handler file that nothing names: it is shown last', async () => {
    const { entrypoints } = await deploymentOf({
      'requirements.txt': 'fastapi\n',
      'main.py': 'app = 1\n',
      'api_handler.py': 'handler = 1\n',
    });
    expect(entrypoints.map(({ path, via }) => `${path} ${via}`)).toEqual(['main.py preset', 'api_handler.py name']);
  });

  it('with a root folder that is linked to a project of its own: nothing above it counts', async () => {
    const files = { 'requirements.txt': 'flask\n', 'backend/main.py': 'app = 1\n' };
    const linked = { 'backend/.vercel/project.json': '{"settings": {"framework": "fastapi"}}' };
    expect((await deploymentOf({ ...files, ...linked }, 'backend')).install.source).toBeNull();
    expect((await deploymentOf(files, 'backend')).install.source).toBe('requirements.txt');
  });

  it('with a project that is linked above its Root Directory', async () => {
    const link = (folder: string) => ({
      '.vercel/project.json': `{"settings": {"framework": "flask", "rootDirectory": "${folder}"}}`,
    });
    const files = { 'backend/main.py': 'app = 1\n', 'requirements.txt': 'fastapi\n' };
    const linked = await deploymentOf({ ...files, ...link('backend') }, 'backend');
    expect(linked.framework).toMatchObject({ preset: 'flask', because: '.vercel/project.json names the preset.' });
    expect(linked.install.source).toBe('requirements.txt');
    expect((await deploymentOf({ ...files, ...link('other') }, 'backend')).framework.preset).toBeNull();
  });

  it.each([
    ['{"framework": "fastapi", "installCommand": "pip install x"}', 'pip install x'],
    ['{"framework": "fastapi", "installCommand": ""}', undefined],
    ['{"framework": "fastapi", "installCommand": " "}', undefined],
    ['{"framework": null, "installCommand": "pip install x"}', undefined],
    ['{"builds": [{"src": "main.py", "use": "@vercel/python"}], "installCommand": "x"}', undefined],
  ])('with an install command: %s', async (configuration, command) => {
    const files = { 'vercel.json': configuration, 'requirements.txt': 'fastapi\n', 'main.py': 'app = 1\n' };
    expect((await deploymentOf(files)).install.command).toBe(command);
  });

  it.each([
    [
      { 'requirements.txt': '' },
      'requirements.txt',
      'requirements.txt is the only manifest on the way from the function up.',
    ],
    [
      { 'pyproject.toml': '', 'requirements.txt': '' },
      'pyproject.toml',
      "pyproject.toml comes before requirements.txt in the builder's order.",
    ],
    [
      { 'api/requirements.txt': '', 'requirements.txt': '', Pipfile: '' },
      'api/requirements.txt',
      'api/requirements.txt is nearest to the function, so Pipfile and requirements.txt are not read.',
    ],
    [
      { 'pyproject.toml': '', 'uv.lock': '' },
      'uv.lock',
      'uv.lock is installed as it stands: nothing checks that it fits pyproject.toml.',
    ],
    [{}, null, 'There is no requirements.txt, pyproject.toml or Pipfile on the way from the function up.'],
  ])('with manifests: %j', async (files, source, because) => {
    const configuration = { 'vercel.json': '{"framework": null}', 'api/index.py': 'app = 1\n' };
    const { install } = await deploymentOf({ ...configuration, ...files });
    expect(install).toMatchObject({ source, because });
  });

  it('with an install command in pyproject.toml', async () => {
    const files = { 'main.py': 'app = 1\n', 'pyproject.toml': '[tool.vercel.scripts]\ninstall = "make"\n' };
    expect((await deploymentOf(files)).install.command).toBe('make');
  });

  it('with no file at all', async () => {
    const { mode, functions, errors, install } = await deploymentOf({});
    expect({ mode, functions, errors, source: install.source }).toEqual({
      ...{ mode: 'zero-config', functions: [], errors: [], source: null },
    });
  });
});

describe('any text', () => {
  const names = [
    'vercel.json',
    'package.json',
    '.vercel/project.json',
    'pyproject.toml',
    'uv.toml',
    'Pipfile',
    'Pipfile.lock',
    'requirements.txt',
    '.python-version',
    '.vercelignore',
    'runtime.txt',
    'main.py',
    'api/index.py',
    'manage.py',
    'api_handler.py',
  ];
  const fragments = [
    '{',
    '}',
    '"',
    ':',
    '[',
    ']',
    ',',
    '\n',
    ' ',
    '=',
    'builds',
    'functions',
    'src',
    'framework',
    'app',
    'handler',
    'import',
    'from',
    'project',
    'tool.vercel',
    'entrypoint',
    'requires-python',
    '>=3',
    '-r',
    '--hash',
    '\\',
    '#',
    'null',
    '(',
    '*',
    '!',
    'DJANGO_SETTINGS_MODULE',
    '\u0000',
    'é',
    '\ud800',
  ];
  const text = fc.oneof(
    fc.array(fc.constantFrom(...fragments), { maxLength: 25 }).map((parts) => parts.join('')),
    fc.string(),
  );
  const files = fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 8 });

  it('has an answer', async () => {
    const loaded = await grammars;
    const property = fc.asyncProperty(files, async (texts) => {
      const workspace = new Workspace(memoryFileSystem(new Map(Object.entries(texts))), loaded);
      const deployment = await workspace.ask((view) => resolveDeployment({ root: '', files: view }));
      expect(deployment?.python.version).toMatch(/^3\.\d+$/);
    });
    await fc.assert(property, { numRuns: 1000 });
  }, 60_000);
});

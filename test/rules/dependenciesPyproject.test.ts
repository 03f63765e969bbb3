import { describe, expect, it } from 'vitest';
import { asSpecifier } from '../../server/src/documents/poetry.ts';
import pyprojectWithoutProject from '../../server/src/rules/dependencies/pyprojectWithoutProject.ts';
import requirementsEncoding from '../../server/src/rules/dependencies/requirementsEncoding.ts';
import requirementsHiddenByPyproject from '../../server/src/rules/dependencies/requirementsHiddenByPyproject.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import { problemsIn, withChanges } from '../support/check.ts';

const head = '-- vercel.json\n{}\n-- main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n';
const project = (rest: string) => `-- pyproject.toml\n[project]\nname = "shop"\nversion = "1.0"\n${rest}`;

describe('requirements-hidden-by-pyproject', () => {
  const problems = (files: string) => problemsIn(head + files, [requirementsHiddenByPyproject]);
  const fixed = async (files: string) => {
    const [problem] = await problems(files);
    const changes = problem?.fixes[0]?.changes;
    return changes && withChanges(parseExample(head + files).files, changes).get('pyproject.toml')?.text;
  };

  it('keeps markers and extras, and quotes what TOML needs quoted', async () => {
    const requirements =
      '-- requirements.txt\nuvicorn[standard]>=0.3 ; sys_platform != "win32"\nfoo @ https://example.com/foo.zip\n';
    expect(await fixed(project('dependencies = []\n') + requirements)).toBe(
      '[project]\nname = "shop"\nversion = "1.0"\ndependencies = ["uvicorn[standard]>=0.3 ; sys_platform != \\"win32\\"", "foo @ https://example.com/foo.zip"]\n',
    );
  });

  it('puts `[project]` behind keys that belong to no table', async () => {
    expect(await fixed('-- pyproject.toml\nline = 1\n-- requirements.txt\nfastapi\n')).toMatch(
      /^line = 1\n\n\[project\]\n/,
    );
  });

  it.each([
    '--index-url https://example.com/simple\nfastapi\n',
    '-e .\nfastapi\n',
    'fastapi==1 --hash=sha256:00\n',
    './local\nfastapi\n',
  ])('offers no fix for what a list of requirements cannot hold: %s', async (requirements) => {
    const files = `-- pyproject.toml\n[tool.ruff]\n-- requirements.txt\n${requirements}`;
    expect(await problems(files)).toHaveLength(1);
    expect(await fixed(files)).toBeUndefined();
  });

  it('names what is missing from the lock file', async () => {
    const lock = '-- uv.lock\nversion = 1\n[[package]]\nname = "fastapi"\n[[package]]\nname = "starlette"\n';
    const files = `${project('dependencies = ["fastapi"]\n')}${lock}-- requirements.txt\nfastapi\nstarlette\nhttpx\n`;
    const found = await problems(files);
    expect(found.map(({ severity, message }) => [severity, message.includes('find `httpx` there')])).toEqual([
      ['warning', true],
    ]);
    expect(await fixed(files)).toBeUndefined();
  });

  it.each([
    [
      'a freeze of what pyproject.toml brings',
      `${project('dependencies = ["fastapi"]\n')}-- requirements.txt\nfastapi==0.115.6\nstarlette==0.41.3\n`,
    ],
    ['a file without requirements', '-- pyproject.toml\n[tool.ruff]\n-- requirements.txt\n# none\n'],
    [
      'a second requirements file',
      `-- pyproject.toml\n[tool.ruff]\n-- requirements.in\nfastapi\n-- requirements.frozen.txt\n# none\n`,
    ],
    [
      'a script of the user that installs',
      `${project('[tool.vercel.scripts]\ninstall = "pip install -r requirements.txt"\n')}-- requirements.txt\nfastapi\n`,
    ],
  ])('is silent on %s', async (_title, files) => {
    expect(await problems(files)).toEqual([]);
  });

  it('is silent where an install command takes over', async () => {
    const files =
      '-- vercel.json\n{ "installCommand": "pip install -r requirements.txt" }\n-- main.py\napp = 1\n-- pyproject.toml\n[tool.ruff]\n-- requirements.txt\nfastapi\n';
    expect(await problemsIn(files, [requirementsHiddenByPyproject, pyprojectWithoutProject])).toEqual([]);
  });
});

describe('pyproject-without-project', () => {
  it('speaks beside requirements-hidden-by-pyproject, each in its own file', async () => {
    const files = `${head}-- pyproject.toml\n[tool.ruff]\n-- requirements.txt\nfastapi\n`;
    const found = await problemsIn(files, [requirementsHiddenByPyproject, pyprojectWithoutProject]);
    expect(found.map(({ path, severity }) => [path, severity])).toEqual([
      ['pyproject.toml', 'error'],
      ['requirements.txt', 'error'],
    ]);
  });

  it.each([
    ['-- pyproject.toml\n\n', 1],
    ['-- pyproject.toml\n[build-system]\nrequires = ["setuptools"]\n', 1],
    ['-- pyproject.toml\n[tool.ruff]\n-- uv.lock\nversion = 1\n', 0],
    ['-- pyproject.toml\n[tool.ruff]\n-- api/requirements.txt\nfastapi\n', 1],
  ])('%j', async (files, count) => {
    expect(await problemsIn(head + files, [pyprojectWithoutProject])).toHaveLength(count);
  });

  it.each([
    ['*', ''],
    ['^1.2.3', '>=1.2.3,<2'],
    ['^0.2.3', '>=0.2.3,<0.3'],
    ['^0.0.3', '>=0.0.3,<0.0.4'],
    ['^0.0', '>=0.0,<0.1'],
    ['^0', '>=0,<1'],
    ['~1.2.3', '>=1.2.3,<1.3'],
    ['~1', '>=1,<2'],
    ['1.2.*', '==1.2.*'],
    ['2.0.36', '==2.0.36'],
    ['>= 1.2, <2', '>=1.2,<2'],
    ['^1.2 || ^2.0', undefined],
    ['^1.2rc1', undefined],
  ])('reads %s', (constraint, specifier) => {
    expect(asSpecifier(constraint)).toBe(specifier);
  });
});

describe('requirements-encoding', () => {
  it('looks at the manifest beside a lock file', async () => {
    const files =
      '-- vercel.json\n{}\n-- main.py\napp = 1\n-- pyproject.toml (utf-8-bom)\n[project]\nname = "a"\n-- uv.lock\nversion = 1\n';
    expect((await problemsIn(files, [requirementsEncoding])).map(({ path }) => path)).toEqual(['pyproject.toml']);
  });
});

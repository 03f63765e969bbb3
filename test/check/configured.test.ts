import { describe, expect, it } from 'vitest';
import { type CheckOptions, checkProject } from '../../server/src/check/checkProject.ts';
import { deploymentRoots } from '../../server/src/project/roots.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { rules } from '../../server/src/rules/index.ts';
import { grammars } from '../support/grammars.ts';

const project = {
  'vercel.json': '{ "builds": [{ "src": "main.py", "use": "@vercel/python@4.0.0" }] }\n',
  '.python-version': '3.12\n',
  'requirements.txt': 'fastapi\npython-dotenv\n',
  'main.py':
    'from dotenv import load_dotenv\nfrom fastapi import FastAPI\nfrom lib import x\n\nload_dotenv()\napp = FastAPI()\n',
  'lib/__init__.py': '',
  'lib/x.py': 'from dotenv import load_dotenv\n\nload_dotenv()\n',
};

async function ask<T>(files: Record<string, string>, question: Parameters<Workspace['ask']>[0]): Promise<T> {
  return (await new Workspace(memoryFileSystem(new Map(Object.entries(files))), await grammars).ask(question)) as T;
}

async function found(configuration: Record<string, string>, options: Partial<CheckOptions> = {}): Promise<string[]> {
  const all: CheckOptions = { rules, onCrash: (_rule, _path, error) => expect.fail(String(error)), ...options };
  return ask({ ...project, ...configuration }, (files) =>
    checkProject({ root: '', files }, all)
      .problems.filter(({ rule }) => ['dotenv-at-import', 'builder-pinned'].includes(rule.name))
      .map(({ rule, path, severity }) => `${path} ${rule.name} ${severity}`),
  );
}

const all = ['lib/x.py dotenv-at-import info', 'main.py dotenv-at-import info', 'vercel.json builder-pinned warning'];

describe('the configuration file', () => {
  it('is not needed', async () => {
    expect(await found({})).toEqual(all);
  });

  it.each([
    ['a rule off', 'rules.dotenv-at-import = "off"', [all[2]]],
    ['a rule as an error', '[rules]\nbuilder-pinned = "error"', [all[0], all[1], 'vercel.json builder-pinned error']],
    ['a folder excluded', 'exclude = ["lib"]', [all[1], all[2]]],
    ['all of a folder excluded', 'exclude = ["lib/**"]', [all[1], all[2]]],
    ['a rule ignored in a file', '[per-file-ignores]\n"vercel.json" = ["builder-pinned"]', [all[0], all[1]]],
    ['another rule ignored there', '[per-file-ignores]\n"vercel.json" = ["dotenv-at-import"]', all],
    ['a rule ignored in a folder', 'per-file-ignores = { "lib/" = ["dotenv-at-import"] }', [all[1], all[2]]],
    ['a severity that is none', 'rules.dotenv-at-import = "of"', all],
    ['a wrong type', 'rules = 3\nexclude = "lib"\nper-file-ignores = []', all],
    [
      'half-typed lines among good ones',
      'fail-on\nexclude = [\n[rules]\nbuilder-pinned = "off"\ndotenv-at',
      all.slice(0, 2),
    ],
    ['nothing', '', all],
  ])('has %s', async (_name, text, expected) => {
    expect(await found({ '.vercel-preflight.toml': `${text}\n` })).toEqual(expected);
  });

  it('may be a table of pyproject.toml; a file of its own goes before it', async () => {
    const table = '[project]\nname = "a"\nversion = "1"\n\n[tool.vercel-preflight]\nrules.builder-pinned = "off"\n';
    expect(await found({ 'pyproject.toml': table })).toEqual(all.slice(0, 2));
    expect(await found({ 'pyproject.toml': table, '.vercel-preflight.toml': '' })).toEqual(all);
  });

  it('goes before the settings of an editor, and behind the options of a command line', async () => {
    const file = { '.vercel-preflight.toml': 'rules.builder-pinned = "info"' };
    const as = (severity: string) => [all[0], all[1], `vercel.json builder-pinned ${severity}`];
    expect(await found({}, { defaultSeverities: { 'builder-pinned': 'error' } })).toEqual(as('error'));
    expect(await found(file, { defaultSeverities: { 'builder-pinned': 'error' } })).toEqual(as('info'));
    expect(await found(file, { severities: { 'builder-pinned': 'error' } })).toEqual(as('error'));
    expect(await found(file, { severities: { 'builder-pinned': 'off' } })).toEqual(all.slice(0, 2));
    expect(await found(file, { excludes: (path) => path === 'main.py' })).toHaveLength(2);
  });

  it.each([
    ['.vercel-preflight.toml', ''],
    ['pyproject.toml', '[tool.vercel-preflight]\n'],
    ['pyproject.toml', 'tool.vercel-preflight.fail-on = "info"\n'],
  ])('makes its folder a deployment root: %s', async (name, text) => {
    const files = { [`backend/${name}`]: text, 'other/pyproject.toml': '[tool.vercel-preflights]\n' };
    expect(await ask(files, (view) => deploymentRoots(view))).toEqual(['backend']);
  });
});

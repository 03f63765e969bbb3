import { describe, expect, it } from 'vitest';
import { importClosure } from '../../server/src/deployment/importClosure.ts';
import { ask } from './deploymentOf.ts';

/** The modules that importing main.py runs, those that may not run with a question mark. */
function closureOf(files: Readonly<Record<string, string>>, entrypoint = 'main.py'): Promise<string[]> {
  return ask(files, (project) =>
    [...importClosure(project, [entrypoint])].map(([path, { conditional }]) => (conditional ? `${path}?` : path)),
  );
}

describe('the modules that an entrypoint imports', () => {
  it.each([
    [{ 'main.py': 'import a\n', 'a.py': '' }, ['main.py', 'a.py']],
    [{ 'main.py': 'import a.b\n', 'a/__init__.py': '', 'a/b.py': '' }, ['main.py', 'a/__init__.py', 'a/b.py']],
    [{ 'main.py': 'import a.b\n', 'a/b.py': '' }, ['main.py', 'a/b.py']],
    [
      { 'main.py': 'from a import b, c\n', 'a/__init__.py': 'c = 1\n', 'a/b.py': '' },
      ['main.py', 'a/__init__.py', 'a/b.py'],
    ],
    [{ 'main.py': 'from a import x\n', 'a.py': 'x = 1\n', 'src/a/x.py': '' }, ['main.py', 'a.py']],
    [{ 'main.py': 'import a\n', 'a.py': 'import main\nimport b\n', 'b.py': '' }, ['main.py', 'a.py', 'b.py']],
    [{ 'main.py': 'import a\n', 'src/a.py': '' }, ['main.py', 'src/a.py']],
    [{ 'main.py': 'import a\n', 'a/__init__.py': '', 'a.py': '' }, ['main.py', 'a/__init__.py']],
    [{ 'main.py': 'import os, fastapi\n' }, ['main.py']],
    [{ 'main.py': 'def f():\n  import a\n', 'a.py': '' }, ['main.py']],
    [
      { 'main.py': 'try:\n  import a\nexcept ImportError:\n  a = None\n', 'a.py': 'import b\n', 'b.py': '' },
      ['main.py', 'a.py?', 'b.py?'],
    ],
    [{ 'main.py': 'if x:\n  import a\nimport b\n', 'a.py': '', 'b.py': 'import a\n' }, ['main.py', 'b.py', 'a.py']],
    [{ 'main.py': 'class A:\n  import a\n', 'a.py': '' }, ['main.py', 'a.py']],
  ])('%j', async (files, expected) => {
    expect((await closureOf(files)).sort()).toEqual([...expected].sort());
  });

  it('resolves relative names from their own package', async () => {
    const files = {
      'app/main.py': 'from . import a\nfrom .b import x\nfrom ..other import y\n',
      'app/__init__.py': '',
      'app/a.py': '',
      'app/b.py': '',
      'other.py': '',
    };
    const found = await closureOf(files, 'app/main.py');
    expect(found.sort()).toEqual(['app/__init__.py', 'app/a.py', 'app/b.py', 'app/main.py', 'other.py']);
  });

  it('looks in the root folder first, then beside the importer', async () => {
    const files = {
      'api/index.py': 'import helper\nimport other\n',
      'api/helper.py': '',
      'api/other.py': '',
      'other.py': '',
    };
    expect((await closureOf(files, 'api/index.py')).sort()).toEqual(['api/helper.py', 'api/index.py', 'other.py']);
  });

  it('leaves the repository alone where dots lead out of it', async () => {
    expect(await closureOf({ 'main.py': 'from ... import x\n' })).toEqual(['main.py']);
  });

  it('tells the shortest chain', async () => {
    const files = { 'main.py': 'import a\nimport b\n', 'a.py': 'import b\n', 'b.py': '' };
    const chains = await ask(files, (project) => importClosure(project, ['main.py']));
    expect(chains.get('b.py')?.chain).toEqual(['main.py', 'b.py']);
  });
});

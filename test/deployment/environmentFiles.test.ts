import { describe, expect, it } from 'vitest';
import { uploadedDotenvFiles } from '../../server/src/deployment/dotenvFiles.ts';
import { pulledVariablesOf } from '../../server/src/deployment/pulledVariables.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { dotenvEntries } from '../../server/src/documents/dotenv.ts';
import { ask } from './deploymentOf.ts';

describe('a .env file', () => {
  it('gives names and values as python-dotenv reads them', () => {
    const text = '# A=1\nB=2 # two\r\nexport C="x\ny=1"\n D = \'a#b\'\nE\nF=\nG=a#b\n=1\n';
    expect(dotenvEntries(text).map(({ name, value }) => [name, value])).toEqual([
      ['B', '2'],
      ['C', 'x\ny=1'],
      ['D', 'a#b'],
      ['F', ''],
      ['G', 'a#b'],
    ]);
    for (const { name, nameSpan } of dotenvEntries(text)) expect(text.slice(nameSpan.start, nameSpan.end)).toBe(name);
  });
});

describe('the .env files that are uploaded', () => {
  const found = (files: Readonly<Record<string, string>>, root = '') =>
    ask(
      { 'api/index.py': 'app = 1\n', 'vercel.json': '{}', ...files },
      (project) =>
        uploadedDotenvFiles(project, resolveDeployment(project)).map(({ path, ignored }) =>
          ignored ? `${path}?` : path,
        ),
      root,
    );

  it.each([
    [{ '.env': '' }, ['.env']],
    [{ '.env': '', 'api/.env.production': '' }, ['.env', 'api/.env.production']],
    [{ '.env.local': '', '.env.production.local': '', '.env.example': '', '.envrc': '', 'docs/.env': '' }, []],
    [{ '.env': '', '.vercelignore': '/.env\n' }, []],
    [{ '.env': '', '.vercelignore': '.env*\n!.env\n' }, ['.env']],
    [{ 'api/.env': '', '.vercelignore': '/.env\n' }, ['api/.env']],
    [{ 'api/.env': '', '.vercelignore': 'api/.env\n' }, []],
    [{ '.env': '', '.gitignore': '.env\n' }, ['.env?']],
    [{ '.env': '', '.gitignore': '# .env\n.env.local\n' }, ['.env']],
    [{ 'api/.env': '', 'api/.gitignore': '*.env\n' }, ['api/.env?']],
  ])('%j', async (files, expected) => {
    expect(await found(files)).toEqual(expected);
  });
});

describe('a .env file without a .gitignore', () => {
  it.each([
    [{ '.git/HEAD': '' }, true],
    [{ 'api/.git/HEAD': '' }, false],
    [{}, false],
  ])('is in the repository as far as that is in sight: %j', async (git, expected) => {
    const files = { 'vercel.json': '{}', 'main.py': 'app = 1\n', '.env': '', ...git };
    const found = await ask(files, (project) => uploadedDotenvFiles(project, resolveDeployment(project)));
    expect(found).toEqual([{ path: '.env', ignored: false, inRepository: expected }]);
  });
});

describe('the variables that were pulled', () => {
  const pulled = (files: Readonly<Record<string, string>>, root = '') =>
    ask(files, (project) => pulledVariablesOf(project), root).then(
      (found) => found && [found.environment, ...found.names],
    );
  const link = { '.vercel/project.json': '{}' };

  it('are those of production, else of previews', async () => {
    const preview = { '.vercel/.env.preview.local': 'VERCEL=1\nB=2\n' };
    expect(await pulled({ ...link, ...preview })).toEqual(['preview', 'VERCEL', 'B']);
    const both = { ...preview, '.vercel/.env.production.local': 'A=""\nVERCEL_ENV="production"\n' };
    expect(await pulled({ ...link, ...both })).toEqual(['production', 'A', 'VERCEL_ENV']);
  });

  it('are unknown without a link, without a file of theirs, and for development', async () => {
    const file = { '.vercel/.env.production.local': 'VERCEL=1\n' };
    expect(await pulled(file)).toBeUndefined();
    expect(await pulled(link)).toBeUndefined();
    expect(await pulled({ ...link, '.vercel/.env.development.local': 'VERCEL=1\n' })).toBeUndefined();
    expect(await pulled({ ...link, '.vercel/.env.production.local': 'A=1\n' })).toBeUndefined();
  });

  it('lie where the project is linked, which may be above its root folder', async () => {
    const files = {
      '.vercel/project.json': '{ "settings": { "rootDirectory": "backend" } }',
      '.vercel/.env.production.local': 'VERCEL=1\n',
      'backend/main.py': '',
    };
    expect(await pulled(files, 'backend')).toEqual(['production', 'VERCEL']);
    expect(await pulled(files)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { installedRequirements } from '../../server/src/deployment/installed/installedRequirements.ts';
import { pinnedPackages } from '../../server/src/deployment/installed/pinnedPackages.ts';
import { isSameIndex } from '../../server/src/deployment/installed/sources.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import type { Files } from '../../server/src/project/files.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { rules as allRules } from '../../server/src/rules/index.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { problemsIn } from '../support/check.ts';
import { grammars } from '../support/grammars.ts';

const pypi = 'https://pypi.org/simple';

async function asking<T>(files: Record<string, string>, question: (files: Files) => T): Promise<T> {
  const all = new Map(Object.entries({ 'vercel.json': '{}', 'main.py': 'app = 1\n', ...files }));
  const answer = await new Workspace(memoryFileSystem(all), await grammars).ask(question);
  if (answer === undefined) throw new Error('the question was given up');
  return answer;
}

/** Each package with `pypi`, the other index that it comes from, or `?`. */
function origins(files: Record<string, string>): Promise<Record<string, string>> {
  return asking(files, (view) => {
    const project = { root: '', files: view };
    const { requirements } = installedRequirements(project, resolveDeployment(project));
    return Object.fromEntries(
      requirements.map(({ name, isFromPyPI, index }) => [name, isFromPyPI ? 'pypi' : (index ?? '?')]),
    );
  });
}

const ours = 'https://packages.example/simple';
const pyproject = (more: string, dependencies = '["flask==1", "ours==1"]') =>
  `[project]\nname = "a"\nversion = "1"\ndependencies = ${dependencies}\n${more}`;

describe('where a package comes from', () => {
  it.each([
    ['', 'pypi'],
    ['-i https://pypi.org/simple/', 'pypi'],
    [`--index-url ${ours}`, ours],
    [`--index-url=${ours}`, ours],
    [`--extra-index-url ${ours}`, ours],
    [`--extra-index-url ${ours}\n--extra-index-url https://b.example`, '?'],
    ['--find-links ./wheels', './wheels'],
    ['--trusted-host a.b\n--pre', 'pypi'],
  ])('is told by a requirements file with %j', async (option, from) => {
    expect(await origins({ 'requirements.txt': `${option}\nflask==1\n` })).toEqual({ flask: from });
  });

  it.each([
    ['[[tool.uv.index]]\nurl = "https://packages.example/simple"\n', ours, ours],
    ['[[tool.uv.index]]\nurl = "https://pypi.org/simple"\ndefault = true\n', 'pypi', 'pypi'],
    ['[tool.uv]\nextra-index-url = ["https://packages.example/simple"]\n', ours, ours],
    ['[tool.uv]\nfind-links = ["./wheels", "https://b.example"]\n', '?', '?'],
    ['[tool.uv.pip]\nindex-url = "https://packages.example/simple"\n', ours, ours],
    [
      '[tool.uv.sources]\nours = { index = "x" }\n[[tool.uv.index]]\nname = "x"\nurl = "https://packages.example/simple"\nexplicit = true\n',
      'pypi',
      ours,
    ],
    ['[tool.uv.sources]\nOurs = { git = "https://github.com/a/b" }\n', 'pypi', '?'],
    ['[tool.uv.sources]\nours = { workspace = true }\n', 'pypi', '?'],
    [
      '[tool.uv]\nindex-strategy = "unsafe-best-match"\nextra-index-url = ["https://packages.example/simple"]\n',
      '?',
      '?',
    ],
    ['[tool.uv]\nextra-index-url = [', 'unknown', 'unknown'],
  ])('is told by pyproject.toml with %j', async (more, flask, own) => {
    expect(await origins({ 'pyproject.toml': pyproject(more) })).toEqual({ flask, ours: own });
  });

  it('is told by the settings beside and above it, and by the environment of the build', async () => {
    const bare = { 'requirements.txt': 'flask==1\n' };
    expect(await origins({ ...bare, 'uv.toml': `[[index]]\nurl = "${ours}"\n` })).toEqual({ flask: ours });
    expect(await origins({ ...bare, 'uv.toml': '[[index' })).toEqual({ flask: 'unknown' });
    const env = JSON.stringify({ build: { env: { UV_INDEX: `ours=${ours}` } } });
    expect(await origins({ ...bare, 'vercel.json': env })).toEqual({ flask: ours });
    const builds = JSON.stringify({ builds: [{ src: 'api/main.py', use: '@vercel/python' }] });
    const member = { 'vercel.json': builds, 'api/main.py': 'app = 1\n', 'api/pyproject.toml': pyproject('') };
    const root = { 'pyproject.toml': `[tool.uv]\nextra-index-url = ["${ours}"]\n` };
    expect(await origins({ ...member, ...root })).toEqual({ flask: ours, ours });
  });

  it('is told by the sources of Poetry and of a Pipfile', async () => {
    const poetry = (more: string) =>
      `[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\nflask = "1"\nours = { version = "1", source = "x" }\n[[tool.poetry.source]]\nname = "x"\nurl = "${ours}"\n${more}`;
    expect(await origins({ 'pyproject.toml': poetry('priority = "explicit"\n') })).toEqual({ flask: 'pypi', ours });
    expect(await origins({ 'pyproject.toml': poetry('') })).toEqual({ flask: ours, ours });
    const pipfile = `[[source]]\nname = "pypi"\nurl = "${pypi}"\n[[source]]\nname = "x"\nurl = "${ours}"\n[packages]\nflask = "==1"\nours = { version = "==1", index = "x" }\nmine = { version = "==1", index = "pypi" }\n`;
    expect(await origins({ Pipfile: pipfile })).toEqual({ flask: ours, ours, mine: 'pypi' });
    expect(await origins({ Pipfile: `${pipfile}[[source` })).toMatchObject({
      flask: expect.not.stringContaining('pypi'),
    });
    const sources = [
      { name: 'pypi', url: pypi },
      { name: 'x', url: ours },
    ];
    const entry = { version: '==1' };
    const lock = {
      _meta: { sources },
      default: { flask: { ...entry, index: 'pypi' }, ours: { ...entry, index: 'x' }, any: entry },
    };
    expect(await origins({ 'Pipfile.lock': JSON.stringify(lock) })).toEqual({ flask: 'pypi', ours, any: ours });
  });

  it('is told by the files that a lock lists', async () => {
    const wheel = (host: string) => `wheels = [{ url = "https://${host}/flask-1-py3-none-any.whl" }]\n`;
    const pylock = `lock-version = "1.0"\n[[packages]]\nname = "flask"\nversion = "1"\n${wheel('files.pythonhosted.org/packages/ab')}[[packages]]\nname = "ours"\nversion = "1"\n${wheel('packages.example')}`;
    expect(await origins({ 'pyproject.toml': pyproject(''), 'pylock.toml': pylock })).toEqual({
      flask: 'pypi',
      ours: '?',
    });
  });
});

describe('the names that an index is told', () => {
  const asked = (files: Record<string, string>, indexUrl: string) =>
    asking(files, (view) => {
      const project = { root: '', files: view };
      return pinnedPackages(project, resolveDeployment(project), indexUrl);
    });
  const own = '[tool.uv.sources]\nours = { index = "x" }\n[[tool.uv.index]]\nname = "x"\nexplicit = true\n';

  it('are those that it may have', async () => {
    const files = { 'pyproject.toml': pyproject(`${own}url = "${ours}"\n`) };
    expect(await asked(files, pypi)).toEqual({ names: ['flask'], withheld: ['ours'] });
    expect(await asked(files, `https://me:secret@packages.example/simple/`)).toEqual({
      names: ['flask', 'ours'],
      withheld: [],
    });
    const git = { 'pyproject.toml': pyproject('[tool.uv.sources]\nours = { git = "https://a.b" }\n') };
    expect(await asked(git, pypi)).toEqual({ names: ['flask'], withheld: [] });
    expect(await asked({ 'requirements.txt': `--extra-index-url ${ours}\nflask==1\n` }, pypi)).toEqual({
      names: [],
      withheld: ['flask'],
    });
  });

  it.each([
    ['https://a.b/simple', 'https://a.b/simple/', true],
    ['https://A.b/simple', 'https://me:x@a.b/simple', true],
    ['http://a.b/simple', 'https://a.b/simple', false],
    ['https://a.b/one', 'https://a.b/two', false],
    ['./wheels', './wheels', false],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable as requirements files write it.
    ['https://a.b/${X}', 'https://a.b/${X}', false],
  ])('%s and %s are one index: %s', (one, other, same) => {
    expect(isSameIndex(one, other)).toBe(same);
  });
});

describe('a package of the same name in another index', () => {
  const rules = allRules.filter(
    ({ name }) => name.startsWith('requirement-') && !/-(?:unpinned|syntax)$/.test(name),
  ) as readonly Rule[];
  const head = '-- vercel.json\n{}\n-- .python-version\n3.13\n-- main.py\napp = 1\n';
  const index = {
    numpy: ['numpy-2.1.0-cp313-cp313-manylinux_2_17_x86_64.whl'],
    flask: ['flask-3.1.0-py3-none-any.whl'],
  };
  const pins = ['numpy==1.21.0', 'psycopg2', 'flask==9', 'scipy==1.10.1', 'flask-of-us==1'];

  it('is not judged by what is known of the one on PyPI', async () => {
    const judged = (options: string) =>
      problemsIn(`${head}-- requirements.txt\n${options}\n${pins.join('\n')}\n`, rules, index);
    expect((await judged('')).map(({ rule }) => rule.name).sort()).toEqual([
      'requirement-no-wheel',
      'requirement-python-incompatible',
      'requirement-version-unknown',
      'requirement-version-unknown',
    ]);
    for (const option of [`--extra-index-url ${ours}`, `-i ${ours}`, '--find-links ./wheels']) {
      expect(await judged(option)).toEqual([]);
    }
  });

  it('leaves the others as they are', async () => {
    const files = `${head}-- pyproject.toml\n${pyproject('[tool.uv.sources]\nnumpy = { index = "x" }\n[[tool.uv.index]]\nname = "x"\nurl = "https://a.b"\nexplicit = true\n', JSON.stringify(pins))}`;
    expect((await problemsIn(files, rules, index)).map(({ rule }) => rule.name).sort()).toEqual([
      'requirement-no-wheel',
      'requirement-python-incompatible',
      'requirement-version-unknown',
    ]);
  });

  it('is not what a constraint or an override of uv settles', async () => {
    const settled = ['numpy==2.1.0', 'scipy==1.15', 'psycopg2==3', 'flask==3', 'werkzeug<3'];
    for (const key of ['constraint-dependencies', 'override-dependencies']) {
      const more = `[tool.uv]\n${key} = ${JSON.stringify(settled)}\n`;
      const files = `${head}-- pyproject.toml\n${pyproject(more, JSON.stringify([...pins.slice(0, 4), 'flask==2.2.2']))}`;
      expect(
        await problemsIn(files, allRules.filter(({ name }) => name.startsWith('requirement-')) as readonly Rule[]),
      ).toEqual([]);
    }
  });
});

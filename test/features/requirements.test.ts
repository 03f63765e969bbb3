import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { isKnownToFit } from '../../server/src/documents/packages/fit.ts';
import type { PackageFacts } from '../../server/src/documents/packages/packageFacts.ts';
import { compareVersions, parseVersion } from '../../server/src/documents/pep440.ts';
import type { FeatureContext } from '../../server/src/features/context.ts';
import { requirementCompletion } from '../../server/src/features/requirements/completion.ts';
import { requirementHover } from '../../server/src/features/requirements/hover.ts';
import { requirementLinks } from '../../server/src/features/requirements/links.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { textAt } from '../../server/src/text/span.ts';
import { grammars } from '../support/grammars.ts';

const loaded = await grammars;
const facts = (await loaded.packages?.()) as PackageFacts;

/** What `question` answers for the file at `path` of a project with Python 3.13. */
async function ask<T>(
  path: string,
  text: string,
  question: (
    document: NonNullable<ReturnType<FeatureContext['project']['files']['document']>>,
    at: FeatureContext,
  ) => T,
): Promise<T> {
  const files = new Map([
    ['vercel.json', '{}'],
    ['.python-version', '3.13\n'],
    ['base.txt', 'flask\n'],
    [path, text],
  ]);
  const answer = await new Workspace(memoryFileSystem(files), loaded).ask((view) => {
    const project = { root: '', files: view };
    const document = view.document(path);
    const context = {
      path,
      project,
      rules: [],
      isDeployed: true,
      editorKnowsSchema: () => false,
      now: 0,
      deployment: () => resolveDeployment(project),
    };
    return document ? { value: question(document, context) } : undefined;
  });
  if (!answer) throw new Error(`${path} was not read`);
  return answer.value;
}

const unmarked = (marked: string) => ({ text: marked.replace('|', ''), offset: marked.indexOf('|') });

async function hover(path: string, marked: string) {
  const { text, offset } = unmarked(marked);
  const found = await ask(path, text, (document, context) => requirementHover(document, offset, context));
  return found && { at: textAt(text, found.span), markdown: found.markdown };
}

async function completion(path: string, marked: string) {
  const { text, offset } = unmarked(marked);
  const found = await ask(path, text, (document, context) => requirementCompletion(document, offset, context));
  for (const { span } of found) expect(span.start <= offset && offset <= span.end).toBe(true);
  return { text, found, labels: found.map(({ label }) => label) };
}

const toml = (line: string) => `[project]\nname = "a"\nversion = "1"\n${line}\n`;

describe('hover on a requirement', () => {
  it('says which Pythons the pinned release fits, beside the newest', async () => {
    const found = await hover('requirements.txt', 'fastapi\npydantic-|core == 2.14.5  # why\n');
    expect(found?.at).toBe('pydantic-core == 2.14.5');
    const rows = found?.markdown.split('\n') ?? [];
    expect(rows).toContain('| Release | 3.14 | **3.13** (runs here) | 3.12 | Size |');
    const pinned = rows.find((row) => row.includes('(pinned here)'));
    expect(pinned).toMatch(/^\| 2\.14\.5 \(pinned here\) \| source only \| source only \| wheel \| +\|$/);
    const releases = rows.filter((row) => /^\| \d/.test(row));
    expect(releases).toHaveLength(6);
    expect(releases[0]).toMatch(/\| wheel \| wheel \| wheel \| \d\.\d MB \|$/);
    expect(found?.markdown).toContain('[PyPI](https://pypi.org/project/pydantic-core/)');
    expect(found?.markdown).toContain(facts.date);
  });

  it('says which Pythons refuse it', async () => {
    const found = await hover('requirements.txt', '|scipy==1.10.1');
    expect(found?.markdown).toMatch(/\| 1\.10\.1 \(pinned here\) \| not admitted \| not admitted \| not admitted \|/);
  });

  it.each([
    ['requirements.txt', 'scipy[a] >= 1.|10, < 1.12 ; python_version > "3.8"', '1.11.4'],
    ['pyproject.toml', toml('dependencies = ["sci|py<1.12"]'), '1.11.4'],
    ['pyproject.toml', toml('optional-dependencies = { x = ["sci|py<1.12"] }'), '1.11.4'],
    ['pyproject.toml', '[dependency-groups]\ndev = ["sci|py<1.12"]\n', '1.11.4'],
    ['pyproject.toml', '[tool.poetry.dependencies]\npython = "^3.12"\nsc|ipy = "~1.11"\n', '1.11.4'],
    ['pyproject.toml', '[tool.poetry.group.dev.dependencies]\nscipy = { version = "~1.|11" }\n', '1.11.4'],
    ['Pipfile', '[packages]\nsci|py = "<1.12"\n', '1.11.4'],
    ['Pipfile', '[dev-packages]\nsci|py = {version = "<1.12"}\n', '1.11.4'],
  ])('marks what is allowed in %s', async (path, marked, allowed) => {
    expect((await hover(path, marked))?.markdown).toContain(`| ${allowed} (allowed here) |`);
  });

  it('says so where the pinned release is not known', async () => {
    expect((await hover('requirements.txt', 'sci|py==1.10.999'))?.markdown).toContain(
      'Nothing is known of release 1.10.999.',
    );
  });

  it.each([
    ['requirements.txt', '# sci|py==1\n'],
    ['requirements.txt', 'scipy-of-no|body==1\n'],
    ['requirements.txt', '--index-url https://example.com/simple\nsci|py==1.10.1\n'],
    ['pyproject.toml', `${toml('dependencies = ["sci|py"]')}[tool.uv.sources]\nscipy = { git = "https://x.y" }\n`],
    ['requirements.txt', 'sci|py @ https://example.com/scipy.whl\n'],
    ['requirements.txt', 'sci|py==\n'],
    ['pyproject.toml', toml('description = "sci|py"')],
    ['pyproject.toml', '[tool.poetry.dependencies]\npyt|hon = "^3.12"\n'],
    ['Pipfile', '[packages]\nsci|py = {git = "https://example.com/scipy"}\n'],
  ])('says nothing in %s: %s', async (path, marked) => {
    expect(await hover(path, marked)).toBeUndefined();
  });
});

describe('completion of a requirement', () => {
  it.each([
    ['requirements.txt', 'flask\nfasta|', 'fastapi'],
    ['requirements.txt', 'Flask_S|', 'flask-sqlalchemy'],
    ['requirements.txt', 'fasta|pi==0.104.1\n', 'fastapi'],
    ['pyproject.toml', toml('dependencies = ["fasta|"]'), 'fastapi'],
    ['pyproject.toml', toml('dependencies = [\n  "flask",\n  "fasta|'), 'fastapi'],
    ['pyproject.toml', '[dependency-groups]\nx = ["fasta|"]\n', 'fastapi'],
    ['pyproject.toml', '[tool.poetry.dependencies]\nfasta|\n', 'fastapi'],
    ['Pipfile', '[packages]\nfasta|\n', 'fastapi'],
  ])('gives names in %s: %s', async (path, marked, name) => {
    const { text, found, labels } = await completion(path, marked);
    const chosen = found.find(({ label }) => label === name);
    expect(chosen).toBeDefined();
    if (chosen) expect(applyEdits(text, [chosen])).toContain(chosen.label);
    expect(labels).not.toContain('flask');
  });

  it.each([
    ['requirements.txt', 'scipy==|'],
    ['requirements.txt', 'scipy[x] >= 1.|  # why'],
    ['requirements.txt', 'scipy>1,<|'],
    ['pyproject.toml', toml('dependencies = ["scipy==|"]')],
    ['pyproject.toml', toml('dependencies = ["scipy==1.|')],
    ['pyproject.toml', '[tool.poetry.dependencies]\nscipy = "^|"\n'],
    ['pyproject.toml', '[tool.poetry.dependencies]\nscipy = { version = "~1.|" }\n'],
    ['Pipfile', '[packages]\nscipy = "==|"\n'],
  ])('gives versions that fit the Python that runs in %s: %s', async (path, marked) => {
    const { labels } = await completion(path, marked);
    const fitting = facts.releases('scipy')?.filter((release) => isKnownToFit(release, '3.13')) ?? [];
    expect(labels).toEqual(fitting.map(({ text }) => text).reverse());
    expect(labels).not.toContain('1.10.1');
    const [first, second] = labels.map(parseVersion);
    expect(first && second && compareVersions(first, second)).toBeGreaterThan(0);
  });

  it('replaces the version that stands there, and nothing else', async () => {
    const { text, found } = await completion('requirements.txt', 'scipy==1.|10.1 ; python_version > "3"\r\n');
    const [first] = found;
    expect(first && applyEdits(text, [first])).toBe(`scipy==${first?.label} ; python_version > "3"\r\n`);
  });

  it.each([
    ['requirements.txt', '|'],
    ['requirements.txt', '# fas|'],
    ['requirements.txt', '-r fas|'],
    ['requirements.txt', 'fastapi; python_version >= |'],
    ['requirements.txt', 'a @ https://x/?y==|'],
    ['requirements.txt', 'nobody-knows-this==|'],
    ['requirements.txt', '--extra-index-url https://example.com/simple\nscipy==|'],
    ['pyproject.toml', `${toml('dependencies = ["scipy==|"]')}[[tool.uv.index]]\nurl = "https://example.com"\n`],
    ['Pipfile', '[[source]]\nurl = "https://example.com"\n[packages]\nscipy = "==|"\n'],
    ['pyproject.toml', toml('description = "fas|"')],
    ['pyproject.toml', 'fas|'],
    ['pyproject.toml', '[tool.poetry.dependencies]\n|\n'],
    ['Pipfile', '[packages]\nscipy = "|"\n'],
    ['Pipfile', '[requires]\nfas|\n'],
  ])('gives nothing in %s: %s', async (path, marked) => {
    expect((await completion(path, marked)).labels).toEqual([]);
  });

  it('never throws, whatever is typed and wherever the caret is', async () => {
    const part = fc.constantFrom(
      'fastapi',
      '==',
      '>=1.',
      '"',
      '[',
      ']',
      ',',
      ';',
      '\n',
      '[packages]',
      ' = ',
      '\\',
      '(',
    );
    const path = fc.constantFrom('requirements.txt', 'pyproject.toml', 'Pipfile');
    const any = fc.tuple(path, fc.array(part, { maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }));
    await fc.assert(
      fc.asyncProperty(any, async ([path, parts, where]) => {
        const text = parts.join('');
        const offset = Math.floor(where * text.length);
        await ask(path, text, (document, context) => {
          for (const { span } of requirementCompletion(document, offset, context)) {
            expect(span.start <= offset && offset <= span.end && span.end <= text.length).toBe(true);
          }
          requirementHover(document, offset, context);
          requirementLinks(document, context);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('links of a requirement', () => {
  const links = (path: string, text: string) =>
    ask(path, text, (document, context) =>
      requirementLinks(document, context).map(({ span, target }) => [textAt(text, span), target]),
    );
  const page = (name: string) => ({ url: `https://pypi.org/project/${name}/` });

  it('lead to the page of the package and to the file that is included', async () => {
    const text = '-r base.txt\n-c missing.txt\nFlask_SQLAlchemy>=3  # db\nx @ https://example.com/x.whl\n';
    expect(await links('requirements.txt', text)).toEqual([
      ['Flask_SQLAlchemy', page('flask-sqlalchemy')],
      ['base.txt', { path: 'base.txt' }],
    ]);
    expect(await links('pyproject.toml', toml('dependencies = ["uvicorn[standard]>=0.2"]'))).toEqual([
      ['uvicorn', page('uvicorn')],
    ]);
    expect(await links('Pipfile', '[packages]\n"flask" = "*"\n')).toEqual([['"flask"', page('flask')]]);
  });

  it('lead nowhere where packages come from another index', async () => {
    expect(await links('requirements.txt', '-i https://example.com/simple\nflask\n')).toEqual([]);
    expect(await links('requirements.txt', '-r ../outside.txt\n-r https://example.com/r.txt\n')).toEqual([]);
  });
});

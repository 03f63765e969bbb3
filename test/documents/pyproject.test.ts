import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePyproject } from '../../server/src/documents/pyproject.ts';
import { utf8 } from '../../server/src/documents/sourceFile.ts';
import { textAt } from '../../server/src/text/span.ts';
import { loadTomlParser } from '../support/tomlGrammar.ts';

const parser = await loadTomlParser();

function pyproject(text: string) {
  return parsePyproject(utf8(text), parser);
}

const realistic = [
  '[build-system]',
  'requires = ["hatchling"]',
  '',
  '[project]',
  'name = "shop"',
  'requires-python = ">=3.12"',
  'dependencies = [',
  '  "fastapi>=0.110", # web',
  "  'uvicorn[standard]',",
  '  1,',
  ']',
  '',
  '[project.optional-dependencies]',
  'db = ["asyncpg"]',
  '"a.b" = []',
  '',
  '[project.scripts]',
  'app = "shop.main:app"',
  '',
  '[dependency-groups]',
  'dev = ["pytest", { include-group = "lint" }]',
  'lint = ["ruff"]',
  '',
  '[tool.vercel]',
  'entrypoint = "shop.main:app"',
  '',
  '[tool.poetry.dependencies]',
  'python = "^3.11"',
  'flask = { version = "^3", extras = ["async"] }',
  '',
  '[tool.poetry.dependencies.redis]',
  'version = "*"',
  '',
  '[tool.uv.workspace]',
  'members = ["packages/*"]',
  'exclude = ["packages/old"]',
  '',
];

describe.each(['\n', '\r\n'])('parsePyproject, with line endings %j', (ending) => {
  const document = pyproject(realistic.join(ending));
  const shown = (span: { start: number; end: number } | undefined) => span && textAt(document.text, span);

  it('finds the project', () => {
    expect(shown(document.project)).toBe('[project]');
    expect(document.requiresPython?.value).toBe('>=3.12');
    expect(shown(document.requiresPython?.span)).toBe('>=3.12');
    expect(shown(document.requiresPython?.entry.keySpan)).toBe('requires-python');
    expect(document.dependencies?.items.map(({ value }) => value)).toEqual(['fastapi>=0.110', 'uvicorn[standard]']);
    expect(document.dependencies?.items.map(({ span }) => shown(span))).toEqual([
      'fastapi>=0.110',
      'uvicorn[standard]',
    ]);
    expect(shown(document.dependencies?.span)?.startsWith('[')).toBe(true);
    expect(document.hasBuildSystem).toBe(true);
  });

  it('finds extras, groups and scripts', () => {
    expect([...document.optionalDependencies.keys()]).toEqual(['db', 'a.b']);
    expect(document.dependencyGroups.get('dev')?.items.map(({ value }) => value)).toEqual(['pytest']);
    expect([...document.scripts].map(([name, { span }]) => [name, shown(span)])).toEqual([['app', 'shop.main:app']]);
  });

  it('finds the tools', () => {
    expect(document.hasToolVercel).toBe(true);
    expect(document.vercelEntrypoint?.value).toBe('shop.main:app');
    expect(shown(document.vercelEntrypoint?.span)).toBe('shop.main:app');
    expect(document.hasPoetry).toBe(true);
    expect(document.poetryPython?.value).toBe('^3.11');
    expect(document.poetryDependencies.map(({ name, span }) => [name, shown(span)])).toEqual([
      ['flask', 'flask'],
      ['redis', 'redis'],
    ]);
    expect(document.uvWorkspace?.members.map(({ value }) => value)).toEqual(['packages/*']);
    expect(document.uvWorkspace?.exclude.map(({ value }) => value)).toEqual(['packages/old']);
  });
});

describe('parsePyproject', () => {
  it('leaves out what is not there', () => {
    const document = pyproject('[tool.black]\nline-length = 100\n');
    expect(document).not.toHaveProperty('project');
    expect(document).not.toHaveProperty('requiresPython');
    expect(document).not.toHaveProperty('vercelEntrypoint');
    expect(document).not.toHaveProperty('uvWorkspace');
    expect([document.hasPoetry, document.hasToolVercel, document.hasBuildSystem]).toEqual([false, false, false]);
    expect([document.optionalDependencies.size, document.poetryDependencies.length]).toEqual([0, 0]);
  });

  it.each([
    ['project.name = "a"\n', 'name'],
    ['project = { name = "a" }\n', 'project'],
    ['[project]\n', '[project]'],
    ['[project.urls]\nhome = "a"\n', 'urls'],
  ])('finds a project in %j', (text, place) => {
    const { project } = pyproject(text);
    expect(project && textAt(text, project)).toBe(place);
  });

  it.each<[string, unknown, string]>([
    ['tool.vercel.entrypoint = 1\n', 1, '1'],
    ['tool = { vercel = { entrypoint = ["a"] } }\n', ['a'], '["a"]'],
    ['[tool.vercel.entrypoint]\nb = 1\n', { b: 1 }, '[tool.vercel.entrypoint]'],
    ['[tool.vercel]\nentrypoint = """a"""\n', 'a', 'a'],
    ['[tool.vercel]\nentrypoint = ""\n', '', ''],
  ])('tells the entrypoint of %j', (text, value, place) => {
    const { vercelEntrypoint } = pyproject(text);
    expect(vercelEntrypoint?.value).toEqual(value);
    expect(vercelEntrypoint && textAt(text, vercelEntrypoint.span)).toBe(place);
  });

  it('takes no number for a version specifier', () => {
    expect(pyproject('[project]\nrequires-python = 3.12\n')).not.toHaveProperty('requiresPython');
  });

  it('finds a Python that Poetry keeps in a table', () => {
    expect(pyproject('[tool.poetry.dependencies]\npython = { version = "^3.9" }\n').poetryPython?.value).toBe('^3.9');
  });

  it('answers at every length of a realistic file, and for any text', () => {
    const text = realistic.join('\n');
    for (let length = 0; length <= text.length; length++)
      expect(pyproject(text.slice(0, length)).kind).toBe('pyproject.toml');
    const line = fc.oneof(fc.constantFrom(...realistic), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const document = pyproject(lines.join('\n'));
        for (const { value, span, entry } of [
          document.requiresPython ?? [],
          document.dependencies?.items ?? [],
        ].flat()) {
          const shown = textAt(document.text, span);
          expect(textAt(document.text, entry.valueSpan)).toContain(shown);
          if (!shown.includes('\\')) expect(shown).toBe(value);
        }
      }),
    );
  });
});

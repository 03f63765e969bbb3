import { describe, expect, it } from 'vitest';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { problemsIn, withChanges } from '../support/check.ts';

const named = (name: string) => rules.filter((rule) => rule.name === name);

describe('a file below public', () => {
  const rule = named('public-file-read');
  const head =
    '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- public/prices.json\n{}\n-- main.py\nfrom pathlib import Path\napp = 1\nMODE = "r"\n';
  const found = async (line: string) => (await problemsIn(`${head}${line}\n`, rule)).map(({ severity }) => severity);

  it.each([
    'Path("public/prices.json").open()',
    'Path("public/prices.json").open("rb")',
    'Path("public/prices.json").open(mode="rt")',
    'Path("public/prices.json").read_bytes()',
    'open("public/prices.json", MODE)',
    'open(file="public/prices.json")',
    'open("public/prices.json", encoding="utf-8")',
  ])('is missing for %s', async (line) => {
    expect(await found(line)).toEqual(['error']);
  });

  it('is missing in a request, should one get there', async () => {
    expect(await found('def prices():\n    return open("public/prices.json").read()')).toEqual(['warning']);
  });

  it.each([
    'Path("public/prices.json").open("w")',
    'Path("public/prices.json").open(mode="ab")',
    'Path("public/prices.json").exists()',
    'open("public/prices.json", "r+")',
    'open("public/prices.json", mode())',
    'open(**options)',
    'open(*paths)',
    '"public/prices.json".read_text()',
    'archive.open("public/prices.json")',
  ])('is not said to be missing for %s', async (line) => {
    expect(await found(line)).toEqual([]);
  });
});

describe('what no request needs', () => {
  const rule = named('files-not-excluded');
  const settings = (written: string) => `-- vercel.json\n{ "functions": { "main.py": ${written} } }\n`;
  const app = '-- requirements.txt\nflask\n-- main.py\napp = 1\n';
  const plain = `${settings('{ "maxDuration": 30 }')}${app}`;
  const messages = async (files: string) => (await problemsIn(files, rule)).map(({ message }) => message);

  it.each([
    ['test', '-- test/app_test.py\n'],
    ['tests', '-- tests/conftest.py\n'],
    ['env', '-- env/pyvenv.cfg\n'],
    ['.env', '-- .env/pyvenv.cfg\n'],
    ['virtualenv', '-- virtualenv/pyvenv.cfg\n'],
    ['.virtualenv', '-- .virtualenv/pyvenv.cfg\n'],
  ])('is told by what lies in %s', async (folder, file) => {
    expect(await messages(`${plain}${file}`)).toEqual([
      `\`${folder}/\` is bundled, and no request needs it. Leave it out with \`excludeFiles\`.`,
    ]);
  });

  it('is listed in one sentence', async () => {
    expect(await messages(`${plain}-- tests/test_a.py\n-- notebooks/a.ipynb\n-- env/pyvenv.cfg\n`)).toEqual([
      '`tests/`, `notebooks/` and `env/` are bundled, and no request needs them. Leave them out with `excludeFiles`.',
    ]);
  });

  it.each([
    '-- tests/latest.py\n',
    '-- tests/test_app.py.txt\n',
    '-- notebooks/a.ipynb.md\n',
    '-- env/my-pyvenv.cfg\n',
    '-- env/settings.py\n',
    '-- app/tests/test_app.py\n',
  ])('is not %j', async (file) => {
    expect(await messages(`${plain}${file}`)).toEqual([]);
  });

  const fixed = async (written: string) => {
    const files = `${settings(written)}${app}-- tests/test_a.py\n`;
    const [problem] = await problemsIn(files, rule);
    if (!problem?.fixes[0]) return undefined;
    const after = withChanges(parseExample(files).files, problem.fixes[0].changes).get('vercel.json');
    return JSON.parse(after?.text ?? '').functions['main.py'].excludeFiles;
  };

  it('joins the pattern that is there', async () => {
    expect(await fixed('{ "excludeFiles": "{docs/**,data/**}" }')).toBe('{docs/**,data/**,tests/**}');
    expect(await fixed('{ "excludeFiles": "docs/**" }')).toBe('{docs/**,tests/**}');
  });

  it.each([
    ['holds braces of its own', '{ "excludeFiles": "{docs,data}/**" }'],
    ['is a list by comma', '{ "excludeFiles": "docs/**,data/**" }'],
    ['takes something out of itself', '{ "excludeFiles": "!main.py" }'],
    ['is empty', '{ "excludeFiles": "{}" }'],
    ['would be too long', `{ "excludeFiles": "${'d'.repeat(246)}" }`],
  ])('leaves a pattern as it is that %s', async (_title, written) => {
    expect(await fixed(written)).toBeUndefined();
  });
});

describe('a module that excludeFiles leaves out', () => {
  const rule = named('excluded-import');
  const files = (globs: string, more: string) =>
    `-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python", "config": { "excludeFiles": ${globs} } }] }\n-- main.py\nimport core.routes\napp = 1\n-- core/__init__.py\n-- core/routes.py\n${more}`;
  const found = async (globs: string, more = '') => (await problemsIn(files(globs, more), rule)).length;

  it('is found unless it is an __init__.py, or installed', async () => {
    expect(await found('"core/routes.py"')).toBe(1);
    expect(await found('"core/__init__.py"')).toBe(0);
    expect(await found('"core/**"', '-- pyproject.toml\n[project]\nname = "core"\nversion = "1"\n')).toBe(1);
    expect(await found('"core/**"', '-- pyproject.toml\n[build-system]\nrequires = ["hatchling"]\n')).toBe(0);
    expect(await found('[]')).toBe(0);
  });

  it('is pointed at where the pattern stands', async () => {
    const text = files('["docs/**", "core/*.py"]', '');
    const [problem] = await problemsIn(text, rule);
    expect(parseExample(text).files.get('vercel.json')?.text.slice(problem?.span.start, problem?.span.end)).toBe(
      '"core/*.py"',
    );
  });
});

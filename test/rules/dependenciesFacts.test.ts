import { describe, expect, it } from 'vitest';
import importUndeclared from '../../server/src/rules/dependencies/importUndeclared.ts';
import requirementConflict from '../../server/src/rules/dependencies/requirementConflict.ts';
import requirementMistyped from '../../server/src/rules/dependencies/requirementMistyped.ts';
import requirementNeedsCompanion from '../../server/src/rules/dependencies/requirementNeedsCompanion.ts';
import requirementNotNeeded from '../../server/src/rules/dependencies/requirementNotNeeded.ts';
import requirementNoWheel from '../../server/src/rules/dependencies/requirementNoWheel.ts';
import requirementPythonIncompatible from '../../server/src/rules/dependencies/requirementPythonIncompatible.ts';
import requirementSyntax from '../../server/src/rules/dependencies/requirementSyntax.ts';
import requirementUnpinned from '../../server/src/rules/dependencies/requirementUnpinned.ts';
import { parseExample } from '../../server/src/rules/example.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { problemsIn, withChanges } from '../support/check.ts';

const rules: readonly Rule[] = [
  importUndeclared,
  requirementConflict,
  requirementMistyped,
  requirementNeedsCompanion,
  requirementNotNeeded,
  requirementNoWheel,
  requirementPythonIncompatible,
  requirementSyntax,
  requirementUnpinned,
] as unknown as readonly Rule[];

const head =
  '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- .python-version\n3.13\n';

/** Each finding as `rule: text`, and the file after its first fix, from the line of the finding. */
async function found(files: string) {
  const { files: before } = parseExample(files);
  return (await problemsIn(files, rules)).map(({ rule, path, span, fixes, message }) => {
    const changes = fixes[0]?.changes ?? [];
    const after = withChanges(before, changes).get(changes[0]?.path ?? path)?.text;
    return { rule: rule.name, at: before.get(path)?.text.slice(span.start, span.end), message, after };
  });
}

describe('a project that was moved to Python 3.13', () => {
  const requirements = ['pydantic-core==2.14.5', 'psycopg2', 'numpy==1.21.0', 'Flask==2.2.2', 'magnum', ''];
  const project = `${head}-- main.py\nfrom mangum import Mangum\nfrom flask import Flask\n\napp = Flask(__name__)\nhandler = Mangum(app)\n-- requirements.txt\n${requirements.join('\n')}`;
  const fixed = (line: number, ...lines: string[]) => requirements.toSpliced(line, 1, ...lines).join('\n');

  it('has each requirement found, with the fix that works', async () => {
    expect((await found(project)).map(({ rule, at, after }) => [rule, at, after])).toEqual([
      ['requirement-no-wheel', 'pydantic-core==2.14.5', fixed(0, 'pydantic-core==2.20.0')],
      ['requirement-no-wheel', 'psycopg2', fixed(1, 'psycopg2-binary')],
      ['requirement-no-wheel', 'numpy==1.21.0', fixed(2, 'numpy==2.1.0')],
      ['requirement-needs-companion', 'Flask==2.2.2', fixed(3, 'Flask==2.2.2', 'Werkzeug==2.3.8')],
      ['requirement-mistyped', 'magnum', fixed(4, 'mangum')],
    ]);
  });

  it('is told in words that a person can act on', async () => {
    expect((await found(project)).map(({ message }) => message)).toEqual([
      '`pydantic-core` 2.14.5 has no wheel for Python 3.13 on Linux: the build compiles it. Pin 2.20.0, the next with one.',
      '`psycopg2` has no wheel for Linux, and compiling it fails without libpq. Install `psycopg2-binary`.',
      '`numpy` 1.21.0 has no wheel for Python 3.13 on Linux: the build compiles it. Pin 2.1.0, the next with one.',
      '`Flask` 2.2.2 needs Werkzeug before 3: `url_quote` is gone from Werkzeug 3. Pin Werkzeug==2.3.8.',
      '`magnum` is not the package that `import mangum` needs. Write `mangum`.',
    ]);
  });
});

describe('what is installed otherwise', () => {
  const app = `${head}-- main.py\nimport requests\n\napp = 1\n`;

  it('is not known where a command of the project installs', async () => {
    const files = `-- vercel.json\n{ "installCommand": "pip install -r all.txt" }\n-- main.py\nimport requests\n\napp = 1\n-- requirements.txt\nnumpy==1.21.0\nflask==1\nflask==2\n`;
    expect(await found(files)).toEqual([]);
  });

  it('is not known of a private index', async () => {
    const files = `${app}-- requirements.txt\n--index-url https://pypi.shop.example/simple\nnumpy==1.21.0\npsycopg2\nrequests\n`;
    expect(await found(files)).toEqual([]);
  });

  it('is never edited in a file with hashes, or in a lock', async () => {
    const hash = `--hash=sha256:${'a'.repeat(64)}`;
    const files = `${head}-- main.py\napp = 1\n-- requirements.txt\nnumpy==1.21.0 \\\n    ${hash}\n`;
    const [problem] = await problemsIn(files, rules);
    expect(problem?.rule.name).toBe('requirement-no-wheel');
    expect(problem?.fixes).toEqual([]);
  });

  it('is what the lock file lists, wheels included', async () => {
    const locked = (name: string, wheel: string) =>
      `[[package]]\nname = "${name}"\nversion = "1.21.0"\nsource = { registry = "https://pypi.org/simple" }\nwheels = [{ url = "https://a.b/${wheel}" }]\n\n`;
    const lock = (wheel: string) =>
      `${head}-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = ["numpy"]\n-- uv.lock\n[[package]]\nname = "a"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [{ name = "numpy" }]\n\n${locked('numpy', wheel)}`;
    expect(
      (await found(lock('numpy-1.21.0-cp39-cp39-manylinux_2_17_x86_64.whl'))).map(({ rule, at }) => [rule, at]),
    ).toEqual([['requirement-no-wheel', 'numpy']]);
    expect(await found(lock('numpy-1.21.0-cp313-cp313-manylinux_2_17_x86_64.whl'))).toEqual([]);
  });
});

describe('requirement-syntax', () => {
  it.each([
    ['é==1\nfastapi^0.1\n', 'é'],
    ['# ümlaut 😀\nfastapi^0.1\n', '^0.1'],
    ['fastapi =>1\n', '=>'],
    ['a\r\n%b\r\n', '%b'],
    ['a>=1,<2,\n', 'a>=1,<2,'],
  ])('points at the place in %j', async (text, at) => {
    const problems = (await found(`${head}-- main.py\napp = 1\n-- requirements.txt\n${text}`)).filter(
      ({ rule }) => rule === 'requirement-syntax',
    );
    expect(problems.map((problem) => problem.at)).toEqual([at]);
    expect(problems[0]?.message).not.toContain('/vercel/path0');
  });
});

describe('import-undeclared', () => {
  const imports = async (code: string, requirements: string) =>
    (await found(`${head}-- main.py\n${code}\napp = 1\n-- requirements.txt\n${requirements}`))
      .filter(({ rule }) => rule === 'import-undeclared')
      .map(({ at }) => at);

  it.each([
    ['from google.cloud import storage', 'flask==3.1.0', ['google']],
    ['import google.generativeai as genai', 'flask==3.1.0', ['google']],
    ['import cgi', 'flask==3.1.0', ['cgi']],
    ['import mangum', 'some-client==1', ['mangum']],
  ])('finds %s beside %s', async (code, requirements, at) => {
    expect(await imports(code, requirements)).toEqual(at);
  });

  it.each([
    ['import google.protobuf', 'flask==3.1.0'],
    ['import numpy, dateutil', 'pandas==2.2.3'],
    ['import jwt', 'redis==5.2.0'],
    ['import dotenv', 'uvicorn[standard]==0.34.0'],
    ['import cv2', 'opencv-contrib-python==4.10.0.84'],
    ['import yaml', '-e .'],
    ['import sys\nsys.path.append("x")\nimport requests', 'flask==3.1.0'],
    ['def f():\n    import requests', 'flask==3.1.0'],
  ])('is silent on %s beside %s', async (code, requirements) => {
    expect(await imports(code, requirements)).toEqual([]);
  });
});

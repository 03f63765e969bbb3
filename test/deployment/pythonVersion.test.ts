import { describe, expect, it } from 'vitest';
import type { PythonChoice } from '../../server/src/deployment/deployment.ts';
import { deploymentOf } from './deploymentOf.ts';

const app = { 'vercel.json': '{"framework": null}', 'api/index.py': 'app = 1\n' };

async function pythonOf(files: Readonly<Record<string, string>>): Promise<PythonChoice> {
  return (await deploymentOf({ ...app, ...files })).python;
}

/** The characters that the choice points at. */
async function pointedAt(files: Readonly<Record<string, string>>): Promise<string | undefined> {
  const { source, span } = await pythonOf(files);
  return span && files[source ?? '']?.slice(span.start, span.end);
}

describe('the Python that runs', () => {
  it('is the default where nothing asks', async () => {
    expect(await pythonOf({})).toEqual({
      version: '3.12',
      source: null,
      requested: null,
      outcome: 'default',
      because: ['Nothing that Vercel reads names a Python version, so its default runs: 3.12.'],
      unreachable: [],
    });
  });

  it('is not what runtime.txt asks for, which is told all the same', async () => {
    const { version, source, requested, because } = await pythonOf({ 'runtime.txt': 'python-3.9.18\n' });
    expect({ version, source, requested }).toEqual({ version: '3.12', source: null, requested: '3.9' });
    expect(because).toContain('runtime.txt is not read.');
  });

  it.each([
    ['3.13.1\n', '3.13', '3.13', 'used', '.python-version asks for 3.13, and Vercel has it.'],
    [
      '3.9.18\n',
      '3.12',
      '3.9',
      'not-installed',
      '.python-version asks for 3.9, which Vercel no longer installs: it warns, and runs 3.12.',
    ],
    [
      '3.8\n',
      '3.12',
      '3.8',
      'unknown',
      '.python-version asks for "3.8", which fits none of 3.12, 3.13 and 3.14: Vercel warns, and runs 3.12.',
    ],
    [
      '3.6\n',
      '3.12',
      '3.6',
      'discontinued',
      '.python-version asks for 3.6, which Vercel has discontinued: the build stops.',
    ],
    [
      'latest\n',
      '3.12',
      'latest',
      'unreadable',
      '.python-version names no Python version that Vercel can read, so the build stops.',
    ],
    [
      '>=3.13\n',
      '3.14',
      '>=3.13',
      'used',
      '.python-version asks for ">=3.13": Vercel runs 3.14, of 3.12, 3.13 and 3.14 the first choice that fits.',
    ],
  ])('follows .python-version: %j', async (text, version, requested, outcome, because) => {
    const found = await pythonOf({ '.python-version': text });
    expect(found).toMatchObject({ version, requested, outcome, source: '.python-version' });
    expect(found.because[0]).toBe(because);
  });

  it('prefers its default where a range admits it', async () => {
    const { version, because } = await pythonOf({ 'pyproject.toml': '[project]\nrequires-python = ">=3.9"\n' });
    expect(version).toBe('3.12');
    expect(because).toEqual(['pyproject.toml asks for ">=3.9": Vercel runs 3.12, which its default fits.']);
  });

  it.each([
    [{ '.python-version': '# ours\n3.13\n3.12\n' }, '3.12'],
    [{ '.python-version': '  3.9  \n' }, '3.9'],
    [{ '.python-version': 'foo\n3.13\n' }, '3.13'],
    [{ '.python-version': '\n system\n' }, 'system'],
    [{ 'pyproject.toml': '[project]\nrequires-python = ">=3.13"\n' }, '>=3.13'],
    [{ 'pyproject.toml': 'project = { requires-python = "~=3.11" }\n' }, '~=3.11'],
    [{ 'Pipfile.lock': '{"_meta": {"requires": {"python_version": "3.9"}}}' }, '3.9'],
  ])('points at what names it: %j', async (files, text) => {
    expect(await pointedAt(files)).toBe(text);
  });

  it('says what it does not read, and why', async () => {
    const { because } = await pythonOf({ '.python-version': '3.13', 'api/requirements.txt': '' });
    expect(because).toContain(
      '.python-version is not read: it lies above api/requirements.txt, which the build takes.',
    );
    const pipfile = await pythonOf({ Pipfile: '[requires]\npython_version = "3.13"\n' });
    expect(pipfile.because).toContain('`[requires]` of a Pipfile counts only through Pipfile.lock.');
    const poetry = await pythonOf({ 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.13"\n' });
    expect(poetry.because).toContain('`python` under `[tool.poetry.dependencies]` is not read.');
  });

  it('says that the build stops before it chooses', async () => {
    const { version, because } = await pythonOf({ 'pyproject.toml': '[project' });
    expect(version).toBe('3.12');
    expect(because[0]).toBe(
      'The build stops at pyproject.toml, before it chooses a Python version. This is what it would choose without it.',
    );
  });

  it('says what loses, and what is passed over', async () => {
    const won = await pythonOf({
      '.python-version': '3.12',
      'pyproject.toml': '[project]\nrequires-python = ">=3.13"\n',
    });
    expect(won.because).toContain('It wins over ">=3.13" in pyproject.toml.');
    const odd = await pythonOf({ 'pyproject.toml': '[project]\nrequires-python = "^3.13"\n' });
    expect(odd.because).toContain('"^3.13" in pyproject.toml is no version specifier, and is passed over.');
  });
});

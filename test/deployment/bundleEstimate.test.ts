import { describe, expect, it } from 'vitest';
import { type BundleEstimate, bundleEstimate } from '../../server/src/deployment/bundleEstimate.ts';
import { megabytesText, sizeReasons, sizeText } from '../../server/src/deployment/bundleWords.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { leastWheelBytes } from '../../server/src/documents/packages/wheelSizes.ts';
import { parseVersion, type Version } from '../../server/src/documents/pep440.ts';
import { bundleLimits, megabyte } from '../../server/src/facts/bundleLimits.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { grammars } from '../support/grammars.ts';

type Texts = Readonly<Record<string, string>>;
const app = { 'vercel.json': '{}', '.python-version': '3.12\n', 'main.py': 'app = 1\n' };

async function estimateOf(files: Texts, sizes: Readonly<Record<string, number>> = {}) {
  const all = new Map(
    Object.entries({ ...app, ...files, ...Object.fromEntries(Object.keys(sizes).map((at) => [at, ''])) }),
  );
  const workspace = new Workspace(memoryFileSystem(all, new Map(Object.entries(sizes))), await grammars);
  const answer = await workspace.ask((view) => {
    const project = { root: '', files: view };
    return { estimate: bundleEstimate(project, resolveDeployment(project)) };
  });
  if (!answer?.estimate) throw new Error('no function is bundled');
  return answer.estimate;
}

const named = ({ heaviest }: BundleEstimate) => heaviest.map(({ name, bytes, sure }) => [name, bytes, sure]);

const wheel = (name: string, size: number, tags = 'py3-none-any') =>
  `    { url = "https://files.pythonhosted.org/${name}-1.0-${tags}.whl", hash = "sha256:0", size = ${size} },\n`;
const locked = (name: string, wheels: string, needs = '') =>
  `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\n${needs}wheels = [\n${wheels}]\n\n`;
const own =
  'version = 1\n\n[[package]]\nname = "shop"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [\n    { name = "a" },\n]\n\n';
const pyproject = '[project]\nname = "shop"\nversion = "1"\nrequires-python = ">=3.12"\ndependencies = ["a"]\n';
const needsB = 'dependencies = [\n    { name = "b" },\n]\n';

describe('the estimate of a bundle', () => {
  it('counts the closure of a uv.lock, by the smallest wheel that fits', async () => {
    const wheels = [
      ...[wheel('a', 5000, 'cp312-cp312-manylinux_2_17_x86_64'), wheel('a', 4000, 'cp312-abi3-manylinux_2_28_x86_64')],
      ...[wheel('a', 1, 'cp313-cp313-manylinux_2_17_x86_64'), wheel('a', 2, 'cp312-cp312-win_amd64')],
    ].join('');
    const lock = own + locked('a', wheels, needsB) + locked('b', wheel('b', 700)) + locked('c', wheel('c', 9999));
    const estimate = await estimateOf({ 'pyproject.toml': pyproject, 'uv.lock': lock });
    expect(named(estimate)).toEqual([
      ['a', 4000, 'at-least'],
      ['b', 700, 'at-least'],
    ]);
    expect(estimate).toMatchObject({ bytes: 4700, basis: 'uv.lock', outcome: 'unknown' });
    expect(estimate.distributions).toMatchObject({ isClosure: true, unknown: [] });
  });

  it('names what has no size, and half a lock throws nothing', async () => {
    const lock = own + locked('a', wheel('a', 4000), needsB) + locked('b', '').replace('wheels = [\n]\n', '');
    const estimate = await estimateOf({ 'pyproject.toml': pyproject, 'uv.lock': lock });
    expect(estimate.distributions.unknown).toEqual(['b']);
    expect(sizeText(estimate)).toBeUndefined();
    for (let end = 0; end < lock.length; end += 7) {
      await estimateOf({ 'pyproject.toml': pyproject, 'uv.lock': lock.slice(0, end) });
    }
  });

  it('reads the sizes of a pylock.toml', async () => {
    const pylock =
      'lock-version = "1.0"\ncreated-by = "x"\n\n[[packages]]\nname = "a"\nversion = "1.0"\nwheels = [{ name = "a-1.0-py3-none-any.whl", size = 800, url = "https://x/a-1.0-py3-none-any.whl" }, { name = "a-1.0-cp39-cp39-win32.whl", size = 3 }]\n';
    const estimate = await estimateOf({ 'pylock.toml': pylock, 'pyproject.toml': pyproject });
    expect(named(estimate)).toEqual([['a', 800, 'at-least']]);
    expect(estimate.basis).toBe('pylock.toml');
  });

  it('takes what is known of pinned releases, and of nothing else', async () => {
    const requirements =
      'torch==2.13.0\nnumpy\npandas>=2\ntypes-requests==2.31.0.6\npywin32==306; sys_platform == "win32"\n';
    const estimate = await estimateOf({ 'requirements.txt': requirements });
    expect(estimate.heaviest.map(({ name }) => name)).toEqual(['torch']);
    expect(estimate.bytes).toBe(526_589_000 * 0.85);
    expect(estimate.distributions).toMatchObject({ isClosure: false, unknown: ['numpy', 'pandas', 'types-requests'] });
    expect(estimate.outcome).toBe('installs-at-start');
    expect(sizeReasons(estimate)).toContain('No lock file: what these packages need in turn is not counted.');
    const cpu = await estimateOf({
      'requirements.txt': `--index-url https://download.pytorch.org/whl/cpu\n${requirements}`,
    });
    expect(cpu).toMatchObject({ bytes: 0, outcome: 'unknown' });
  });

  it('counts data files that are bundled, and never looks into installed packages', async () => {
    const sizes = {
      'models/a.safetensors': 3000,
      'public/b.mp4': 9000,
      'node_modules/c/c.wasm': 9000,
      '.venv/lib/d.so': 9000,
      'tests/e.csv': 9000,
      'old/f.zip': 9000,
    };
    const files = {
      'requirements.txt': 'flask\n',
      '.vercelignore': 'old\n',
      'vercel.json': '{ "functions": { "main.py": { "excludeFiles": "tests/**" } } }',
    };
    const estimate = await estimateOf(files, sizes);
    expect(named(estimate)).toEqual([['models/a.safetensors', 3000, 'exact']]);
  });

  it.each([
    [bundleLimits.standard, 'unknown', undefined],
    [bundleLimits.standard + 1, 'stops', bundleLimits.standard],
    [bundleLimits.extended + 1, 'stops', bundleLimits.extended],
  ])('%i bytes of files of the project, which nobody can take out: %s', async (bytes, outcome, limit) => {
    const estimate = await estimateOf({ 'requirements.txt': 'flask\n' }, { 'model.onnx': bytes });
    expect([estimate.outcome, estimate.limit]).toEqual([outcome, limit]);
  });

  it.each([
    ['{ "env": { "VERCEL_PYTHON_DISABLE_RUNTIME_INSTALL": "1" } }'],
    ['{ "builds": [{ "src": "main.py", "use": "@vercel/python@4.3.1" }] }'],
  ])('does not judge under other limits: %s', async (vercelJson) => {
    const estimate = await estimateOf(
      { 'vercel.json': vercelJson, 'requirements.txt': 'flask\n' },
      { 'model.onnx': 600 * megabyte },
    );
    expect(estimate).toMatchObject({ bytes: 600 * megabyte, outcome: 'unknown' });
  });

  it.each([
    ['pip install -r requirements/prod.txt', 'stops-custom-install'],
    ['uv pip install --no-cache-dir --requirement=requirements/prod.txt', 'stops-custom-install'],
    ['pip install -r requirements/prod.txt && rm -rf torch', 'unknown'],
    ['pip install -r requirements/prod.txt --extra-index-url https://x', 'unknown'],
    ['make', 'unknown'],
  ])('knows what a plain command installs: %s', async (command, outcome) => {
    const vercelJson = JSON.stringify({ framework: 'flask', installCommand: command });
    const main = 'from flask import Flask\napp = Flask(__name__)\n';
    const files = { 'vercel.json': vercelJson, 'main.py': main, 'requirements/prod.txt': 'torch==2.13.0\n' };
    expect((await estimateOf({ ...files, 'requirements.txt': 'flask\n' })).outcome).toBe(outcome);
  });
});

describe('sizes between those that are known', () => {
  const row = [500, '1.0', 1000, '2.0', 2000, '3.0', 1500];
  it.each([
    ['0.9', undefined],
    ['1.0', 850_000],
    ['1.5', 850_000],
    ['2.0', 1_700_000],
    ['2.5', 1_275_000],
    ['3.0', 1_275_000],
    ['3.1', undefined],
  ])('%s', (version, bytes) => {
    expect(leastWheelBytes(row, parseVersion(version) as Version)).toBe(bytes);
  });
});

it('rounds down', () => {
  expect([0, 1, megabyte / 10, 225 * megabyte - 1, 225 * megabyte].map(megabytesText)).toEqual([
    ...['0 MB', '0 MB', '0.1 MB', '224.9 MB', '225 MB'],
  ]);
});

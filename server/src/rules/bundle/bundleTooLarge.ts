import { bundleEstimate } from '../../deployment/bundleEstimate.ts';
import { heaviestText, megabytesText } from '../../deployment/bundleWords.ts';
import { bundlePlace } from '../bundlePlace.ts';
import { defineRule } from '../rule.ts';

const app = '-- vercel.json\n{}\n-- .python-version\n3.12\n-- main.py\napp = 1\n';
const project =
  '-- pyproject.toml\n[project]\nname = "shop"\nversion = "1"\nrequires-python = ">=3.12"\ndependencies = ["a", "b"]\n';
const locked = (name: string, size: string) =>
  `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "https://pypi.org/simple" }\nwheels = [\n    { url = "https://files.pythonhosted.org/a-1.0-py3-none-any.whl", hash = "sha256:0", size = ${size} },\n]\n\n`;
const root =
  '[[package]]\nname = "shop"\nversion = "1"\nsource = { virtual = "." }\ndependencies = [\n    { name = "a" },\n    { name = "b" },\n]\n\n';
const lock = (a: string, b: string, marked = '«a»') =>
  `-- uv.lock\nversion = 1\nrequires-python = ">=3.12"\n\n${root}${locked('a', a).replace('"a"', `"${marked}"`)}${locked('b', b)}`;

export default defineRule({
  name: 'bundle-too-large',
  area: 'bundle',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.2.0',
  summary: 'The bundle is larger than a function may be.',
  why: 'A Python function may have 225 MB, unpacked. Above that the builder takes packages out of the bundle and installs them when the function starts; above 500 MB the build stops with LAMBDA_SIZE_EXCEEDED. What is counted here is the least that the bundle can have: wheels as they are downloaded, and the data files of the project.',
  ignore: 'Where the project has VERCEL_SUPPORT_LARGE_FUNCTIONS among its variables on Vercel.',
  source: 'https://vercel.com/docs/functions/runtimes/python#controlling-what-gets-bundled',
  examples: [
    { files: `${app}-- requirements.txt\nfastapi\n«torch==2.6.0»\n` },
    { files: `${app}${project}${lock('200000000', '100000000')}` },
    { files: `${app}${project}${lock('400000000', '200000000')}` },
    { files: `${app}${project}${lock('100000000', '100000000', 'a')}`, note: 'it fits' },
    { files: `${app}-- requirements.txt\ntorch\npandas\n`, note: 'which release is installed is not known' },
    {
      files: `-- vercel.json\n{ "build": { "env": { "VERCEL_SUPPORT_LARGE_FUNCTIONS": "1" } } }\n-- main.py\napp = 1\n${project}${lock('400000000', '200000000', 'a')}`,
      note: 'large functions are allowed',
    },
    { files: `${app}-- requirements.txt\ntorch==\n-- pyproject.toml\n[project\n`, note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const estimate = bundleEstimate(project, deployment);
    if (!estimate || estimate.limit === undefined || estimate.outcome === 'stops-custom-install') return;
    const { outcome, bytes, limit, basis } = estimate;
    const source = basis === undefined ? '' : ` (${basis})`;
    const size = `at least ${megabytesText(bytes)}, over ${megabytesText(limit)}: ${heaviestText(estimate, 2)}${source}`;
    const ends = outcome === 'stops';
    yield {
      ...bundlePlace(estimate),
      severity: ends ? 'error' : 'warning',
      message: ends
        ? `The build stops: the bundle has ${size}. Leave out what you can.`
        : `The bundle has ${size}. Leave out what no request needs.`,
    };
  },
});

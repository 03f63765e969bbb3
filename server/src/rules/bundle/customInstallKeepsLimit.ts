import { bundleEstimate } from '../../deployment/bundleEstimate.ts';
import { megabytesText } from '../../deployment/bundleWords.ts';
import { bundleLimits } from '../../facts/bundleLimits.ts';
import { bundlePlace } from '../bundlePlace.ts';
import { defineRule } from '../rule.ts';

const flask = '-- .python-version\n3.12\n-- main.py\nfrom flask import Flask\n\napp = Flask(__name__)\n';
const install = (command: string) =>
  `-- vercel.json\n{ "framework": "flask", "installCommand": "${command}" }\n${flask}`;
const torch = (line: string) => `-- requirements.txt\nflask==3.0.0\n${line}\n`;

export default defineRule({
  name: 'custom-install-keeps-limit',
  area: 'bundle',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.2.0',
  summary: 'A custom install command keeps a large bundle from being deployed.',
  why: 'A bundle over 225 MB is deployed only because the builder takes packages out of it. It cannot do that where a command of the project installs them, and stops with LAMBDA_SIZE_EXCEEDED.',
  ignore: 'Where the project has VERCEL_SUPPORT_LARGE_FUNCTIONS among its variables on Vercel.',
  source: 'https://vercel.com/docs/functions/runtimes/python#controlling-what-gets-bundled',
  examples: [
    { files: `${install('pip install -r requirements.txt')}${torch('«torch==2.13.0»')}` },
    {
      files: `-- vercel.json\n{}\n${flask}-- pyproject.toml\n[project]\nname = "a"\nversion = "1"\ndependencies = []\n\n[tool.vercel.scripts]\ninstall = "uv pip install -r requirements/prod.txt"\n-- requirements/prod.txt\n«torch==2.13.0»\n`,
    },
    {
      files: `-- vercel.json\n{ "framework": "flask" }\n${flask}${torch('torch==2.13.0')}`,
      note: 'the builder installs',
    },
    { files: `${install('pip install -r requirements.txt')}${torch('numpy==2.1.0')}`, note: 'it fits' },
    { files: `${install('make install')}${torch('torch==2.13.0')}`, note: 'nobody knows what the command installs' },
    { files: `${install('pip install -r requirements.txt')}${torch('torch=')}`, note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const estimate = bundleEstimate(project, deployment);
    if (estimate?.outcome !== 'stops-custom-install') return;
    const size = `at least ${megabytesText(estimate.bytes)}, over ${megabytesText(bundleLimits.standard)}`;
    yield {
      ...bundlePlace(estimate),
      message: `The build stops: the bundle has ${size}. Your install command keeps it so: remove that.`,
    };
  },
});

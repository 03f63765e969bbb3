import { bundleEstimate } from '../../deployment/bundleEstimate.ts';
import { heaviestText, megabytesText } from '../../deployment/bundleWords.ts';
import { bundleLimits } from '../../facts/bundleLimits.ts';
import { bundlePlace } from '../bundlePlace.ts';
import { defineRule } from '../rule.ts';

const app = '-- vercel.json\n{}\n-- .python-version\n3.12\n-- main.py\napp = 1\n';

export default defineRule({
  name: 'bundle-installed-at-start',
  area: 'cold-start',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.2.0',
  summary: 'Packages are installed each time the function starts.',
  why: 'The builder takes packages out of a bundle over 225 MB. Each cold start downloads and installs them into /tmp before it answers its first request, which takes seconds.',
  ignore: 'Where slow first requests do no harm.',
  source: 'https://vercel.com/docs/functions/runtimes/python#controlling-what-gets-bundled',
  examples: [
    { files: `${app}-- requirements.txt\nfastapi\n«torch==2.13.0»\n` },
    { files: `${app}-- requirements.txt\n«torch == 2.13.0»  # big\nnumpy==2.1.0\n` },
    { files: `${app}-- requirements.txt\nnumpy==2.1.0\npandas==2.2.3\n`, note: 'it fits' },
    { files: `${app}-- requirements.txt\ntorch==2.6.0\n`, note: 'the build stops before anything starts' },
    {
      files: `${app}-- requirements.txt\n--index-url https://download.pytorch.org/whl/cpu\ntorch==2.13.0\n`,
      note: 'another index, other wheels',
    },
    { files: `${app}-- requirements.txt\ntorch==2.13.\n`, note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const estimate = bundleEstimate(project, deployment);
    if (estimate?.outcome !== 'installs-at-start') return;
    const size = `at least ${megabytesText(estimate.bytes)}, over ${megabytesText(bundleLimits.standard)}`;
    yield {
      ...bundlePlace(estimate),
      message: `Each cold start installs packages: the bundle has ${size} (${heaviestText(estimate, 1)}). Take lighter ones.`,
    };
  },
});

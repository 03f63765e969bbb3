import type { Deployment } from '../../deployment/deployment.ts';
import { pinPath } from '../../deployment/pinPath.ts';
import { defineRule, type Fix, type RuleContext } from '../rule.ts';

export default defineRule({
  name: 'runtime-txt-not-read',
  area: 'python-version',
  subject: 'runtime.txt',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'Vercel does not read `runtime.txt`.',
  why: 'runtime.txt is a Heroku file. No release of the builder has ever opened it, so the version in it selects nothing: Vercel takes `.python-version`, then `requires-python` in pyproject.toml, then Pipfile.lock, and else runs 3.12.',
  ignore: 'Another platform that reads the file runs the same code.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- runtime.txt\n«3.9.18»\n',
      fixed: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- .python-version\n3.12\n',
    },
    { files: '-- .python-version\n3.13\n-- requirements.txt\nflask\n-- runtime.txt\n«python-3.12.1»\n' },
    { files: '-- runtime.txt\n«»\n', note: 'a blank file is not read either' },
    {
      files: '-- requirements.txt\nflask\n-- runtime.txt\n«pyth»',
      note: 'half typed: nothing that is typed makes it read',
    },
    { files: '-- .python-version\n3.12\n-- requirements.txt\nflask\n', note: 'no runtime.txt' },
    {
      files: '-- requirements.txt\nflask\n-- docs/runtime.txt\n3.9\n',
      note: 'one that does not lie where it would count',
    },
  ],

  *check({ content, version }, context) {
    const { path, deployment } = context;
    const { python } = deployment;
    const asked = version && `${version.major}.${version.minor}`;
    const differs = asked !== undefined && asked !== python.version;
    yield {
      span: content ?? { start: 0, end: 0 },
      message: `Vercel does not read runtime.txt. This deployment runs Python ${python.version}${differs ? `, not ${asked}` : ''}.`,
      related: python.source && python.span ? [relatedSource(deployment)] : [],
      fixes: [
        ...pinInstead(context),
        { title: 'Delete runtime.txt', safety: 'unsafe', files: [{ path, remove: true }] },
      ],
      tag: 'unnecessary',
    };
  },
});

function relatedSource({ python }: Deployment) {
  return {
    path: python.source ?? '',
    span: python.span ?? { start: 0, end: 0 },
    message: 'The version is read from here.',
  };
}

/** Offered only where nothing chooses a version: it also changes the Python that local tools take. */
function pinInstead({ path, project, deployment }: RuleContext): Fix[] {
  if (deployment.python.source !== null) return [];
  const { version } = deployment.python;
  const pin = { path: pinPath(project, deployment), create: `${version}\n` };
  return [
    { title: `Replace it by .python-version with ${version}`, safety: 'unsafe', files: [pin, { path, remove: true }] },
  ];
}

import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'pipfile-without-lock',
  area: 'python-version',
  subject: 'Pipfile',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: '`[requires]` of a Pipfile without Pipfile.lock selects no Python.',
  why: 'The builder reads the version from Pipfile.lock only, so the default runs.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    { files: '-- app.py\napp = 1\n-- Pipfile\n[packages]\nflask = "*"\n\n[requires]\npython_version = "«3.13»"\n' },
    { files: '-- app.py\napp = 1\n-- Pipfile\n[packages]\nflask = "*"\n\n[requires]\npython_version = "«3.11»"\n' },
    {
      files:
        '-- app.py\napp = 1\n-- .python-version\n3.13\n-- Pipfile\n[packages]\nflask = "*"\n\n[requires]\npython_version = "3.13"\n',
    },
    {
      files: '-- app.py\napp = 1\n-- Pipfile\n[packages]\nflask = "*"\n\n[requires]\npython_version = "3.12"\n',
      note: 'what runs anyway',
    },
    {
      files: '-- app.py\napp = 1\n-- Pipfile\n[packages]\nflask = "*"\n\n[requires]\npython_version = "3.1"\n',
      note: 'half typed',
    },
  ],

  *check({ pythonVersion }, { path, deployment }) {
    const { python, install } = deployment;
    if (!pythonVersion || install.source !== path || python.source !== null) return;
    const { value, span } = pythonVersion;
    if (!/^\d\.\d+$/.test(value) || value === '3.1' || value === python.version) return;
    yield {
      span,
      message: `Vercel reads this from Pipfile.lock only, and runs ${python.version}, not ${value}. Run pipenv lock.`,
    };
  },
});

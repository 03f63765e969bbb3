import { defineRule } from '../rule.ts';
import { changeVersion } from './changeVersion.ts';

export default defineRule({
  name: 'python-version-discontinued',
  area: 'python-version',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'The project asks for a Python that Vercel has discontinued.',
  why: 'The build stops: the version is discontinued and must be upgraded.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«3.6»\n',
      fixed: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.12\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«==3.6.*»"\n',
      fixed:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12"\n',
    },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.12.6\n' },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.6"\n',
    },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.\n', note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const { source, span, outcome, requested, version } = deployment.python;
    if (outcome !== 'discontinued' || source === null || !span) return;
    yield {
      path: source,
      span,
      message: `Vercel has discontinued Python ${requested}, so the build stops. Ask for ${version} or newer.`,
      fixes: changeVersion(project, deployment),
    };
  },
});

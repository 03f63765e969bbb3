import { installedPythons } from '../../facts/pythonVersions.ts';
import { defineRule } from '../rule.ts';
import { changeVersion } from './changeVersion.ts';

export default defineRule({
  name: 'python-version-not-available',
  area: 'python-version',
  subject: 'project',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'The project asks for a Python version that Vercel does not have.',
  why: 'Python 3.9, 3.10 and 3.11 are known to the builder but not installed any more. It warns "is not installed and will be ignored", takes 3.12, and uv, which reads the same file, may then fail with "No interpreter found".',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- .python-version\n«3.11»\n-- main.py\napp = 1\n',
      fixed: '-- vercel.json\n{}\n-- requirements.txt\nfastapi\n-- .python-version\n3.12\n-- main.py\napp = 1\n',
    },
    {
      files:
        '-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«==3.9.*»"\n-- main.py\napp = 1\n',
      fixed:
        '-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12"\n-- main.py\napp = 1\n',
    },
    { files: '-- requirements.txt\nflask\n-- .python-version\r\n«3.9.18»\r\n-- app.py\napp = 1\n' },
    { files: '-- requirements.txt\nflask\n-- .python-version\n3.12.4\n-- app.py\napp = 1\n' },
    {
      files: '-- pyproject.toml\n[project]\nname = "x"\nrequires-python = ">=3.9"\n-- main.py\napp = 1\n',
      note: 'a range that 3.12 fits',
    },
    { files: '-- requirements.txt\nflask\n-- .python-version\n3.1\n-- app.py\napp = 1\n', note: 'half typed' },
    { files: '-- requirements.txt\nflask\n-- .python-version\n\n-- app.py\napp = 1\n', note: 'nothing asked for' },
  ],

  *check(_document, { project, deployment }) {
    const { source, span, requested, outcome, version } = deployment.python;
    if (outcome !== 'not-installed' || source === null || span === undefined || requested === null) return;
    const available = [...installedPythons].reverse().join(', ');
    yield {
      path: source,
      span,
      message: `Vercel has no Python ${requested}, ignores this and runs ${version}. Choose one of ${available}.`,
      fixes: changeVersion(project, deployment),
    };
  },
});

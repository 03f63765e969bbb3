import { nameOf } from '../../project/paths.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { changeVersion, isBeingTyped, meantVersion } from './changeVersion.ts';

export default defineRule({
  name: 'python-version-unknown',
  area: 'python-version',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'The file asks for a Python that the builder does not know.',
  why: 'The builder warns, ignores the request and runs 3.12. uv reads the same file and may then fail.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«3.8»\n',
      fixed: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.12\n',
    },
    {
      files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«pypy3.10»\n',
      fixed: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.12\n',
    },
    {
      files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«3.13 # like locally»\n',
      fixed: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n# like locally\n3.13\n',
      note: 'a comment needs a line of its own',
    },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«3.13t»\n' },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.13\n' },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3.1\n', note: 'half typed' },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n3', note: 'half typed' },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.15"\n',
      note: 'another rule speaks of it',
    },
  ],

  *check(_document, { project, deployment }) {
    const { source, span, outcome, version } = deployment.python;
    if (outcome !== 'unknown' || source === null || !span || nameOf(source) === 'pyproject.toml') return;
    const all = project.files.source(source)?.text ?? '';
    const text = textAt(all, span);
    if (isBeingTyped(text) && !(text === '3' && all.includes('\n'))) return;
    const meant = meantVersion(text);
    const advice = meant === undefined ? 'Choose a version that it has.' : `Write ${meant}.`;
    yield {
      path: source,
      span,
      message: `Vercel knows no Python \`${text}\`, ignores this and runs ${version}. ${advice}`,
      fixes: changeVersion(project, deployment, meant),
    };
  },
});

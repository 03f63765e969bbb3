import { specifierAdmits } from '../../deployment/pythonVersion.ts';
import { installedPythons } from '../../facts/pythonVersions.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'python-version-range-jumps',
  area: 'python-version',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'An open range takes the newest Python, and the next one when it comes.',
  why: 'Where 3.12 does not fit, the builder takes the newest version that does. An open range so moves to the next Python on the day Vercel installs it.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«>=3.13»"\n',
      fixed:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.13,<3.15"\n',
    },
    {
      files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n«>3.12»\n',
      fixed: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n>3.12,<3.15\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.13,<3.15"\n',
    },
    { files: '-- requirements.txt\nflask\n-- app.py\napp = 1\n-- .python-version\n>=3.1\n', note: 'half typed' },
  ],

  *check(_document, { project, deployment }) {
    const { source, span, outcome, version } = deployment.python;
    if (outcome !== 'used' || source === null || !span || version !== installedPythons[0]) return;
    const text = textAt(project.files.source(source)?.text ?? '', span);
    const next = `3.${Number(version.slice(2)) + 1}`;
    if (!/^[>!=~]/.test(text) || text.includes('<') || !specifierAdmits(text, next)) return;
    const newText = `${text},<${next}`;
    yield {
      path: source,
      span,
      message: `\`${text}\` runs ${version} today and the next Python once Vercel has it. Bound it with <${next}.`,
      fixes: [
        { title: `Change to ${newText}`, safety: 'unsafe', files: [{ path: source, edits: [{ span, newText }] }] },
      ],
    };
  },
});

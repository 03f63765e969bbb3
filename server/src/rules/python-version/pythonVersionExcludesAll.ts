import { nameOf } from '../../project/paths.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { changeVersion } from './changeVersion.ts';

export default defineRule({
  name: 'python-version-excludes-all',
  area: 'python-version',
  subject: 'project',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`requires-python` fits no Python that Vercel has.',
  why: 'The builder warns, ignores the specifier and runs 3.12, and uv, which reads it too, may then find no interpreter.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«>=3.15»"\n',
      fixed:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«>3.14»"\n',
      fixed:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.14"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "==3.11.*"\n',
      note: 'known, but not installed: another rule speaks of it',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.1"\n',
      note: 'half typed',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "==3.1"\n',
      note: 'half typed',
    },
  ],

  *check(_document, { project, deployment }) {
    const { source, span, outcome, version } = deployment.python;
    if (outcome !== 'unknown' || source === null || !span || nameOf(source) !== 'pyproject.toml') return;
    const text = textAt(project.files.source(source)?.text ?? '', span);
    if (/^\S*?\s*3(?:\.1?)?$/.test(text)) return;
    yield {
      path: source,
      span,
      message: `No Python that Vercel has fits \`${text}\`, so it ignores this and runs ${version}. Widen the range.`,
      fixes: changeVersion(project, deployment),
    };
  },
});

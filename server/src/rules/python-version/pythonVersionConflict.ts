import { specifierAdmits } from '../../deployment/pythonVersion.ts';
import { documentAt } from '../../project/files.ts';
import { nameOf } from '../../project/paths.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'python-version-conflict',
  area: 'python-version',
  subject: 'project',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: '`.python-version` contradicts `requires-python`.',
  why: '.python-version wins when Vercel chooses, and uv may then refuse the project, whose requires-python excludes that version.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files:
        '-- .python-version\n«3.12»\n-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.13"\n',
    },
    {
      files:
        '-- .python-version\n«3.14»\n-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "<3.14"\n',
    },
    {
      files:
        '-- .python-version\n3.13\n-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12"\n',
    },
    {
      files:
        '-- .python-version\n3.12\n-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "^3.13"\n',
      note: 'no specifier',
    },
    {
      files:
        '-- .python-version\n3.1\n-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.13"\n',
      note: 'half typed',
    },
  ],

  *check(_document, { project, deployment }) {
    const { source, span, outcome, version } = deployment.python;
    const manifest = deployment.install.source;
    if (outcome !== 'used' || source === null || !span || manifest === null || nameOf(source) !== '.python-version')
      return;
    const asked = documentAt(project.files, manifest, 'pyproject.toml')?.requiresPython;
    if (!asked || specifierAdmits(asked.value, version)) return;
    yield {
      path: source,
      span,
      message: `Vercel runs ${version} because of this, but \`requires-python\` is \`${asked.value}\`. Make them agree.`,
      related: [{ path: manifest, span: asked.span, message: 'This excludes it.' }],
    };
  },
});

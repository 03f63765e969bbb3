import { specifierAdmits } from '../../deployment/pythonVersion.ts';
import { asSpecifier } from '../../documents/poetry.ts';
import { setTomlValue } from '../../documents/tomlEdit.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'poetry-python-not-read',
  area: 'python-version',
  subject: 'pyproject.toml',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'Poetry’s `python` selects no Python.',
  why: 'The builder reads `requires-python` of `[project]` only, so the default runs.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\n\n[tool.poetry.dependencies]\npython = "«^3.13»"\n',
      fixed:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.13,<4"\n\n[tool.poetry.dependencies]\npython = "^3.13"\n',
    },
    { files: '-- main.py\napp = 1\n-- pyproject.toml\n[tool.poetry.dependencies]\npython = "«~3.13»"\n' },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.13"\n\n[tool.poetry.dependencies]\npython = "^3.13"\n',
    },
    {
      files:
        '-- .python-version\n3.13\n-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\n\n[tool.poetry.dependencies]\npython = "^3.13"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\n\n[tool.poetry.dependencies]\npython = "^3.1"\n',
      note: 'half typed',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\n\n[tool.poetry.dependencies]\npython = "^3.11"\n',
      note: 'the version that runs is one of those it means',
    },
  ],

  *check({ toml, project, requiresPython, poetryPython }, { path, deployment }) {
    const { python, install } = deployment;
    if (!poetryPython || requiresPython || python.source !== null || install.source !== path) return;
    const specifier = asSpecifier(poetryPython.value);
    if (!specifier || /\b3(?:\.1?)?$/.test(poetryPython.value) || specifierAdmits(specifier, python.version)) return;
    const edits = project ? setTomlValue(toml, ['project', 'requires-python'], specifier) : [];
    yield {
      span: poetryPython.span,
      message: `Vercel does not read Poetry's \`python\` and runs ${python.version}. Set \`requires-python\` in [project].`,
      fixes: edits.length > 0 ? [{ title: `Add requires-python = "${specifier}"`, safety: 'unsafe', edits }] : [],
    };
  },
});

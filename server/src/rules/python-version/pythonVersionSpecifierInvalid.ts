import { parseConstraint } from '../../deployment/pythonConstraint.ts';
import { specifierAdmits } from '../../deployment/pythonVersion.ts';
import { asSpecifier } from '../../documents/poetry.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'python-version-specifier-invalid',
  area: 'python-version',
  subject: 'pyproject.toml',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`requires-python` is no version specifier.',
  why: 'The builder passes over it and chooses as if nothing were asked. What uv, which reads the same file, makes of it was not executed.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-version',
  examples: [
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«^3.11»"\n',
      fixed:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.11,<4"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«3.12»"\n',
      fixed:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "==3.12.*"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«3.11»"\n',
    },
    {
      files: '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«*»"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.11,<4"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "==3.12.*"\n',
    },
    {
      files: '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "3.1"\n',
      note: 'half typed',
    },
    {
      files: '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">="\n',
      note: 'half typed',
    },
  ],

  *check({ requiresPython }, { path, deployment }) {
    if (!requiresPython || deployment.install.source !== path) return;
    const { value, span } = requiresPython;
    if (parseConstraint(value) || !isWhole(value)) return;
    const newText = meant(value);
    const keeps = newText !== undefined && specifierAdmits(newText, deployment.python.version);
    yield {
      span,
      message: `"${value}" is no version specifier, and Vercel passes it over. Write one such as >=${deployment.python.version}.`,
      fixes: keeps ? [{ title: `Change to ${newText}`, safety: 'safe', edits: [{ span, newText }] }] : [],
    };
  },
});

/** A version or a range in another tool's form; anything shorter may be about to become a specifier. */
function isWhole(text: string): boolean {
  return text === '*' || (/^[~^]?\d\.\d+(?:\.\d+)*(?:\.\*)?$/.test(text) && !/^[~^]?3\.1$/.test(text));
}

/** What it means, where it means one thing. A bare version means its minor version. */
function meant(text: string): string | undefined {
  if (/^\d\.\d+$/.test(text)) return `==${text}.*`;
  return /^[~^]/.test(text) ? asSpecifier(text) : undefined;
}

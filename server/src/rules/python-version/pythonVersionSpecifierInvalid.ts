import { parseConstraint } from '../../deployment/pythonConstraint.ts';
import { specifierAdmits } from '../../deployment/pythonVersion.ts';
import { asSpecifier } from '../../documents/poetry.ts';
import { installedPythons } from '../../facts/pythonVersions.ts';
import type { Span } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';

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
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "«>=3.12 <3.15»"\n',
      fixed:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12,<3.15"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.11,<4"\n',
    },
    {
      files:
        '-- main.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.12,"\n',
      note: 'half typed',
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
    const { version } = deployment.python;
    const isMet = newText !== undefined && installedPythons.some((one) => specifierAdmits(newText, one));
    yield {
      span,
      message: `\`${value}\` is no version specifier, and Vercel passes it over. Write ${isMet ? newText : `one such as >=${version}`}.`,
      fixes: isMet ? changes(span, newText, specifierAdmits(newText, version)) : [],
    };
  },
});

/** Safe where the version that runs stays what it is. */
function changes(span: Span, newText: string, keeps: boolean): Fix[] {
  return [{ title: `Change to ${newText}`, safety: keeps ? 'safe' : 'unsafe', edits: [{ span, newText }] }];
}

/** A version or a range in another tool's form; anything shorter may be about to become a specifier. */
function isWhole(text: string): boolean {
  const [last = ''] = /\d[\d.*]*$/.exec(text) ?? [];
  if (text === '*' || /^3(?:\.1?)?$/.test(last)) return text === '*';
  return whole.test(text) || (others.test(text) && last !== '');
}

const whole = /^[~^]?\d\.\d+(?:\.\d+)*(?:\.\*)?$/;
/** `=3.13`, `python>=3.13`, `>=3.12 <3.14` and `^3.12 || ^3.13`. */
const others = /^(?:=\d|python\s*[<>=~!^]|[<>=~!^].*\d\s+[<>=~!]|.*\d\s*\|\|?\s*[\^~<>=\d])/i;

/** What it means, where it means one thing. A bare version means its minor version. */
function meant(text: string): string | undefined {
  const bare = text.replace(/^=/, '');
  if (/^\d\.\d+$/.test(bare)) return `==${bare}.*`;
  const named = /^python\s*(.*\d)$/i.exec(text)?.[1];
  const separate = (named ?? text).replace(/(\d)\s+(?=[<>=~!])/g, '$1,');
  if (separate !== text && parseConstraint(separate)) return separate;
  return /^[~^]/.test(text) ? asSpecifier(text) : undefined;
}

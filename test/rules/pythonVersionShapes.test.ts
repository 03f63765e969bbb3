import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { problemsIn } from '../support/check.ts';

const ours = rules.filter(({ area }) => area === 'python-version');
const speakers = async (files: string) =>
  (await problemsIn(`-- app.py\napp = 1\n${files}`, ours)).map(({ rule, severity }) => `${severity} ${rule.name}`);

const none: readonly string[] = [];
const unknown = ['error python-version-unknown'];
const missing = ['error python-version-not-available'];
const unreadable = ['error python-version-file-unreadable'];
const stopped = ['error python-version-discontinued'];
const patch = ['info python-version-patch-ignored'];
const jumps = ['warning python-version-range-jumps'];
const excluded = ['error python-version-excludes-all'];
const wrong = ['error python-version-specifier-invalid'];

describe('one rule speaks of a `.python-version`', () => {
  it.each([
    ['3', none],
    ['3\n', unknown],
    ['3.', none],
    ['3.1', none],
    ['3.1\n', none],
    ['3.12', none],
    ['3.12.4\n', patch],
    ['v3.12\n', none],
    ['cpython-3.13\n', none],
    ['3.11\n3.13\n', none],
    ['3.11\n', missing],
    ['3.9.18\n', missing],
    ['3.8\n', unknown],
    ['3.15\n', unknown],
    ['3.12.x\n', unknown],
    ['pypy3.10\n', unknown],
    ['3.13t\n', unknown],
    ['3.6\n', stopped],
    ['latest\n', unreadable],
    ['# none\n', unreadable],
    ['>', none],
    ['>=', none],
    ['>=3', none],
    ['>=3.1', none],
    ['>=3.12', none],
    ['>=3.13', jumps],
  ] as const)('%j', async (text, expected) => {
    expect(await speakers(`-- requirements.txt\nflask\n-- .python-version\n${text}`)).toEqual(expected);
  });
});

describe('one rule speaks of a `requires-python`', () => {
  it.each([
    ['>=3.12', none],
    ['>=3.9', none],
    ['>=3.13', jumps],
    ['>3.12', jumps],
    ['!=3.12', jumps],
    ['>=3.13,<3.15', none],
    ['==3.12.4', none],
    ['>=3.15', excluded],
    ['~=3.11', missing],
    ['==3.6.*', stopped],
    ['^3.11', wrong],
    ['3.11', wrong],
    ['*', wrong],
    ['>=3.1', none],
  ] as const)('%j', async (text, expected) => {
    const found = await speakers(
      `-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "${text}"\n`,
    );
    expect(found.sort()).toEqual(expected);
  });
});

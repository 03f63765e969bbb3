import { describe, expect, it } from 'vitest';
import { parseExample } from '../../server/src/rules/example.ts';
import { rules } from '../../server/src/rules/index.ts';
import { deploymentOf } from '../deployment/deploymentOf.ts';
import { problemsIn, withChanges } from '../support/check.ts';

/**
 * What is written where a version is asked for, the Python that runs then, and what all rules of the area together say.
 * Held against platform.md C.2 and F10 to F15.
 */
interface Row {
  readonly text: string;
  readonly runs: string;
  /** Severity and rule; absent where nothing is said. */
  readonly says?: string;
  readonly message?: string;
  /** What stands in the place of `text` after the first fix; absent where there is none. */
  readonly fixed?: string;
}

const ours = rules.filter(({ area }) => area === 'python-version');

/** Checks that a project says what the row says; `made` puts a text into the project. */
async function verify(row: Row, path: string, made: (text: string) => string): Promise<void> {
  const { files } = parseExample(made(row.text));
  const { python } = await deploymentOf(Object.fromEntries([...files].map(([name, { text }]) => [name, text])));
  expect(python.version).toBe(row.runs);
  const problems = await problemsIn(made(row.text), ours);
  expect(problems.map(({ severity, rule }) => `${severity} ${rule.name}`)).toEqual(row.says ? [row.says] : []);
  expect(problems[0]?.message).toBe(row.message);
  const fix = problems[0]?.fixes[0];
  const after = fix && withChanges(files, fix.changes).get(path)?.text;
  expect(after).toBe(row.fixed === undefined ? undefined : parseExample(made(row.fixed)).files.get(path)?.text);
}

const titled = (rows: readonly Row[]) => rows.map((row) => [JSON.stringify(row.text), row] as const);

const versionFile: readonly Row[] = [
  { text: '3', runs: '3.12' },
  {
    text: '3\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `3`, ignores this and runs 3.12. Choose a version that it has.',
    fixed: '3.12\n',
  },
  { text: '3.', runs: '3.12' },
  { text: '3.1', runs: '3.12' },
  { text: '3.1\n', runs: '3.12' },
  { text: '3.12', runs: '3.12' },
  {
    text: '3.12.4\n',
    runs: '3.12',
    says: 'info python-version-patch-ignored',
    message: 'Vercel chooses by 3.12 only: the patch number selects nothing. Expect any release of 3.12.',
  },
  { text: 'v3.12\n', runs: '3.12' },
  { text: 'cpython-3.13\n', runs: '3.13' },
  { text: '3.11\n3.13\n', runs: '3.13' },
  {
    text: '3.11\n',
    runs: '3.12',
    says: 'error python-version-not-available',
    message: 'Vercel has no Python 3.11, ignores this and runs 3.12. Choose one of 3.12, 3.13, 3.14.',
    fixed: '3.12\n',
  },
  {
    text: '3.9.18\n',
    runs: '3.12',
    says: 'error python-version-not-available',
    message: 'Vercel has no Python 3.9, ignores this and runs 3.12. Choose one of 3.12, 3.13, 3.14.',
    fixed: '3.12\n',
  },
  {
    text: '3.8\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `3.8`, ignores this and runs 3.12. Choose a version that it has.',
    fixed: '3.12\n',
  },
  {
    text: '3.15\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `3.15`, ignores this and runs 3.12. Choose a version that it has.',
    fixed: '3.12\n',
  },
  {
    text: '3.12.x\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `3.12.x`, ignores this and runs 3.12. Write 3.12.',
    fixed: '3.12\n',
  },
  {
    text: 'pypy3.10\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `pypy3.10`, ignores this and runs 3.12. Choose a version that it has.',
    fixed: '3.12\n',
  },
  {
    text: '3.13t\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `3.13t`, ignores this and runs 3.12. Write 3.13.',
    fixed: '3.13\n',
  },
  {
    text: '3.6\n',
    runs: '3.12',
    says: 'error python-version-discontinued',
    message: 'Vercel has discontinued Python 3.6, so the build stops. Ask for 3.12 or newer.',
    fixed: '3.12\n',
  },
  {
    text: 'latest\n',
    runs: '3.12',
    says: 'error python-version-file-unreadable',
    message: 'This names no Python version, so the build stops. Write one, such as 3.12.',
    fixed: '3.12\n',
  },
  {
    text: '# none\n',
    runs: '3.12',
    says: 'error python-version-file-unreadable',
    message: 'This names no Python version, so the build stops. Write one, such as 3.12.',
    fixed: '3.12\n# none\n',
  },
  { text: '>', runs: '3.12' },
  { text: '>=', runs: '3.12' },
  { text: '>=3', runs: '3.12' },
  { text: '>=3.1', runs: '3.12' },
  { text: '>=3.12', runs: '3.12' },
  {
    text: '>=3.13',
    runs: '3.14',
    says: 'warning python-version-range-jumps',
    message: '`>=3.13` runs 3.14 today and the next Python once Vercel has it. Bound it with <3.15.',
    fixed: '>=3.13,<3.15',
  },
  {
    text: '3.13 # comment\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `3.13 # comment`, ignores this and runs 3.12. Write 3.13.',
    fixed: '# comment\n3.13\n',
  },
  {
    text: '==3.13.*\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `==3.13.*`, ignores this and runs 3.12. Write 3.13.',
    fixed: '3.13\n',
  },
  {
    text: '3.13-dev\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `3.13-dev`, ignores this and runs 3.12. Write 3.13.',
    fixed: '3.13\n',
  },
  { text: 'cpython-3.13.1-linux-x86_64-gnu\n', runs: '3.13' },
  {
    text: 'cpython-3.13-macos\n',
    runs: '3.12',
    says: 'error python-version-unknown',
    message: 'Vercel knows no Python `cpython-3.13-macos`, ignores this and runs 3.12. Write 3.13.',
    fixed: '3.13\n',
  },
  { text: '313\n', runs: '3.13' },
  { text: '3.13.0rc1\n', runs: '3.13' },
  { text: 'default\n', runs: '3.12' },
  {
    text: '^3.13\n',
    runs: '3.12',
    says: 'error python-version-file-unreadable',
    message: 'This names no Python version, so the build stops. Write one, such as 3.13.',
    fixed: '3.13\n',
  },
  {
    text: '3,13\n',
    runs: '3.12',
    says: 'error python-version-file-unreadable',
    message: 'This names no Python version, so the build stops. Write one, such as 3.13.',
    fixed: '3.13\n',
  },
  {
    text: './venv\n',
    runs: '3.12',
    says: 'error python-version-file-unreadable',
    message: 'This names no Python version, so the build stops. Write one, such as 3.12.',
    fixed: '3.12\n',
  },
  { text: '3.13\n3.12\n', runs: '3.12' },
  {
    text: '3.9\n3.10\n',
    runs: '3.12',
    says: 'error python-version-not-available',
    message: 'Vercel has no Python 3.10, ignores this and runs 3.12. Choose one of 3.12, 3.13, 3.14.',
    fixed: '3.9\n3.12\n',
  },
  { text: '3.6\n3.13\n', runs: '3.13' },
];

const specifier: readonly Row[] = [
  { text: '>=3.12', runs: '3.12' },
  { text: '>=3.9', runs: '3.12' },
  {
    text: '>=3.13',
    runs: '3.14',
    says: 'warning python-version-range-jumps',
    message: '`>=3.13` runs 3.14 today and the next Python once Vercel has it. Bound it with <3.15.',
    fixed: '>=3.13,<3.15',
  },
  {
    text: '>3.12',
    runs: '3.14',
    says: 'warning python-version-range-jumps',
    message: '`>3.12` runs 3.14 today and the next Python once Vercel has it. Bound it with <3.15.',
    fixed: '>3.12,<3.15',
  },
  {
    text: '!=3.12',
    runs: '3.14',
    says: 'warning python-version-range-jumps',
    message: '`!=3.12` runs 3.14 today and the next Python once Vercel has it. Bound it with <3.15.',
    fixed: '!=3.12,<3.15',
  },
  { text: '>=3.13,<3.15', runs: '3.14' },
  { text: '==3.12.4', runs: '3.12' },
  {
    text: '>=3.15',
    runs: '3.12',
    says: 'error python-version-excludes-all',
    message: 'No Python that Vercel has fits `>=3.15`, so it ignores this and runs 3.12. Widen the range.',
    fixed: '>=3.12',
  },
  {
    text: '~=3.11',
    runs: '3.12',
    says: 'error python-version-not-available',
    message: 'Vercel has no Python 3.11, ignores this and runs 3.12. Choose one of 3.12, 3.13, 3.14.',
    fixed: '>=3.12',
  },
  {
    text: '==3.6.*',
    runs: '3.12',
    says: 'error python-version-discontinued',
    message: 'Vercel has discontinued Python 3.6, so the build stops. Ask for 3.12 or newer.',
    fixed: '>=3.12',
  },
  {
    text: '^3.11',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`^3.11` is no version specifier, and Vercel passes it over. Write >=3.11,<4.',
    fixed: '>=3.11,<4',
  },
  {
    text: '3.11',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`3.11` is no version specifier, and Vercel passes it over. Write one such as >=3.12.',
  },
  {
    text: '*',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`*` is no version specifier, and Vercel passes it over. Write one such as >=3.12.',
  },
  { text: '>=3.1', runs: '3.12' },
  { text: '~=3.13', runs: '3.13' },
  {
    text: '~=3.6',
    runs: '3.12',
    says: 'error python-version-discontinued',
    message: 'Vercel has discontinued Python 3.6, so the build stops. Ask for 3.12 or newer.',
    fixed: '>=3.12',
  },
  {
    text: '>=3.13.7',
    runs: '3.14',
    says: 'warning python-version-range-jumps',
    message: '`>=3.13.7` runs 3.14 today and the next Python once Vercel has it. Bound it with <3.15.',
    fixed: '>=3.13.7,<3.15',
  },
  {
    text: '!=3.12.*',
    runs: '3.14',
    says: 'warning python-version-range-jumps',
    message: '`!=3.12.*` runs 3.14 today and the next Python once Vercel has it. Bound it with <3.15.',
    fixed: '!=3.12.*,<3.15',
  },
  { text: '>3.12.5', runs: '3.12' },
  { text: '>=3.13,', runs: '3.12' },
  {
    text: '>=3.12 <3.15',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`>=3.12 <3.15` is no version specifier, and Vercel passes it over. Write >=3.12,<3.15.',
    fixed: '>=3.12,<3.15',
  },
  {
    text: '>=3.13 <3.15',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`>=3.13 <3.15` is no version specifier, and Vercel passes it over. Write >=3.13,<3.15.',
    fixed: '>=3.13,<3.15',
  },
  {
    text: '>=3.12 || >=3.13',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`>=3.12 || >=3.13` is no version specifier, and Vercel passes it over. Write one such as >=3.12.',
  },
  {
    text: '=3.13',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`=3.13` is no version specifier, and Vercel passes it over. Write ==3.13.*.',
    fixed: '==3.13.*',
  },
  {
    text: '=3.12',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`=3.12` is no version specifier, and Vercel passes it over. Write ==3.12.*.',
    fixed: '==3.12.*',
  },
  {
    text: 'python>=3.13',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`python>=3.13` is no version specifier, and Vercel passes it over. Write >=3.13.',
    fixed: '>=3.13',
  },
  {
    text: 'python >=3.12',
    runs: '3.12',
    says: 'error python-version-specifier-invalid',
    message: '`python >=3.12` is no version specifier, and Vercel passes it over. Write >=3.12.',
    fixed: '>=3.12',
  },
  { text: '', runs: '3.12' },
];

const lock: readonly Row[] = [
  { text: '3.12', runs: '3.12' },
  { text: '3', runs: '3.12' },
  { text: '3.12.4', runs: '3.12' },
  {
    text: '>=3.13',
    runs: '3.12',
    says: 'info python-version-unspecified',
    message: 'Nothing pins the Python version: Vercel runs its default, 3.12. Pin it in .python-version.',
  },
  {
    text: '*',
    runs: '3.12',
    says: 'info python-version-unspecified',
    message: 'Nothing pins the Python version: Vercel runs its default, 3.12. Pin it in .python-version.',
  },
  {
    text: '3.11',
    runs: '3.12',
    says: 'error python-version-not-available',
    message: 'Vercel has no Python 3.11, ignores this and runs 3.12. Choose one of 3.12, 3.13, 3.14.',
  },
  {
    text: '3.6',
    runs: '3.12',
    says: 'error python-version-discontinued',
    message: 'Vercel has discontinued Python 3.6, so the build stops. Ask for 3.12 or newer.',
  },
];

const bare: readonly Row[] = [
  { text: '3.13\n', runs: '3.13' },
  {
    text: '3.11\n',
    runs: '3.12',
    says: 'error python-version-not-available',
    message: 'Vercel has no Python 3.11, ignores this and runs 3.12. Choose one of 3.12, 3.13, 3.14.',
    fixed: '3.12\n',
  },
];

describe('one rule speaks of a `.python-version`', () => {
  it.each(titled(versionFile))('%s', async (_title, row) => {
    await verify(
      row,
      '.python-version',
      (text) => `-- app.py\napp = 1\n-- requirements.txt\nflask\n-- .python-version\n${text}`,
    );
  });
});

describe('one rule speaks of a `requires-python`', () => {
  it.each(titled(specifier))('%s', async (_title, row) => {
    const made = (text: string) =>
      `-- app.py\napp = 1\n-- pyproject.toml\n[project]\nname = "x"\nversion = "1"\nrequires-python = "${text}"\n`;
    await verify(row, 'pyproject.toml', made);
  });
});

describe('one rule speaks of a `Pipfile.lock`, which no fix changes', () => {
  it.each(titled(lock))('%s', async (_title, row) => {
    const made = (text: string) =>
      `-- app.py\napp = 1\n-- Pipfile.lock\n{"_meta": {"requires": {"python_version": "${text}"}}, "default": {}, "develop": {}}\n`;
    await verify({ ...row, ...(row.says?.includes('unspecified') ? { fixed: row.text } : {}) }, 'Pipfile.lock', made);
  });
});

describe('without a manifest, one rule speaks of the `.python-version` beside the entrypoint', () => {
  it.each(titled(bare))('%s', async (_title, row) => {
    const made = (text: string) =>
      `-- api/.python-version\n${text}-- vercel.json\n{ "framework": null }\n-- api/index.py\napp = 1\n`;
    await verify(row, 'api/.python-version', made);
  });
});

describe('what asks for a Python in a manifest that does not count', () => {
  const poetry = '[project]\nname = "x"\nversion = "1"\n\n[tool.poetry.dependencies]\npython = "^3.13"\n';
  const pipfile = '[packages]\nflask = "*"\n\n[requires]\npython_version = "3.13"\n';
  const found = async (files: string) =>
    (await problemsIn(`-- app.py\napp = 1\n${files}`, ours)).map(({ rule, path }) => `${rule.name} ${path}`);

  it('is passed over', async () => {
    expect(await found(`-- pyproject.toml\n${poetry}`)).toContain('poetry-python-not-read pyproject.toml');
    expect(await found(`-- requirements.txt\nflask\n-- tools/pyproject.toml\n${poetry}`)).not.toContain(
      'poetry-python-not-read tools/pyproject.toml',
    );
    expect(await found(`-- Pipfile\n${pipfile}`)).toContain('pipfile-without-lock Pipfile');
    expect(await found(`-- requirements.txt\nflask\n-- tools/Pipfile\n${pipfile}`)).not.toContain(
      'pipfile-without-lock tools/Pipfile',
    );
  });

  it('is passed over where .python-version chooses already', async () => {
    expect(await found(`-- .python-version\n3.12\n-- Pipfile\n${pipfile}`)).not.toContain(
      'pipfile-without-lock Pipfile',
    );
  });
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'requirements-unreadable',
  role: 'cause',
  phase: 'build',
  title: 'Vercel cannot read `requirements.txt`.',
  literals: ['could not parse requirements.txt'],
  pattern: /could not parse requirements\.txt(?:: (?<reason>.*))?/,
  today: ({ reason = '' }) =>
    reason.startsWith('Failed to parse requirements file. Line')
      ? 'Builders of February 2026 refused markers at the end of a line (`; sys_platform != "win32"`) that pip and the builder of today take: deploy again.'
      : '',
  causes: [
    {
      cause: "The file is saved as UTF-16 or with a byte order mark, as PowerShell's `pip freeze >` writes it.",
      advice: 'Save it again as UTF-8 without a byte order mark.',
      rules: ['requirements-encoding'],
      when: ({ values, project }) =>
        hasMark(values.reason) ||
        (isNamed(values.reason) ? false : project?.reports('requirements-encoding') || undefined),
      decides: 'whether the error names `\\ufeff`',
    },
    {
      cause:
        "It includes another file with `-r` or `-c`. Vercel's reader opens no included file, even one that is there.",
      advice: 'Write the requirements into the one file, or move to `pyproject.toml`.',
      rules: ['requirements-include'],
      when: ({ values, project }) =>
        isInclude(values.reason) ||
        (isNamed(values.reason) ? false : project?.reports('requirements-include') || undefined),
      decides: 'whether the error speaks of an included file',
    },
    {
      cause:
        "A line is valid for pip and not for Vercel's own, stricter reader. The error names the line, or its position.",
      advice:
        'Mend that line: quote marker values, put blanks around `;`, and take off a trailing comma or semicolon and `--config-settings`. Variables are not filled in.',
    },
  ],
  noise: ['builds-beside-settings', 'uv-falls-back-to-pip', 'dependency-install-failed', 'command-failed'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «could not parse requirements.txt: Error parsing included file in `/vercel/path0/requirements.txt` at position 0»\n',
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
-r base.txt
-- base.txt
fastapi
`,
      says: '-r',
      blames: 'requirements.txt',
    },
    {
      log: "Error: «could not parse requirements.txt: Unexpected '\\ufeff', expected '-c', '-e', '-r' or the start of a requirement at /vercel/path0/requirements.txt:1:1»\n",
      says: 'byte order mark',
    },
    {
      log: "Error: «could not parse requirements.txt: Couldn't parse requirement in `/vercel/path0/requirements.txt` at position 12»\n",
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi===
`,
      says: 'stricter reader',
    },
    {
      log: 'Error: «could not parse requirements.txt: Failed to parse requirements file. Line 7, col 60: expected end of input, "\\n", "#", or "or"»\n',
      says: 'stricter reader',
    },
    {
      log: 'could not parse the requirements\n',
    },
  ],
});

const hasMark = (reason = '') => /\\ufeff|\ufeff/.test(reason);
const isInclude = (reason = '') => reason.includes('included file');

/** Whether the reader says itself what it cannot read. */
const isNamed = (reason = '') =>
  hasMark(reason) ||
  isInclude(reason) ||
  reason.includes("Couldn't parse requirement") ||
  /Line \d+, col \d+/.test(reason);

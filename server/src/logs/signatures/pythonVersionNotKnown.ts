import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-version-not-known',
  role: 'warning',
  phase: 'build',
  title: '`{version}` in `{file}` is no Python version that Vercel knows.',
  literals: ['is invalid and will be ignored'],
  pattern: /Python version "(?<version>[^"]+)" detected in (?<file>\S+) is invalid and will be ignored/,
  causes: [
    {
      cause: 'Vercel ignores the request and runs its default; the line below says which.',
      advice: 'Ask for 3.12, 3.13 or 3.14, as two numbers with a dot between them.',
      rules: ['python-version-unknown', 'python-version-patch-ignored'],
    },
  ],
  source: 'Read in @vercel/python 2.3.4 to 25.0.0, executed.',
  examples: [
    {
      log: 'Warning: «Python version "3.8" detected in .python-version is invalid and will be ignored». https://vercel.link/python-version\n',
      files: `-- .python-version
3.8
-- api/index.py
from flask import Flask

app = Flask(__name__)
-- requirements.txt
flask
`,
    },
    {
      log: 'The value is invalid and will be ignored\n',
    },
  ],
});

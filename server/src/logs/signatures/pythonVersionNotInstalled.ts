import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-version-not-installed',
  role: 'warning',
  phase: 'build',
  title: 'Python {version} is asked for in `{file}`, and Vercel does not have it.',
  literals: ['is not installed and will be ignored'],
  pattern: /Python version "(?<version>[^"]+)" detected in (?<file>\S+) is not installed and will be ignored/,
  builder: { from: '5.0.6' },
  causes: [
    {
      cause:
        'Vercel ignores the request and runs its default instead; the line below says which. Since 2026 that is 3.12, with 3.13 and 3.14 to choose from.',
      advice: 'Ask for 3.12, 3.13 or 3.14 in `.python-version`. 3.9, 3.10 and 3.11 cannot be had any more.',
      rules: ['python-version-not-available', 'python-version-excludes-all'],
    },
  ],
  explains: ['python-interpreter-missing'],
  source: 'Read in @vercel/python 5.0.6 to 25.0.0, executed.',
  examples: [
    {
      log: 'Warning: «Python version "3.11" detected in backend/.python-version is not installed and will be ignored». https://vercel.link/python-version\n',
    },
    {
      log: `Warning: «Python version "3.9" detected in .python-version is not installed and will be ignored». http://vercel.link/python-version
Using python version: 3.12
`,
      files: `-- .python-version
3.9
-- api/index.py
from flask import Flask

app = Flask(__name__)
-- requirements.txt
flask
`,
      blames: '.python-version',
    },
    {
      log: 'Python version "3.11" is installed\n',
    },
  ],
});

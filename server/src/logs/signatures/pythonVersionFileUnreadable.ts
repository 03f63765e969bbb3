import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-version-file-unreadable',
  role: 'cause',
  phase: 'build',
  title: '`.python-version` holds no Python version.',
  literals: ['could not parse .python-version file'],
  pattern: /could not parse \.python-version file(?:: (?<reason>.*))?/,
  causes: [
    {
      cause:
        'The builder stops at a file that is empty or holds a word such as `latest`, `system` or the name of an environment.',
      advice: 'Write one line with 3.12, 3.13 or 3.14, or delete the file.',
      rules: ['python-version-file-unreadable'],
    },
  ],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «could not parse .python-version file: no valid Python version requests found»\n',
      files: `-- .python-version
venv
-- api/index.py
from flask import Flask

app = Flask(__name__)
-- requirements.txt
flask
`,
      blames: '.python-version',
    },
    {
      log: 'could not parse the version\n',
    },
  ],
});

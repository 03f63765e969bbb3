import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-version-unspecified',
  role: 'decoy',
  phase: 'build',
  title: 'Nothing that Vercel reads asks for a Python version, so it chose {version}.',
  literals: ['No Python version specified in'],
  pattern: /No Python version specified in .*?(?:Using (?:latest installed|python) version: (?<version>3\.\d+))/,
  builder: { from: '5.0.8' },
  causes: [
    {
      cause: '`runtime.txt`, `PYTHON_VERSION` and `runtime` in `builds` are never read. This line alone is no failure.',
      advice: 'If the version matters, write 3.12, 3.13 or 3.14 into `.python-version`.',
      rules: [
        'runtime-txt-not-read',
        'builds-config-runtime-not-read',
        'python-version-env-not-read',
        'python-version-unspecified',
        'poetry-python-not-read',
        'pipfile-without-lock',
      ],
    },
  ],
  source: 'Read in @vercel/python 5.0.8 to 25.0.0, executed.',
  examples: [
    {
      log: '«No Python version specified in pyproject.toml or Pipfile.lock. Using latest installed version: 3.12»\n',
    },
    {
      log: '«No Python version specified in .python-version, pyproject.toml, or Pipfile.lock. Using python version: 3.12»\n',
      files: `-- runtime.txt
python-3.9.18
-- api/index.py
from flask import Flask

app = Flask(__name__)
-- requirements.txt
flask
`,
      blames: 'runtime.txt',
    },
    {
      log: 'No Python version specified in the image\n',
    },
  ],
});

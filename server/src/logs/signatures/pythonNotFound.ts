import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-not-found',
  role: 'cause',
  phase: 'build',
  title: 'The builder finds no Python that it knows.',
  literals: ['Unable to find any supported Python versions'],
  pattern: /Unable to find any supported Python versions/,
  builder: { from: '4.1.1' },
  causes: [
    {
      cause: "A pinned old `@vercel/python` does not know the Python versions of today's build machine.",
      advice: 'Take the version off: `"use": "@vercel/python"` in `builds`, and no `runtime` in `functions`.',
      rules: ['builder-pinned'],
      decides: 'whether `vercel.json` pins `@vercel/python@…`',
    },
    {
      cause:
        'The image for the chosen Node.js version had no Python that the builder knew. That was common in March and April 2024.',
      advice: 'Deploy again with the current builder and the default Node.js version in the project settings.',
      decides: 'the Node.js version in the project settings',
    },
  ],
  noise: ['builds-beside-settings'],
  source: 'Read in @vercel/python 4.1.1 to 25.0.0; the causes are from public issues.',
  examples: [
    {
      log: `Error: «Unable to find any supported Python versions».
Learn More: http://vercel.link/python-version
`,
      files: `-- vercel.json
{ "builds": [{ "src": "api/index.py", "use": "@vercel/python@4.1.0" }] }
-- api/index.py
from flask import Flask

app = Flask(__name__)
-- requirements.txt
flask
`,
      says: 'pinned old',
      blames: 'vercel.json',
    },
    {
      log: 'Error: «Unable to find any supported Python versions».\n',
      says: 'pinned old',
    },
    {
      log: 'Unable to find any versions\n',
    },
  ],
});

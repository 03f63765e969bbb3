import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'install-skipped',
  role: 'warning',
  phase: 'build',
  title: 'The installation of dependencies is switched off.',
  literals: ['Skipping "install" command'],
  pattern: /Skipping "install" command/,
  builder: { from: '6.0.8' },
  causes: [
    {
      cause:
        '`installCommand` is an empty string in `vercel.json` or in the project settings, so nothing is installed and imports fail when the function runs.',
      advice: 'Delete `installCommand`; switch the override off in the project settings.',
      rules: ['install-command-empty'],
    },
  ],
  explains: ['module-missing'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: '«Skipping "install" command»...\n',
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
-- vercel.json
{ "installCommand": "" }
`,
      blames: 'vercel.json',
    },
    {
      log: 'Running "install" command: `true`...\n',
    },
  ],
});

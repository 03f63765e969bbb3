import { defineSignature } from '../signature.ts';
import { isFrom } from '../versions.ts';

export default defineSignature({
  name: 'install-skipped',
  role: 'warning',
  phase: 'build',
  title: 'The installation of dependencies is switched off.',
  literals: ['Skipping "install" command'],
  pattern: /Skipping "install" command/,
  builder: { from: '6.0.8' },
  where: ({ era }) => !isFrom(era.builder, '25.0.0'),
  causes: [
    {
      cause:
        '`installCommand` is an empty string in `vercel.json` or in the project settings. Builders of early 2026 then installed nothing, and imports failed when the function ran.',
      advice: 'Delete `installCommand`; switch the override off in the project settings.',
      rules: ['install-command-empty'],
    },
  ],
  explains: ['module-missing'],
  today: 'The builder of 25.0.0 prints the same line and installs the dependencies all the same.',
  source: 'Public issues of early 2026; the wording was read in @vercel/python 25.0.0, which was executed.',
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

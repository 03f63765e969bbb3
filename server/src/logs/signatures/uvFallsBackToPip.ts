import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'uv-falls-back-to-pip',
  role: 'decoy',
  phase: 'build',
  title: 'uv could not install the dependencies, and pip is tried next.',
  literals: ['falling back to pip'],
  pattern: /(?:Failed to run "[^"]*uv[^"]*"(?: pip[^"]*")?|Failed to install uv).*falling back to pip/,
  builder: { from: '5.0.5' },
  causes: [
    {
      cause:
        'The builder tries pip after uv. When pip fails too, both fail for the same reason, which is in the lines below.',
      advice: 'Read on: the line that begins with `ERROR:` names the requirement.',
    },
  ],
  source: 'Read in @vercel/python 5.0.5 to 25.0.0.',
  examples: [
    {
      log: '«Failed to run "/usr/local/bin/uv pip install --no-compile --no-cache-dir --target /vercel/path0/.vercel/python/_vendor --upgrade -r /vercel/path0/requirements.txt", falling back to pip»\n',
    },
    { log: 'Failed to run "uv lock": falling over\n' },
  ],
});

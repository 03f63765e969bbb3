import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'manifest-missing',
  role: 'warning',
  phase: 'build',
  title: 'Nothing is installed, because Vercel found no manifest.',
  literals: ['No Python manifest found'],
  pattern: /No Python manifest found; creating an empty pyproject\.toml/,
  builder: { from: '6.1.6' },
  causes: [
    {
      cause:
        'There is no `requirements.txt`, `pyproject.toml` or `Pipfile` between the entrypoint and the root folder. Every import of a package will fail when the function runs.',
      advice: 'Add `requirements.txt` in the root folder or beside the entrypoint.',
      rules: ['manifest-missing'],
    },
  ],
  explains: ['module-missing'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: '«No Python manifest found; creating an empty pyproject.toml» and uv.lock...\n',
    },
    {
      log: 'No Python manifest\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'pyproject-preferred',
  role: 'warning',
  phase: 'build',
  title: 'Vercel installs from `pyproject.toml` and does not read `requirements.txt`.',
  literals: ['Detected both pyproject.toml and requirements.txt'],
  pattern: /Detected both pyproject\.toml and requirements\.txt but no lockfile; using pyproject\.toml/,
  builder: { from: '5.0.6', to: '6.1.1' },
  today: 'Builders since 6.1.2 (2025-12-10) do the same and no longer say so.',
  causes: [
    {
      cause: 'Whatever only `requirements.txt` lists is not installed, and imports of it fail when the function runs.',
      advice: 'List the dependencies under `[project]` in `pyproject.toml`, or take that file out of the deployment.',
      rules: ['requirements-hidden-by-pyproject', 'pyproject-without-project'],
    },
  ],
  explains: ['module-missing'],
  source: 'Read in @vercel/python 5.0.6 to 6.1.1.',
  examples: [
    {
      log: '«Detected both pyproject.toml and requirements.txt but no lockfile; using pyproject.toml»\n',
    },
    {
      log: 'Detected requirements.txt\n',
    },
  ],
});

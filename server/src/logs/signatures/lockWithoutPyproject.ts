import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'lock-without-pyproject',
  role: 'cause',
  phase: 'build',
  title: '`{lock}` needs a `pyproject.toml` beside it.',
  literals: ['Expected "pyproject.toml" next to'],
  pattern: /Expected "pyproject\.toml" next to "(?<lock>[^"]+)" in "(?<folder>[^"]*)"/,
  causes: [
    {
      cause: 'A lock file says which versions, but not what the project is.',
      advice: 'Commit `pyproject.toml` beside `{lock}`, or take the lock file out of the deployment.',
      rules: ['lock-not-read'],
    },
  ],
  noise: ['builds-beside-settings', 'uv-falls-back-to-pip', 'dependency-install-failed', 'command-failed'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «Expected "pyproject.toml" next to "uv.lock" in "/vercel/path0"»\n',
    },
    {
      log: 'Expected "pyproject.toml"\n',
    },
  ],
});

import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'lock-out-of-date',
  role: 'cause',
  phase: 'build',
  title: '`uv.lock` is older than `pyproject.toml`.',
  literals: ['needs to be updated, but `--', 'needs to be updated, but --'],
  pattern: /The lockfile (?:at `?(?<file>[^\s`]+)`? )?needs to be updated, but `?--(?:locked|frozen)`? was provided/,
  causes: [
    {
      cause:
        '`pyproject.toml` was changed after the lock file was written, and Vercel installs from the lock without renewing it.',
      advice: 'Run `uv lock` in the project, commit `uv.lock`, and deploy again.',
      rules: ['lock-out-of-date'],
    },
  ],
  noise: [...installNoise, 'package-not-built'],
  source: "uv's own message (general knowledge); the flag is read in @vercel/python 25.0.0.",
  examples: [
    {
      log: 'error: «The lockfile at `uv.lock` needs to be updated, but `--locked` was provided». To update the lockfile, run `uv lock`.\n',
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- pyproject.toml
[project]
name = "orchard"
version = "1.0.0"
requires-python = ">=3.12"
dependencies = ["fastapi"]
-- uv.lock
version = 1
requires-python = ">=3.12"
`,
      blames: 'uv.lock',
    },
    {
      log: 'The lockfile needs to be updated some day\n',
    },
  ],
});

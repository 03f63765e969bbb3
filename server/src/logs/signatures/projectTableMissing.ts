import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'project-table-missing',
  role: 'cause',
  phase: 'build',
  title: '`pyproject.toml` has no `[project]` table, so nothing can be installed from it.',
  literals: ['project` table found', "project' table found", 'project table found'],
  // A copy out of Markdown may have lost the backticks.
  pattern: /No [`']?project[`']? table found in:? [`']?(?<file>[^\s`']+)[`']?/,
  causes: [
    {
      cause:
        'Vercel takes `pyproject.toml` as soon as there is one, even if it holds nothing but `[tool.poetry]`, `[tool.black]` or `[tool.ruff]`, and does not read `requirements.txt` beside it.',
      advice:
        'Add `[project]` with `name`, `version` and `dependencies`. If the file is for tools alone, move their settings elsewhere (`ruff.toml`) or name the file in `.vercelignore`.',
      rules: ['pyproject-without-project', 'requirements-hidden-by-pyproject'],
    },
  ],
  noise: ['builds-beside-settings', 'uv-falls-back-to-pip', 'dependency-install-failed', 'command-failed'],
  source: "uv's own message, met with @vercel/python since 2025-10; the choice of the file is executed.",
  examples: [
    {
      log: 'error: «No `project` table found in: `/vercel/path0/pyproject.toml`»\n',
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- pyproject.toml
[tool.ruff]
line-length = 100
-- requirements.txt
fastapi
`,
      blames: 'pyproject.toml',
    },
    {
      log: 'error: «No project table found in: /vercel/path0/tools/pyproject.toml»\n',
    },
    {
      log: 'There is no `project` here\n',
    },
  ],
});

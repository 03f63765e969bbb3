import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-requirement-unmet',
  role: 'cause',
  phase: 'build',
  title: 'The project requires Python {requires}, and the build runs {version}.',
  literals: ["incompatible with the project's Python requirement"],
  pattern:
    /resolved to Python (?<version>\d+\.\d+)[\w.]*, which is incompatible with the project's Python requirement: `?(?<requires>[^`\s]+(?: *, *[^`\s]+)*)`?/,
  causes: [
    {
      cause:
        '`.python-version` and `requires-python` of `pyproject.toml` contradict each other, or neither asks for a version that the other admits.',
      advice: 'Ask for the same version in both: 3.12, 3.13 or 3.14.',
      rules: ['python-version-conflict', 'python-version-excludes-all'],
    },
  ],
  noise: [...installNoise, 'package-not-built'],
  source: "uv's own message (general knowledge).",
  examples: [
    {
      log: "error: The Python request from `.python-version` «resolved to Python 3.12.11, which is incompatible with the project's Python requirement: `>=3.13`»\n",
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- .python-version
3.12
-- pyproject.toml
[project]
name = "orchard"
version = "1.0.0"
requires-python = ">=3.13"
dependencies = ["fastapi"]
`,
    },
    {
      log: "It is incompatible with the project's Python requirement\n",
    },
  ],
});

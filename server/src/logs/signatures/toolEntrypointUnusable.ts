import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'tool-entrypoint-unusable',
  role: 'cause',
  phase: 'build',
  title: '`entrypoint` under `[tool.vercel]` leads nowhere.',
  literals: [
    '"tool.vercel.entrypoint" in "',
    'does not declare a web app',
    'declares nothing to build',
    'entrypoint must sit at the service root',
  ],
  pattern:
    /"tool\.vercel\.entrypoint" in "(?<file>[^"]+)" (?:must be a string|is "(?<value>[^"]*)" but no matching module)|Entrypoint "(?:pyproject\.toml)" (?:declares nothing to build|does not declare a web app)|A "pyproject\.toml" entrypoint must sit at the service root/,
  builder: { from: '6.54.1' },
  causes: [
    {
      cause: 'The value has to be `module:variable` (`backend.main:app`), with a module that is a file of the project.',
      advice:
        'Write `entrypoint = "module:variable"`, with dots for folders and without `.py`. Or delete the line, so that Vercel looks for the application by itself.',
    },
  ],
  noise: ['builds-beside-settings'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «"tool.vercel.entrypoint" in "pyproject.toml" is "main.py" but no matching module» file was found. Use "module:object" format (e.g. "main:app") and ensure the module file exists, or remove the setting to use automatic entrypoint detection.\n',
      files: `-- pyproject.toml
[tool.vercel]
entrypoint = "main.py"
`,
      blames: 'pyproject.toml',
    },
    {
      log: 'Error: «"tool.vercel.entrypoint" in "pyproject.toml" must be a string» in "module:object" format (e.g. "main:app").\n',
    },
    {
      log: 'Read "tool.vercel.entrypoint" in "pyproject.toml".\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'project-script-missing',
  role: 'cause',
  phase: 'build',
  title: '`app` under `[project.scripts]` names a module that is not there.',
  literals: ['[project.scripts] defines app'],
  pattern: /\[project\.scripts\] defines app = "(?<value>[^"]*)" but (?<missing>\S+)/,
  causes: [
    {
      cause: 'Vercel takes `app = "{value}"` for the entrypoint and finds no such module.',
      advice: 'Correct the value to `package.module:variable` of a file in the project, or delete the line.',
    },
  ],
  noise: ['builds-beside-settings'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: pyproject.toml «[project.scripts] defines app = "backend.main:app" but backend/main.py» or backend/main/__init__.py was not found.\n',
    },
    {
      log: '[project.scripts] defines app.\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'configuration-invalid',
  role: 'cause',
  phase: 'build',
  title: '`{path}` is well formed, but a value in it has the wrong shape.',
  literals: ['Invalid config in "'],
  pattern: /Invalid config in "(?<path>[^"]+)"/,
  causes: [
    {
      cause:
        'The lines below the error name each value and what it should be (`project.dependencies: Expected array, received string`).',
      advice: 'Correct those values and deploy again.',
    },
  ],
  noise: ['builds-beside-settings', 'uv-falls-back-to-pip', 'dependency-install-failed', 'command-failed'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: `Error: «Invalid config in "pyproject.toml"»:
  - project.dependencies: Expected array, received string
`,
    },
    {
      log: 'Invalid config in the dashboard\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'pipfile-lock-unreadable',
  role: 'cause',
  phase: 'build',
  title: '`Pipfile.lock` cannot be read.',
  literals: ['Unable to parse Pipfile.lock', 'Failed to run "pipfile2req"'],
  pattern: /Unable to parse Pipfile\.lock|Failed to run "pipfile2req"/,
  builder: { to: '6.12.0' },
  today: 'Builders since 6.12 say "could not parse Pipfile.lock" for the same.',
  causes: [
    {
      cause: 'The file is no valid JSON, often after a merge.',
      advice: 'Run `pipenv lock` and commit the result.',
    },
  ],
  source: 'Read in @vercel/python 2.3.4 to 6.12.0.',
  examples: [
    {
      log: 'Error: «Unable to parse Pipfile.lock»\n',
    },
    {
      log: 'Pipfile.lock was parsed\n',
    },
  ],
});

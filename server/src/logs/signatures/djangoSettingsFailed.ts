import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'django-settings-failed',
  role: 'symptom',
  phase: 'build',
  title: 'Vercel runs `manage.py` at build time, and it failed.',
  literals: ['Failed to read Django application settings from', 'manage.py did not return any settings'],
  pattern: /Failed to read Django application settings from|manage\.py did not return any settings/,
  builder: { from: '6.30.1' },
  causes: [
    {
      cause:
        'The settings raise while they are imported. Most often they read an environment variable that is not set for builds.',
      advice:
        'Give that variable to the build in the project settings (Environment Variables), or read it with a default: `os.environ.get("NAME", "")`. The lines below the error are what Python said.',
      rules: ['env-required-at-import'],
    },
  ],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: `Error: «Failed to read Django application settings from» /vercel/path0/manage.py:
Traceback (most recent call last):
`,
    },
    {
      log: 'Django settings were read\n',
    },
  ],
});

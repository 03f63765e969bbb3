import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'configured-entrypoint-missing',
  role: 'cause',
  phase: 'build',
  title: 'The entrypoint `{file}` that is configured does not exist.',
  literals: ['Configured Python entrypoint "'],
  pattern: /Configured Python entrypoint "(?<file>[^"]+)" was not found/,
  builder: { from: '6.40.0' },
  causes: [
    {
      cause:
        'The file that the project settings, a service or the preset name is not in the deployment. Upper and lower case count.',
      advice:
        'Correct the path, which begins at the Root Directory, or bring the file back. `python-fasthtml` in `requirements.txt` alone makes Vercel expect `main.py`.',
      rules: ['build-source-missing'],
    },
  ],
  noise: ['builds-beside-settings'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «Configured Python entrypoint "main.py" was not found».\n',
    },
    {
      log: 'Configured Python entrypoint "main.py" is used\n',
    },
  ],
});

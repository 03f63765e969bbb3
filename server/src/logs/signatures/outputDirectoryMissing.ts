import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'output-directory-missing',
  role: 'cause',
  phase: 'build',
  title: 'Vercel expects a folder `{folder}` with a static site, and the build made none.',
  literals: ['No Output Directory named "'],
  pattern: /No Output Directory named "(?<folder>[^"]+)" found/,
  causes: [
    {
      cause: 'A `buildCommand` or a frontend preset is set for a project that is a backend.',
      advice:
        'Choose the preset of your framework (FastAPI, Flask, Django) or Other in the project settings, and clear Build Command and Output Directory.',
    },
  ],
  noise: ['builds-beside-settings', 'command-failed'],
  source: 'Public issues, resolved there.',
  examples: [
    {
      log: 'Error: «No Output Directory named "public" found» after the Build completed.\n',
    },
    {
      log: 'The Output Directory is public\n',
    },
  ],
});

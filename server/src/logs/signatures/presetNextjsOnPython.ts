import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'preset-nextjs-on-python',
  role: 'cause',
  phase: 'build',
  title: 'The project is built as a Next.js site, and there is no Next.js in it.',
  literals: ['No Next.js version'],
  pattern: /No Next\.js version (?:could be )?detected/,
  causes: [
    {
      cause: 'The Framework Preset in the project settings is Next.js.',
      advice:
        'Choose the preset of your framework (FastAPI, Flask, Django) or Other, and set Root Directory to the folder with the backend.',
    },
  ],
  noise: ['builds-beside-settings', 'command-failed'],
  source: 'Public issues, resolved there.',
  examples: [
    {
      log: 'Error: «No Next.js version could be detected» in your project.\n',
    },
    {
      log: 'Next.js 16 detected\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'builds-beside-settings',
  role: 'decoy',
  phase: 'build',
  title: '`builds` in `vercel.json` switches the Build and Development Settings of the dashboard off.',
  literals: ['existing in your configuration file, the Build'],
  pattern: /Due to `?builds`? existing in your configuration file, the Build and Development Settings/,
  causes: [
    {
      cause: 'Every deployment with `builds` prints this. It is not what failed.',
      advice:
        "Nothing has to be done. To use the dashboard's settings again, remove `builds` and let Vercel find the application by itself.",
    },
  ],
  source: 'Read in the command line 64.0.2: printed whenever `builds` is not empty.',
  examples: [
    {
      log: 'WARN! «Due to `builds` existing in your configuration file, the Build and Development Settings» defined in your Project Settings will not apply. Learn More: https://vercel.link/unused-build-settings\n',
    },
    { log: 'The `builds` property is described in the documentation.\n' },
  ],
});

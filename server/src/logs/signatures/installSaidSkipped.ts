import { defineSignature } from '../signature.ts';
import { isFrom } from '../versions.ts';

export default defineSignature({
  name: 'install-said-skipped',
  role: 'decoy',
  phase: 'build',
  title: 'The build says that it skips the installation, and installs all the same.',
  literals: ['Skipping "install" command'],
  pattern: /Skipping "install" command/,
  where: ({ era }) => isFrom(era.builder, '25.0.0'),
  causes: [
    {
      cause:
        '`installCommand` is an empty string in `vercel.json` or in the project settings. This builder does not heed it.',
      advice: 'Nothing has to be done. Without the setting the line is gone.',
      rules: ['install-command-empty'],
    },
  ],
  source: '@vercel/python 25.0.0, executed: the dependencies are installed behind this line.',
  examples: [
    { log: 'Vercel CLI 64.0.2\n«Skipping "install" command»...\n', says: 'does not heed it' },
    { log: 'Vercel CLI 50.12.3\nSkipping "install" command...\n' },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'bundle-optimized',
  role: 'note',
  phase: 'build',
  title: 'The function is larger than Vercel packs, so public packages are installed at its first start.',
  literals: [
    'exceeds the standard size; optimizing',
    'exceeds limit. Enabling runtime dependency',
    'exceeds the standard size limit; enabling',
  ],
  pattern:
    /Bundle size \((?<size>[\d.]+) MB\) exceeds (?:the standard size; optimizing|limit\. Enabling runtime dependency)|exceeds the standard size limit; enabling large functions/,
  causes: [
    {
      cause: 'Each new instance pays for that installation before its first answer.',
      advice: 'To start faster, drop large dependencies until the function is below 225 MB.',
    },
  ],
  source: 'Read in @vercel/python 6.20.2 to 25.0.0.',
  examples: [
    {
      log: '«Bundle size (230.12 MB) exceeds the standard size; optimizing» dependencies.\n',
    },
    {
      log: 'Bundle size is fine\n',
    },
  ],
});

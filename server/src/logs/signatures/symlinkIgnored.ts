import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'symlink-ignored',
  role: 'note',
  phase: 'build',
  title: 'A file inside a linked folder is left out.',
  literals: ['is within a symlinked directory'],
  pattern: /file "(?<name>[^"]+)" is within a symlinked directory/,
  causes: [
    {
      cause: 'Vercel does not follow links to folders.',
      advice: 'If the function needs `{name}`, put the file itself there.',
    },
  ],
  source: 'Read in @vercel/build-utils 14.21.1.',
  examples: [
    {
      log: 'Warning: «file "lib/a.py" is within a symlinked directory» "lib" and will be ignored\n',
    },
    {
      log: 'a symlinked file\n',
    },
  ],
});

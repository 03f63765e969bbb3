import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'function-paths-conflict',
  role: 'cause',
  title: 'Two files in `api` would answer the same path.',
  literals: ['Two or more files have conflicting', 'The segment "'],
  pattern:
    /Two or more files have conflicting paths or names|The segment "(?<segment>[^"]+)" occurs in more than one path/,
  causes: [
    {
      cause:
        'Files with one name and different endings (`a.py`, `a.js`, even `a.txt`), or two names in brackets in one folder, lead to one path.',
      advice: 'Rename one of them, or move what is no function out of `api`.',
    },
  ],
  noise: ['builds-beside-settings', 'command-failed'],
  source: 'Read in `vercel` 64.0.2 and @vercel/fs-detectors 7.7.3, executed.',
  examples: [
    {
      log: 'Error: «Two or more files have conflicting paths or names». Please make sure path segments and filenames, without their extension, are unique.\n',
    },
    {
      log: 'Two files were copied\n',
    },
  ],
});

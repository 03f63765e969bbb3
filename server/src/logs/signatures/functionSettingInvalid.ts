import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'function-setting-invalid',
  role: 'cause',
  title: 'A setting under `functions` in `vercel.json` is not valid.',
  literals: [
    'Functions must have a m',
    'Function must ',
    'The function path "',
    'The property `excludeFiles`',
    'The property `includeFiles`',
  ],
  pattern:
    /Functions must have a (?:maxDuration between[^.]*|memory value between[^.]*)|Function must (?:be an object|contain at least one property)|The function path "(?<path>[^"]+)" is invalid[^.]*|The property `(?:ex|in)cludeFiles` must be a string/,
  causes: [
    {
      cause:
        '`maxDuration` is a whole number from 1 to 3600 or "max", `memory` from 128 to 10240, `includeFiles` and `excludeFiles` are one string each, and a key begins without a slash.',
      advice: 'Correct the value that the line names.',
      rules: ['function-limit-out-of-range', 'files-glob-not-a-string', 'vercel-json-schema'],
    },
  ],
  noise: ['builds-beside-settings', 'command-failed'],
  source: 'Read in `vercel` 64.0.2 and @vercel/fs-detectors 7.7.3, executed.',
  examples: [
    {
      log: 'Error: «Functions must have a maxDuration between 1 and 3600, or "max"».\n',
    },
    {
      log: 'Error: «The property `excludeFiles` must be a string».\n',
    },
    {
      log: 'Function must return\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'environment-names-conflict',
  role: 'cause',
  title: 'Two environment variables of one meaning are set.',
  literals: ['env vars are defined. Please only define'],
  pattern: /Both "(?<wanted>[^"]+)" and "(?<other>[^"]+)" env vars are defined/,
  causes: [
    {
      cause: 'Vercel takes both for the same setting.',
      advice: 'Delete `{other}`.',
    },
  ],
  source: 'Read in @vercel/build-utils 14.21.1.',
  examples: [
    {
      log: 'Error: «Both "VERCEL_ANALYZE" and "NOW_ANALYZE" env vars are defined». Please only define the "VERCEL_ANALYZE" env var.\n',
    },
    {
      log: 'Both are defined\n',
    },
  ],
});

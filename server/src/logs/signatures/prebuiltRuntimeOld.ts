import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'prebuilt-runtime-old',
  role: 'cause',
  title: 'The deployment was built for a Python that Vercel does not run any more.',
  literals: ['contain an invalid "runtime"', 'is not using version 3 of the Runtime API'],
  pattern:
    /Serverless Functions contain an invalid "runtime"|The Community Runtime (?<runtime>\S+) is not using version 3/,
  causes: [
    {
      cause: 'An old builder or an old prebuilt output names it; only 3.12, 3.13 and 3.14 run.',
      advice: 'Build again with the current `vercel`, and take versions off `@vercel/python@…` in `vercel.json`.',
      rules: ['builder-pinned', 'function-runtime-not-a-builder'],
    },
  ],
  source: 'Read in @vercel/build-utils 14.21.1.',
  examples: [
    {
      log: `Error: The following «Serverless Functions contain an invalid "runtime"»:
  - api/index (python3.9)
`,
    },
    {
      log: 'runtime is valid\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'build-architecture-unknown',
  role: 'cause',
  phase: 'build',
  title: '`VERCEL_BUILD_ARCH` is set to `{architecture}`, which Vercel does not build for.',
  literals: ['Unrecognized VERCEL_BUILD_ARCH'],
  pattern: /Unrecognized VERCEL_BUILD_ARCH "(?<architecture>[^"]*)"/,
  builder: { from: '6.47.3' },
  causes: [
    {
      cause: 'The variable is set in the environment of the build.',
      advice: 'Delete it, or set it to `x86_64` or `aarch64`.',
    },
  ],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: 'Error: «Unrecognized VERCEL_BUILD_ARCH "arm"». Expected "x86_64" or "aarch64".\n',
    },
    {
      log: 'VERCEL_BUILD_ARCH is set\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'wheels-missing-for-large-bundle',
  role: 'cause',
  phase: 'build',
  title: 'The function is too large to pack, and too few of its dependencies have wheels to be installed at its start.',
  literals: [
    "can't be optimized automatically",
    'have compatible pre-built wheels',
    'pre-built binary wheels available',
    'no public packages found for runtime installation',
    'Bundle size exceeds the Lambda limit and requires',
  ],
  pattern:
    /can't be optimized automatically because some dependencies|have compatible pre-built wheels|do not have pre-built binary wheels available|no public packages found for runtime installation|Bundle size exceeds the Lambda limit and requires/,
  causes: [
    {
      cause: 'Above 225 MB Vercel installs public packages at the first start, which needs a wheel for each.',
      advice:
        'Run `uv lock --upgrade` and commit the lock, replace the packages that have no wheel, or make the function smaller.',
    },
  ],
  explains: ['bundle-too-large'],
  source: 'Read in @vercel/python 6.20.2 to 25.0.0.',
  examples: [
    {
      log: "can't be optimized automatically when dependencies\n",
    },
    {
      log: `Error: Total bundle size (310.20 MB) exceeds the maximum function size and
«can't be optimized automatically because some dependencies» don't
provide a compatible pre-built wheel.
`,
    },
  ],
});

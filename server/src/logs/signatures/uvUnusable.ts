import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'uv-unusable',
  role: 'cause',
  phase: 'build',
  title: 'uv, which installs the dependencies, is missing or cannot be used.',
  literals: [
    'uv is required',
    'Found uv ',
    'Could not determine the uv version',
    'Failed to install uv via pip',
    'Unable to resolve uv binary',
    'uv is not available to export',
    "Failed to run 'uv python list'",
    'Cannot find uv binary',
  ],
  pattern:
    /uv is required (?:but was not found in PATH|for this project but failed to install|to (?:run|install))|Found uv (?<version>\S+ )?at "[^"]+" but could not run|Found uv \S+ at "[^"]+", but Vercel requires uv \S+ or newer|Could not determine the uv version|Failed to install uv via pip|Unable to resolve uv binary after pip install|uv is not available to export|Failed to run 'uv python list'|Cannot find uv binary/,
  causes: [
    {
      cause:
        "Vercel's own build machine has uv. On your own machine `vercel build` and `vercel dev` take the one on PATH.",
      advice:
        'Install or upgrade uv (https://docs.astral.sh/uv/getting-started/installation/) and run the command again.',
    },
  ],
  source: 'Read in @vercel/python 5.0.5 to 25.0.0.',
  examples: [
    {
      log: 'Error: «uv is required but was not found in PATH».\n',
    },
    {
      log: 'Error: «Found uv 0.5.1 at "/home/ann/.local/bin/uv", but Vercel requires uv 0.9.25 or newer». Please upgrade uv: https://docs.astral.sh/uv/getting-started/installation/\n',
    },
    {
      log: 'Found uv, going on\n',
    },
  ],
});

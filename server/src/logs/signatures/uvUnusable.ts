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
    'uv ENOENT',
  ],
  pattern:
    /uv is required (?:but was not found in PATH|for this project but failed to install|to (?:run|install))|Found uv (?<version>\S+ )?at "[^"]+" but could not run|Found uv \S+ at "[^"]+", but Vercel requires uv \S+ or newer|Could not determine the uv version|Failed to install uv via pip|Unable to resolve uv binary after pip install|uv is not available to export|Failed to run 'uv python list'|Cannot find uv binary|spawn (?<spawned>\/usr\/local\/bin\/uv|uv) ENOENT/,
  causes: [
    {
      cause:
        'uv is there, but the builder of early 2026 started it in a folder that does not exist: a defect of that builder.',
      advice: 'Deploy again with the builder of today, and take a version off `@vercel/python@…` in `vercel.json`.',
      when: ({ values }) => values.spawned === '/usr/local/bin/uv',
    },
    {
      cause:
        "Vercel's own build machine has uv. On your own machine `vercel build` and `vercel dev` take the one on PATH.",
      advice:
        'Install or upgrade uv (https://docs.astral.sh/uv/getting-started/installation/) and run the command again.',
    },
  ],
  noise: ['dependency-install-failed'],
  source: 'Read in @vercel/python 5.0.5 to 25.0.0; the working folder in a public reproduction.',
  examples: [
    {
      log: 'Error: «uv is required but was not found in PATH».\n',
    },
    {
      log: 'Error: «Found uv 0.5.1 at "/home/ann/.local/bin/uv", but Vercel requires uv 0.9.25 or newer». Please upgrade uv: https://docs.astral.sh/uv/getting-started/installation/\n',
    },
    {
      log: 'Error: Failed to run "uv pip install vercel-runtime==0.3.0": «spawn /usr/local/bin/uv ENOENT»\n',
      says: 'a defect of that builder',
    },
    {
      log: 'Found uv, going on\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'runtime-installation-unprepared',
  role: 'cause',
  phase: 'build',
  title: 'Vercel could not prepare the installation of packages at the first start.',
  literals: [
    'Failed to prepare dependency tooling',
    'Failed to read the uv.lock',
    'Failed to read uv.lock file at',
    'Failed to bundle uv binary',
    'checksum mismatch for ',
    'could not extract uv',
    'could not download https://',
    'Runtime dependency installation requires a uv.lock',
  ],
  pattern:
    /Failed to prepare dependency tooling|Failed to read (?:the )?uv\.lock file at "(?<file>[^"]+)"|Failed to bundle uv binary|checksum mismatch for \S*uv|could not (?:extract|download) \S*\buv\b|Runtime dependency installation requires a uv\.lock/,
  causes: [
    {
      cause:
        'The function is larger than 225 MB, so Vercel installs public packages at its first start, and a step of that failed.',
      advice:
        'Deploy again: downloads fail at times. If it stays, make the function smaller than 225 MB, or run `uv lock` and commit `uv.lock`.',
    },
  ],
  source: 'Read in @vercel/python 6.20.2 to 25.0.0.',
  examples: [
    {
      log: 'Error: «Failed to prepare dependency tooling».\n',
    },
    {
      log: 'Failed to prepare dinner\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'dependency-version-missing',
  role: 'cause',
  phase: 'build',
  title: ({ requirement, python }) =>
    `\`${requirement}\` cannot be installed: the package index has no such version for ${python ? `Python ${python}` : 'the Python that runs'}.`,
  literals: ['No matching distribution found for ', 'satisfies the requirement '],
  pattern:
    /(?:No matching distribution found for|Could not find a version that satisfies the requirement) (?<at>(?<requirement>(?<package>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?[^\s(]*))/,
  causes: [
    {
      cause:
        'Either the version does not exist, or none of its files fits the Python that runs. The line "ERROR: Could not find a version that satisfies the requirement" above it lists the versions that pip did find.',
      advice:
        'Ask for a version from that list: loosen the pin of `{package}` or raise it. When the list is empty, the name is wrong, or the package exists for another platform only.',
    },
  ],
  noise: ['uv-falls-back-to-pip', 'builds-beside-settings', 'process-exited'],
  source: "pip's own message.",
  examples: [
    {
      log: `Failed to run "pip3.12 install --disable-pip-version-check --target /vercel/path0/_vendor -r /vercel/path0/requirements.txt"
ERROR: Could not find a version that satisfies the requirement «quiet-parser==9.9.9» (from versions: 1.0.0, 1.1.0)
ERROR: No matching distribution found for quiet-parser==9.9.9
`,
      files:
        '-- requirements.txt\nfastapi\nquiet-parser==9.9.9\n-- api/index.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n',
    },
    { log: 'No matching distribution, retrying\n' },
  ],
});

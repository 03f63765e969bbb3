import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-interpreter-missing',
  role: 'cause',
  phase: 'build',
  title: 'uv finds no Python {version}, which the project asks for.',
  literals: ['No interpreter found for Python'],
  pattern: /No interpreter found for Python (?<version>[\d.]+)/,
  causes: [
    {
      cause:
        'Vercel itself falls back to 3.12 when it does not have the version, but uv still reads `.python-version` and `requires-python`, and stops.',
      advice:
        'Ask for 3.12, 3.13 or 3.14 in `.python-version` and in `requires-python`. Pinning 3.9, 3.10 or 3.11 cannot work.',
      rules: ['python-version-not-available', 'python-version-excludes-all', 'python-version-conflict'],
    },
  ],
  noise: ['builds-beside-settings', 'dependency-install-failed'],
  source: "uv's own message, in public logs of builders since 6.4.0.",
  examples: [
    {
      log: `Warning: Python version "3.11" is old.
error: «No interpreter found for Python 3.11» in managed installations or search path
`,
    },
    {
      log: 'No interpreter found\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-not-on-path',
  role: 'cause',
  phase: 'build',
  title: 'The program `{tool}{version}` is not on the machine that builds.',
  literals: ['spawn python3', 'spawn pip3'],
  pattern: /spawn (?<tool>python|pip)(?<version>3[\d.]*) ENOENT/,
  causes: [
    {
      cause: "An old builder is pinned, and it asks for a Python that today's build machine does not have.",
      advice: 'Take the version off: `"use": "@vercel/python"` in `builds`, and no `runtime` in `functions`.',
      rules: ['builder-pinned'],
      decides: 'whether `vercel.json` pins `@vercel/python@…`',
    },
    {
      cause: '`vercel build` or `vercel dev` ran on your own machine, where this Python is not installed.',
      advice: 'Install it (`uv python install {version}`), or ask for one that you have in `.python-version`.',
      decides: 'whether the log is from your own machine',
    },
  ],
  source: 'Public issues of vercel/vercel, resolved there.',
  examples: [
    {
      log: 'Error: «spawn python3.13 ENOENT»\n',
    },
    {
      log: 'Error: «spawn pip3.9 ENOENT»\n',
    },
    {
      log: 'spawn node ENOENT\n',
    },
  ],
});

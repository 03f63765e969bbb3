import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-version-discontinued',
  role: 'cause',
  phase: 'build',
  title: 'Python {version} is no longer to be had on Vercel.',
  literals: ['is discontinued and must be upgraded'],
  pattern:
    /Python version "(?<version>[^"]+)" (?:detected in (?<file>\S+)|declared in project configuration) is discontinued and must be upgraded/,
  causes: [
    {
      cause: 'The project asks for Python {version}, which Vercel switched off.',
      advice: 'Ask for 3.12, 3.13 or 3.14 instead.',
      rules: ['python-version-discontinued'],
    },
  ],
  source: 'Read in @vercel/python 2.3.4 to 25.0.0, executed.',
  examples: [
    {
      log: `Error: «Python version "3.6" detected in Pipfile.lock is discontinued and must be upgraded».
Learn More: https://vercel.link/python-version
`,
    },
    {
      log: 'Node.js 14 is discontinued and must be upgraded\n',
    },
  ],
});

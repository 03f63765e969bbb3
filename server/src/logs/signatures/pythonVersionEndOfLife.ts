import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-version-end-of-life',
  role: 'warning',
  phase: 'build',
  title: 'Python {version} reaches its end on Vercel on {date}.',
  literals: ['will fail to build'],
  pattern:
    /Python version "(?<version>[^"]+)" .*(?:has reached End-of-Life|is deprecated)\. Deployments created on or after (?<date>\S+) will fail to build/,
  causes: [
    {
      cause: 'Builds go on until then and fail afterwards. Although it begins with "Error", this line stops nothing.',
      advice: 'Ask for 3.12, 3.13 or 3.14 before that day.',
      rules: ['python-version-discontinued'],
    },
  ],
  source: 'Read in @vercel/python 2.3.4 to 25.0.0.',
  examples: [
    {
      log: 'Error: «Python version "3.6" detected in Pipfile.lock has reached End-of-Life. Deployments created on or after 2022-07-18 will fail to build». http://vercel.link/python-version\n',
    },
    {
      log: 'Deployments created now will fail to build\n',
    },
  ],
});

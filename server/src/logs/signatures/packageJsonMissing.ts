import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'package-json-missing',
  role: 'cause',
  phase: 'build',
  title: 'The build runs npm, and the project has no `package.json`.',
  literals: ['Could not read package.json', "Couldn't find a package.json", 'No package.json found'],
  pattern: /Could not read package\.json|Couldn't find a package\.json|No package\.json found/,
  causes: [
    {
      cause:
        'An install command or the preset of a frontend is set for a project in Python, or Root Directory is another folder.',
      advice:
        'Choose the preset of your framework (FastAPI, Flask, Django) or Other in the project settings, switch the override of Install Command off, and look at Root Directory.',
    },
  ],
  explains: ['command-failed'],
  source: 'Messages of npm, yarn and pnpm (general knowledge).',
  examples: [
    {
      log: `npm error enoent «Could not read package.json»: Error: ENOENT: no such file or directory, open '/vercel/path0/package.json'
Error: Command "npm install" exited with 254
`,
    },
    {
      log: 'package.json was read\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'command-failed',
  role: 'symptom',
  title: 'The command `{command}` of the build failed with exit code {code}.',
  literals: ['exited with ', 'failed with code '],
  pattern: /Command "(?<command>[^"]+)" (?:exited with|failed with code) (?<code>[1-9]\d*)/,
  causes: [
    {
      cause:
        "It is a command of the project's own settings, of `vercel.json` or of `[tool.vercel.scripts]`, or the installer of a frontend. Its own output stands above this line.",
      advice: 'Read the last lines above it. Try the command in a fresh clone of the repository.',
    },
  ],
  source: 'Read in @vercel/build-utils 14.21.1.',
  examples: [
    {
      log: 'Error: «Command "python build.py" exited with 2»\n',
    },
    {
      log: 'Command "ls" exited with 0\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'node-version-unavailable',
  role: 'cause',
  phase: 'build',
  title: ({ node, invalid }) => `The project asks for Node.js ${node ?? invalid}, which Vercel does not have any more.`,
  literals: ['Node.js Version "', 'Node.js Version: "'],
  pattern:
    /Node\.js Version "(?<node>[^"]+)" is discontinued and must be upgraded|Found invalid (?:or discontinued )?Node\.js Version: "(?<invalid>[^"]+)"/,
  causes: [
    {
      cause:
        'The build itself runs on Node.js, for a project in Python too, and its version is set in the project settings or under `engines` in `package.json`.',
      advice:
        'Choose a newer version under Node.js Version in the project settings, or delete `engines` from `package.json`.',
    },
  ],
  noise: ['command-failed'],
  source: 'Messages of @vercel/build-utils (general knowledge).',
  examples: [
    {
      log: 'Error: «Node.js Version "18.x" is discontinued and must be upgraded». Please set "engines": { "node": "24.x" } in your `package.json` file to use Node.js 24.\n',
    },
    {
      log: 'Error: «Found invalid Node.js Version: "12.x"». Please set Node.js Version to 24.x in your Project Settings to use Node.js 24.\n',
    },
    {
      log: 'Node.js Version "24.x" will be used\n',
    },
  ],
});

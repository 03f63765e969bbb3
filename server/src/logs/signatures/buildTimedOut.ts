import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'build-timed-out',
  role: 'cause',
  phase: 'build',
  title: 'The build took longer than the {minutes} minutes it may.',
  literals: ['did not complete within the maximum of'],
  pattern: /build (?:step )?did not complete within the maximum of (?<minutes>\d+) minutes/i,
  causes: [
    {
      cause:
        'A command waits for something (a server that it started, a prompt, a database), or a large package is compiled.',
      advice:
        'Look at the last lines before it: a command that never ends, such as `uvicorn` or `runserver`, does not belong into a build. For a package, take a release with wheels.',
    },
  ],
  noise: ['command-failed'],
  source: "Vercel's documentation of build limits (general knowledge).",
  examples: [
    {
      log: 'Error: The «build step did not complete within the maximum of 45 minutes».\n',
    },
    {
      log: 'The build did complete\n',
    },
  ],
});

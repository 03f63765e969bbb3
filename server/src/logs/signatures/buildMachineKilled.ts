import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'build-machine-killed',
  role: 'cause',
  phase: 'build',
  title: 'The build was ended from outside, most likely because it used up the memory of its machine.',
  literals: ['SIGKILL', 'Out of memory', 'out of memory', 'exited with 137', '"Out of Memory"'],
  pattern:
    /Command "[^"]*" exited with (?:SIGKILL|137)|build container (?:was )?(?:ran )?out of memory|process was killed with signal SIGKILL|At least one "Out of Memory" \("OOM"\) event was detected/i,
  causes: [
    {
      cause: 'Compiling a large package or collecting a large bundle takes more memory than there is.',
      advice:
        'Use versions with wheels, drop large dependencies, or choose a larger build machine in the project settings.',
    },
  ],
  noise: ['command-failed'],
  source: "Vercel's documentation of build limits (general knowledge).",
  examples: [
    {
      log: 'Error: «Command "uv sync" exited with SIGKILL»\n',
    },
    {
      log: '«At least one "Out of Memory" ("OOM") event was detected» during the build.\n',
    },
    {
      log: 'SIGKILL is a signal\n',
    },
  ],
});

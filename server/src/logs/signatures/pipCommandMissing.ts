import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'pip-command-missing',
  role: 'cause',
  phase: 'build',
  title: 'A build script calls `{tool}`, which the build machine does not have.',
  literals: [': pip: command not found', ': pip3: command not found', 'pip: not found', 'python: command not found'],
  pattern: /(?:^|[\s:])(?<tool>pip3?|python): (?:command )?not found/,
  causes: [
    {
      cause: '`installCommand`, `buildCommand` or a script of the project calls it by that name.',
      advice:
        'Call `uv pip install …` or `python3 -m pip …`, or drop the step: Vercel installs the manifest by itself.',
    },
  ],
  explains: ['command-failed'],
  source: 'Public issues, resolved there.',
  examples: [
    {
      log: './migrate.sh: line 1:« pip: command not found»\n',
    },
    {
      log: 'git: command not found\n',
    },
  ],
});

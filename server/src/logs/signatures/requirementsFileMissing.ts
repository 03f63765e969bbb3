import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'requirements-file-missing',
  role: 'cause',
  phase: 'build',
  title: 'A command installs from a requirements file that is not there.',
  literals: ['Could not open requirements file: '],
  pattern: /Could not open requirements file: \[Errno \d+\][^:]*: '(?<at>(?<path>[^']*?)(?<ending>\\r)?)'/,
  causes: [
    {
      cause:
        'The script was saved with the line endings of Windows, and `\\r` belongs to the name for the shell of the build machine.',
      advice: 'Save the script with LF, and keep it so: `*.sh text eol=lf` in `.gitattributes`.',
      when: ({ values }) => values.ending !== undefined,
    },
    {
      cause:
        'The file is in another folder, is not committed, or `.vercelignore` leaves it out. Commands run in the Root Directory.',
      advice: 'Name it from the Root Directory, and look whether it is committed.',
      when: ({ values }) => values.ending === undefined,
    },
  ],
  explains: ['module-missing', 'command-failed'],
  noise: ['builds-beside-settings', 'module-missing', 'command-failed'],
  source: "pip's own message, in public issues.",
  examples: [
    {
      log: `ERROR: Could not open requirements file: [Errno 2] No such file or directory: '«requirements.txt\\r»'
ModuleNotFoundError: No module named 'django'
Error: Command "./build.sh" exited with 1
`,
      says: 'line endings of Windows',
    },
    {
      log: "ERROR: Could not open requirements file: [Errno 2] No such file or directory: '«backend/requirements.txt»'\n",
      says: 'another folder',
    },
    {
      log: 'Could not open the file\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'read-only-file-system',
  role: 'cause',
  phase: 'runtime',
  title: ({ path, file }) =>
    `${file ? `\`${file}\`` : 'The function'} writes to \`${path ?? 'its own folder'}\`, and a function can write to /tmp alone.`,
  literals: ['[Errno 30]', 'Read-only file system', 'attempt to write a readonly database'],
  pattern: /OSError: \[Errno 30\][^:]*(?:: '(?<path>[^']+)')?|attempt to write a readonly database/,
  causes: [
    {
      cause:
        'The files of a deployment cannot be changed while it runs: a log file, an upload, a cache, a model or an SQLite database.',
      advice:
        'Write below `/tmp`, which each instance has for itself and loses, or into a database or object store. Log to standard output.',
      rules: ['write-outside-tmp'],
    },
  ],
  noise: ['process-exited', 'function-crashed', 'import-failed', 'cors-blocked'],
  source: "Linux's EROFS; public issues, resolved there.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    os.makedirs("logs")
«OSError: [Errno 30] Read-only file system: '/var/task/logs'»
`,
      files: `-- main.py
import os

os.makedirs("logs")
app = None
-- requirements.txt
fastapi
`,
      blames: 'main.py',
    },
    {
      log: "«OSError: [Errno 30] Dateisystem ist schreibgeschützt: '/var/task/data'»\n",
    },
    {
      log: 'The file system is read-only at night\n',
    },
  ],
});

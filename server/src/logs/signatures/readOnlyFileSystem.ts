import { crashNoise } from '../noise.ts';
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
        'A library keeps a cache in the home folder, which a function cannot write: models of Hugging Face, fonts of matplotlib, downloads of NLTK.',
      advice:
        'Point its cache below `/tmp` before the import: `HF_HOME`, `MPLCONFIGDIR`, `NLTK_DATA` or `XDG_CACHE_HOME` under Settings, Environment Variables. What it downloads there is downloaded at each cold start.',
      when: ({ values }) => /^\/home\/sbx_user/.test(values.path ?? '') || false,
    },
    {
      cause:
        'The files of a deployment cannot be changed while it runs: a log file, an upload, a cache, a model or an SQLite database.',
      advice:
        'Write below `/tmp`, which each instance has for itself and loses, or into a database or object store. Log to standard output.',
      rules: ['write-outside-tmp'],
    },
  ],
  noise: crashNoise,
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
      log: "«OSError: [Errno 30] Read-only file system: '/home/sbx_user1051'»\n",
      says: 'home folder',
    },
    {
      log: 'The file system is read-only at night\n',
    },
  ],
});

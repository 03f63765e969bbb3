import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'sqlite-not-writable',
  role: 'cause',
  title: 'The SQLite database cannot be opened where it is.',
  literals: ['unable to open database file'],
  pattern: /sqlite3\.OperationalError\)? ?:? ?unable to open database file/,
  causes: [
    {
      cause:
        'The folder of the deployment cannot be written to, so SQLite can create no file there. Even in `/tmp` its data is lost with the instance.',
      advice: 'Use a hosted database. `vercel.com/guides/is-sqlite-supported-in-vercel` says more.',
      rules: ['write-outside-tmp'],
    },
  ],
  noise: crashNoise,
  source: "SQLite's own message; Vercel's guide.",
  examples: [
    {
      log: '«sqlite3.OperationalError: unable to open database file»\n',
    },
    {
      log: 'unable to open database\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'import-failed',
  role: 'symptom',
  phase: 'runtime',
  title: 'The file with the application could not be imported.',
  literals: ['could not import "', 'Error importing '],
  pattern: /could not import "(?<file>[^"]+)":|Error importing (?<other>\S+):/,
  builder: { from: '6.0.3' },
  causes: [
    {
      cause: 'The traceback below this line says why; its last line counts.',
      advice: "If your copy ends here, open the function's log in the dashboard and paste all of it.",
    },
  ],
  source: 'Executed with the runtimes of @vercel/python 2.3.4 to 6.5.1 and vercel-runtime 0.4.0 to 0.17.0.',
  examples: [
    {
      log: '«could not import "api/index.py":»\n',
    },
    {
      log: 'could not import "a" and went on\n',
    },
  ],
});

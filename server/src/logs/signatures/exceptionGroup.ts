import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'exception-group',
  role: 'note',
  title: 'Exceptions of tasks that ran together are printed as a group.',
  literals: ['unhandled errors in a TaskGroup'],
  pattern: /ExceptionGroup: unhandled errors in a TaskGroup/,
  causes: [
    {
      cause: 'The group says nothing itself. Each exception in it follows, behind bars.',
      advice: 'Read the exceptions in it.',
    },
  ],
  source: "Python's own message, printed by anyio.",
  examples: [
    {
      log: '  | «ExceptionGroup: unhandled errors in a TaskGroup» (1 sub-exception)\n',
    },
    {
      log: 'ExceptionGroup: two files\n',
    },
  ],
});

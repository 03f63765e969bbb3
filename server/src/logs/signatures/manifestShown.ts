import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'manifest-shown',
  role: 'note',
  phase: 'build',
  title: 'The log shows all of `{path}`, because it could not be read.',
  literals: ['. File content:'],
  pattern: /Failed to parse "(?<path>[^"]+)"\. File content:/,
  builder: { from: '6.12.0' },
  causes: [
    {
      cause: 'The builder prints a manifest that it cannot read. A token in an index URL is in the log then.',
      advice: 'Mind that before you share the log.',
    },
  ],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: '«Failed to parse "requirements.txt". File content:»\n',
    },
    {
      log: 'File content: none\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'name-not-importable',
  role: 'cause',
  title: ({ name, from, file }) => `\`${name}\` cannot be imported from \`${from}\`${file ? ` in \`${file}\`` : ''}.`,
  literals: ['cannot import name '],
  pattern:
    /ImportError: (?<at>cannot import name '(?<name>\w+)' from (?:partially initialized module )?'(?<from>[\w.]+)')/,
  where: ({ values }) => values.name !== 'url_quote' && values.name !== 'ContextVar',
  causes: [
    {
      cause:
        'A file or folder of your own has the same name as the package and is found first, or two of your modules import each other.',
      advice: 'Rename yours, or import inside the function that needs it.',
      decides: 'whether the path in brackets at the end of the line is your own file',
    },
    {
      cause: 'The version that was installed is not the one you have: it has no such name.',
      advice: 'Pin the version that works on your machine.',
      decides: 'whether the requirement is pinned',
    },
  ],
  noise: ['process-exited', 'function-crashed', 'import-failed', 'cors-blocked'],
  source: "Python's own message; public issues.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    from supabase import supabase
ImportError: «cannot import name 'supabase' from 'supabase'» (/var/task/_vendor/supabase/__init__.py)
`,
    },
    {
      log: "cannot import name 'x'\n",
    },
  ],
});

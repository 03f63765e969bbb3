import { isOwn } from '../frames.ts';
import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'name-not-importable',
  role: 'cause',
  title: ({ name, from, file }) => `\`${name}\` cannot be imported from \`${from}\`${file ? ` in \`${file}\`` : ''}.`,
  literals: ['cannot import name '],
  pattern:
    /ImportError: (?<at>cannot import name '(?<name>\w+)' from (?<circular>partially initialized module )?'(?<from>[\w.]+)')(?:.*\((?<where>[^()]+)\)$)?/,
  where: ({ values }) => values.name !== 'url_quote' && values.name !== 'ContextVar',
  causes: [
    {
      cause: 'Two of your modules import each other: `{from}` was not read to its end when `{name}` was asked of it.',
      advice: 'Move what both need into a module of its own, or import inside the function that needs it.',
      when: ({ values }) => (values.circular !== undefined && !isPackaged(values.where)) || false,
    },
    {
      cause: 'The version of `{from}` that was installed is not the one you have: it has no such name.',
      advice: 'Pin the version that works on your machine, and raise the packages that import it.',
      when: ({ values }) => (values.circular === undefined && isPackaged(values.where)) || undefined,
      decides: 'whether the path in brackets at the end of the line is a package',
    },
    {
      cause: 'A file or folder of your own has the same name as the package and is found first.',
      advice: 'Rename yours.',
      when: ({ values }) => (isPackaged(values.where) ? false : undefined),
      decides: 'whether the path in brackets at the end of the line is your own file',
    },
  ],
  noise: crashNoise,
  source: "Python's own message; public issues.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    from supabase import supabase
ImportError: «cannot import name 'supabase' from 'supabase'» (/var/task/_vendor/supabase/__init__.py)
`,
      says: 'not the one you have',
    },
    {
      log: "ImportError: «cannot import name 'basket' from partially initialized module 'orchard.app'» (most likely due to a circular import) (/var/task/orchard/app.py)\n",
      says: 'import each other',
    },
    {
      log: "cannot import name 'x'\n",
    },
  ],
});

/** Whether the module was found where packages lie. */
function isPackaged(path: string | undefined): boolean {
  return path !== undefined && !isOwn(path);
}

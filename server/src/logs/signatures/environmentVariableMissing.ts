import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'environment-variable-missing',
  role: 'cause',
  title: ({ name, declared, file }) =>
    `The environment variable \`${name ?? declared}\` is not set${file ? `, and \`${file}\` needs it` : ''}.`,
  literals: ["KeyError: '", 'UndefinedValueError: '],
  pattern:
    /KeyError: '(?<name>[A-Z][A-Z0-9_]{2,})'|UndefinedValueError: (?<declared>\w+) not found\. Declare it as envvar/,
  where: ({ raised, values }) =>
    !raised ||
    values.declared !== undefined ||
    raised.frames.some(
      ({ path, source }) =>
        /(?:^|[\\/])os\.py$|^<frozen os>$/.test(path) || /\b(?:environ|getenv|config|env)\b/.test(source ?? ''),
    ),
  causes: [
    {
      cause:
        "It is not among the project's Environment Variables for this environment (Production, Preview and Development are separate), or was added after the deployment.",
      advice: ({ name, declared }) =>
        `Set \`${name ?? declared}\` under Settings, Environment Variables, for the right environment, and deploy again.`,
      rules: ['env-required-at-import'],
    },
  ],
  noise: crashNoise,
  source: "Python's own message; public issues, resolved there.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    KEY = os.environ["STRIPE_KEY"]
          ~~~~~~~~~~^^^^^^^^^^^^^^
  File "/var/lang/lib/python3.12/os.py", line 714, in __getitem__
    raise KeyError(key) from None
«KeyError: 'STRIPE_KEY'»
`,
      files: `-- main.py
import os

KEY = os.environ["STRIPE_KEY"]
-- requirements.txt
fastapi
`,
      blames: 'main.py',
    },
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 9, in total
    return prices["EUR"]
KeyError: 'EUR'
`,
    },
    {
      log: 'decouple.«UndefinedValueError: STRIPE_KEY not found. Declare it as envvar» or define a default value.\n',
    },
    {
      log: "KeyError: 'name'\n",
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'module-of-newer-python',
  role: 'cause',
  title: 'The code needs a newer Python than this old runtime has.',
  literals: [
    "No module named 'dataclasses'",
    "cannot import name 'ContextVar'",
    "No module named 'tomllib'",
    "No module named 'zoneinfo'",
  ],
  pattern: /No module named '(?:dataclasses|tomllib|zoneinfo)'|cannot import name 'ContextVar'/,
  causes: [
    {
      cause: 'The deployment runs a Python from before that module.',
      advice: 'Take the version off `@vercel/python@…` in `vercel.json`, ask for 3.12 or newer, and deploy again.',
      rules: ['builder-pinned', 'python-version-not-available'],
    },
  ],
  noise: crashNoise,
  source: 'Public issues.',
  examples: [
    {
      log: "Unable to import module 'now__handler__python': «No module named 'dataclasses'»\n",
    },
    {
      log: "No module named 'dataclass'\n",
    },
  ],
});

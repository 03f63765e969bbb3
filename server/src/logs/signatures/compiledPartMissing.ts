import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'compiled-part-missing',
  role: 'cause',
  phase: 'runtime',
  title: ({ package: name, library }) =>
    `The compiled part of \`${name ?? library}\` does not fit the Python that runs.`,
  literals: ["No module named '", 'Importing the numpy C-extensions failed'],
  pattern:
    /No module named '(?<package>[A-Za-z]\w*)(?:\.\w+)*\.(?<part>_\w+)'|Importing the (?<library>numpy) C-extensions failed/,
  causes: [
    {
      cause:
        'The package is there, but for another operating system or another Python: a folder of packages was committed, or the deployment was built on another machine (`vercel deploy --prebuilt`).',
      advice:
        'Take folders of packages (`venv`, `site-packages`, `python`) out of the repository, and let Vercel build: it installs for its own system. Build for `--prebuilt` on Linux with the same Python.',
    },
  ],
  noise: crashNoise,
  source: "Python's own message; public issues of pydantic-core and of AWS Lambda.",
  examples: [
    {
      log: "[ERROR] Runtime.ImportModuleError: Unable to import module 'vc__handler__python': «No module named 'pydantic_core._pydantic_core'»\n",
    },
    {
      log: "ModuleNotFoundError: No module named 'orchard.prices'\n",
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-too-new-for-package',
  role: 'cause',
  title: 'A package uses something that the Python that runs has no more.',
  literals: [
    "module 'collections' has no attribute",
    "module 'pkgutil' has no attribute 'ImpImporter'",
    "module 'inspect' has no attribute 'getargspec'",
    "module 'asyncio' has no attribute 'coroutine'",
    "module 'ast' has no attribute",
  ],
  pattern:
    /module '(?<module>collections|pkgutil|inspect|asyncio|ast)' has no attribute '(?<name>Mapping|MutableMapping|Callable|Iterable|ImpImporter|getargspec|coroutine|Str|Num|NameConstant)'/,
  causes: [
    {
      cause: 'The pinned release of the package is older than Python 3.12.',
      advice: 'Raise the package: the frame above this line names it. Vercel has no Python older than 3.12.',
    },
  ],
  noise: [...crashNoise, 'package-not-built', 'dependency-install-failed', 'command-failed'],
  source: "What's New in Python 3.10 to 3.14 (general knowledge).",
  examples: [
    {
      log: "AttributeError: «module 'collections' has no attribute 'Mapping'»\n",
    },
    {
      log: "module 'collections' has no attribute 'x'\n",
    },
  ],
});

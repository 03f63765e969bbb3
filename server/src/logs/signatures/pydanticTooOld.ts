import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'pydantic-too-old',
  role: 'cause',
  phase: 'runtime',
  title: 'The pydantic that is installed is older than the Python that runs.',
  literals: ["missing 1 required keyword-only argument: 'recursive_guard'", 'unable to infer type for attribute'],
  pattern:
    /ForwardRef\._evaluate\(\) missing 1 required keyword-only argument: 'recursive_guard'|ConfigError: unable to infer type for attribute "(?<attribute>[^"]+)"/,
  causes: [
    {
      cause:
        'Python 3.12.4 changed how annotations are read, and 3.14 did again. Old releases of pydantic, and of packages that use its `pydantic.v1`, cannot read them.',
      advice:
        'Raise pydantic to 2.12 or newer (1.10.24 or newer for version 1), and the package whose frame stands above the line, such as langchain or spacy.',
    },
  ],
  noise: crashNoise,
  source: 'Messages of pydantic, in public issues; release notes of pydantic (general knowledge).',
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/_vendor/pydantic/v1/typing.py", line 66, in evaluate_forwardref
    return cast(Any, type_)._evaluate(globalns, localns, set())
TypeError: «ForwardRef._evaluate() missing 1 required keyword-only argument: 'recursive_guard'»
`,
    },
    {
      log: "TypeError: price() missing 1 required keyword-only argument: 'name'\n",
    },
  ],
});

import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'package-needs-another-python',
  role: 'cause',
  phase: 'build',
  title: ({ package: name, python, needs, refused, allows }) =>
    `\`${name ?? refused}\` does not work with ${python ? `Python ${python}` : 'the Python that runs'}: it needs ${needs ?? allows}.`,
  literals: [' depends on Python', ' depend on Python', "' requires a different Python: "],
  pattern:
    /(?<![\w.-])(?<at>(?<package>[A-Za-z0-9][\w.-]{0,80})(?:(?:==|[<>~!]=?)(?<version>[^\s,]{1,60}))?) depends? on Python(?<needs>[<>=~!]=?[\d.*]+(?:,[<>=~!]=?[\d.*]+)*)|Package '(?<refused>[^']{1,80})' requires a different Python: \S{1,20} not in '(?<allows>[^']+)'/,
  causes: [
    {
      cause:
        'The release that the requirements ask for is made for other versions of Python. Without a wish of the project Vercel runs 3.12.',
      advice:
        'Ask for a Python that fits in `.python-version` (3.12, 3.13 or 3.14), or for another release of the package. A package that only newer Pythons need takes a marker: `package; python_version >= "3.13"`.',
      rules: ['requirement-python-incompatible'],
    },
  ],
  explains: ['dependencies-conflict'],
  noise: [...installNoise, 'dependencies-conflict', 'package-not-built'],
  source: 'Messages of uv and pip, in public logs.',
  examples: [
    {
      log: `Using python version: 3.12
  × No solution found when resolving dependencies:
  ╰─▶ Because the requested Python version (>=3.12) does not satisfy Python>=3.13 and
      «quiet-audio==0.2.1» depends on Python>=3.13, we can conclude that quiet-audio==0.2.1 cannot be used.
`,
    },
    {
      log: "ERROR: «Package 'loud-core' requires a different Python: 3.12.3 not in '>=3.8,<3.12'»\n",
    },
    {
      log: 'Much depends on Python\n',
    },
  ],
});

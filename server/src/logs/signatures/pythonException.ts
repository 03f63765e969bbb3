import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'python-exception',
  role: 'cause',
  title: ({ exception, message, file, line }) =>
    `${file ? `\`${file}\`` : 'The code'}${file && line ? `, line ${line},` : ''} raised ${exception ?? 'an exception'}${message ? `: ${message.replace(/[.?]+$/, '')}` : ''}.`,
  literals: [],
  pattern: /^.*$/,
  where: ({ raised, values }) => raised !== undefined && values.file !== undefined,
  causes: [
    {
      cause:
        "This is an error in the code or in what it was given; nothing in the log says that Vercel's configuration has a part in it.",
      advice: 'Begin at the line that it names, and try it with the same Python and the same environment variables.',
    },
  ],
  noise: crashNoise,
  isFallback: true,
  source: "Python's own traceback.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/_vendor/starlette/routing.py", line 73, in app
    response = await f(request)
  File "/var/task/main.py", line 3, in <module>
    rate = 1 / 0
«ZeroDivisionError: division by zero»
`,
      files: `-- main.py
from fastapi import FastAPI

rate = 1 / 0
app = FastAPI()
-- requirements.txt
fastapi
`,
      blames: 'main.py',
    },
    {
      log: 'division by zero\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'relative-import-without-package',
  role: 'cause',
  title: ({ file }) =>
    `${file ? `\`${file}\`` : 'The served file'} uses a relative import, and Vercel loads it without its package.`,
  literals: ['attempted relative import with no known parent package'],
  pattern: /attempted relative import with no known parent package/,
  causes: [
    {
      cause: 'The file that is served is imported by itself, so `from .x import y` has nothing to start from.',
      advice: 'Write the import from the root folder: `from api.x import y`.',
    },
  ],
  noise: crashNoise,
  source: 'Public issues of vercel/vercel, resolved there.',
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    from .routes import router
ImportError: «attempted relative import with no known parent package»
`,
      files: `-- main.py
from fastapi import FastAPI

from .routes import router
app = FastAPI()
-- requirements.txt
fastapi
`,
      blames: 'main.py',
    },
    {
      log: 'a relative import\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'static-directory-missing',
  role: 'cause',
  title: 'The folder `{folder}` that is served or read is not in the deployment.',
  literals: ['does not exist'],
  pattern: /RuntimeError: Directory '(?<folder>[^']+)' does not exist/,
  causes: [
    {
      cause:
        'A folder called `public` is left out of the function, for Vercel serves it by itself. Git keeps no empty folder either, and a relative path begins at the working folder.',
      advice:
        'Build the path from the module (`Path(__file__).parent / "static"`), commit a file in the folder, or give `StaticFiles` `check_dir=False`.',
    },
  ],
  noise: crashNoise,
  source: "Starlette's own message; what is left out is executed with @vercel/python 25.0.0.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    app.mount("/static", StaticFiles(directory="static"))
«RuntimeError: Directory 'static' does not exist»
`,
    },
    {
      log: "Directory 'static' does not exist\n",
    },
  ],
});

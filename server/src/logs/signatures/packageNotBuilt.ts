import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'package-not-built',
  role: 'cause',
  phase: 'build',
  title: ({ package: name }) =>
    name ? `\`${name}\` could not be built from source.` : 'A package could not be built from source.',
  literals: [
    'Failed building wheel for',
    'Failed to build ',
    'Failed to build installable wheels',
    'Could not build wheels for',
    'metadata-generation-failed',
    'Failed to build:',
  ],
  pattern:
    /(?:Failed building wheel for |Could not build wheels for |Failed to build(?:: |:? `| (?=[\w.-]+(?:==\S+)?$))|Failed to build installable wheels[^(]*\()(?<at>(?<package>[A-Za-z0-9][\w.-]*?)(?:==(?<version>[^\s`,)]+))?)(?=[`,)\s]|$)|metadata-generation-failed/,
  causes: [
    {
      cause:
        'There is no wheel of this version for the Python that runs, so the source is compiled, and the build machine lacks what that needs. Old pins meet this on Python 3.12 and newer.',
      advice:
        'Raise the pin to a release with a wheel for that Python, or choose an older Python of 3.12, 3.13, 3.14 in `.python-version`.',
    },
  ],
  noise: installNoise,
  source: 'Messages of uv and pip.',
  examples: [
    {
      log: `  × Failed to build \`«quiet-parser==1.2.0»\`
  ├─▶ The build backend returned an error
`,
      files: `-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
quiet-parser==1.2.0
`,
      blames: 'requirements.txt',
    },
    {
      log: '  ERROR: Failed building wheel for «quiet-parser»\n',
    },
    {
      log: 'Failed to build the image\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'route-invalid',
  role: 'cause',
  title: 'A route in `vercel.json` is not valid: {reason}.',
  literals: [' at index ', 'oute at index'],
  pattern:
    /(?<reason>(?:Route|Rewrite|Redirect|Header) at index \d+ (?:has invalid|has segment|must define|cannot define|has unknown|is a duplicate).*?)\.?$/,
  causes: [
    {
      cause:
        'Patterns are those of path-to-regexp: `/(.*)` takes everything, `/:name` one part, and `/*` is none. A segment of the destination has to be in the source.',
      advice: 'Correct the entry that it counts from 0.',
      rules: ['route-pattern-invalid', 'route-destination-segment-unknown'],
    },
  ],
  noise: ['builds-beside-settings', 'command-failed'],
  source: 'Read in @vercel/routing-utils 6.6.0, executed.',
  examples: [
    {
      log: 'Error: «Rewrite at index 0 has invalid `source` pattern "/*".»\n',
      files: `-- vercel.json
{ "rewrites": [{ "source": "/*", "destination": "/api/index" }] }
-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
`,
      blames: 'vercel.json',
    },
    {
      log: 'Header at index 3 was set\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'vercel-json-refused',
  role: 'cause',
  title: ({ reason, short }) => `\`vercel.json\` is refused: ${reason ?? short}.`,
  literals: [
    'Invalid vercel.json - ',
    'schema validation failed with the following message',
    'Invalid request: should NOT have additional property',
    'should NOT have additional property',
  ],
  pattern:
    /(?:Invalid vercel\.json - |Invalid request: |`vercel\.json` schema validation failed with the following message: )(?<reason>.*?)\.?(?: Please remove it\.?)?$|^(?:Error: )?(?<short>should NOT have additional property `?[\w.]+`?)/,
  causes: [
    {
      cause:
        "The file holds a key or a value that Vercel's schema does not know. Only the first fault is reported. Settings of the dashboard, such as `rootDirectory`, do not belong into the file.",
      advice: 'Mend or delete what it names and deploy again: there may be another one.',
      rules: [
        'vercel-json-schema',
        'unknown-top-level-key',
        'function-limit-out-of-range',
        'files-glob-not-a-string',
        'env-value-not-a-string',
      ],
    },
  ],
  source: 'Read in `vercel` 64.0.2 and @vercel/fs-detectors 7.7.3, executed.',
  examples: [
    {
      log: 'Error: «Invalid vercel.json - `functions.api/index.py` should NOT have additional property `timeout`. Please remove it.»\n',
      files: `-- vercel.json
{ "functions": { "api/index.py": { "timeout": 30 } } }
-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
`,
      blames: 'vercel.json',
    },
    {
      log: "Error: «Invalid request: should NOT have additional property 'envPrefix'.»\n",
    },
    {
      log: 'Error: The «`vercel.json` schema validation failed with the following message: should NOT have additional property `rootDirectory`»\n',
    },
    {
      log: 'vercel.json is valid\n',
    },
  ],
});

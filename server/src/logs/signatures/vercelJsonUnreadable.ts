import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'vercel-json-unreadable',
  role: 'cause',
  title: ({ name, other }) => `\`${name ?? other}\` is no valid JSON.`,
  literals: ["Can't parse json file", "Couldn't parse JSON file"],
  pattern:
    /Can't parse json file (?:\S*\/)?(?<name>[\w.-]+): (?<reason>.*)|Couldn't parse JSON file (?:\S*\/)?(?<other>[\w.-]+)/,
  causes: [
    {
      cause:
        'JSON has no comments and no comma behind the last entry, and may not begin with a byte order mark. What the parser says stands at the end of the line.',
      advice: 'Mend the place it names.',
      rules: ['vercel-json-syntax'],
    },
  ],
  source: 'Read in `vercel` 64.0.2 and @vercel/fs-detectors 7.7.3, executed.',
  examples: [
    {
      log: "Error: «Can't parse json file /vercel/path0/vercel.json: Expected double-quoted property name in JSON at position 20 while parsing near '...'»\n",
      files: `-- vercel.json
{ "cleanUrls": true, }
-- api/index.py
from fastapi import FastAPI

app = FastAPI()
-- requirements.txt
fastapi
`,
      blames: 'vercel.json',
    },
    {
      log: "Can't parse json of the answer\n",
    },
  ],
});

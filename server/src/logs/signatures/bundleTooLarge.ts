import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'bundle-too-large',
  role: 'cause',
  title: ({ size, limit }) =>
    `The function is too large${size ? `: ${size} MB` : ''}${limit ? ` of at most ${limit} MB` : ''}.`,
  literals: [
    'Total bundle size (',
    'Total dependency size (',
    'Bundle size (',
    'exceeded the unzipped maximum size',
    'exceeds the maximum size limit of',
    'exceeded the uncompressed maximum size',
    'uncompressed which exceeds',
  ],
  pattern:
    /(?:Total (?:bundle|dependency) size|Bundle size) \((?<size>[\d.]+) MB\) exceeds (?!limit\. Enabling|the standard size)(?:[^(]*\((?<limit>[\d.]+) MB\)(?<after> even after)?)?|exceeded the unzipped maximum size of (?<unzipped>\d+) MB|is (?<zipped>[\d.]+)mb (?:uncompressed )?which exceeds the maximum (?:uncompressed )?size limit of \d+\s?mb|exceeded the uncompressed maximum size of 250 MB/i,
  today: ({ unzipped, zipped }) =>
    (unzipped ?? zipped)
      ? 'That limit is of an older time: today Vercel packs 225 MB and installs public packages up to 500 MB at the first start.'
      : '',
  causes: [
    {
      cause:
        'A custom `installCommand` or `buildCommand` keeps Vercel from installing public packages at the first start instead of packing them, so all of them count.',
      advice: 'Remove the custom command, then the limit is 500 MB instead of 225 MB.',
      when: ({ values }) =>
        values.limit === '225' ? values.after === undefined : values.size && !values.limit ? undefined : false,
      decides: 'whether the lines below it speak of a custom install command',
    },
    {
      cause:
        'Dependencies (torch, tensorflow, opencv, scipy and the like), data files, notebooks, a committed `.venv` or `node_modules` are packed into the function.',
      advice:
        'Leave out what it does not need: `excludeFiles` under `functions` in `vercel.json`, or `.vercelignore`. Then drop or replace the largest dependencies. `maxLambdaSize` has no effect.',
    },
  ],
  noise: ['builds-beside-settings'],
  source: "Read in @vercel/python 6.20.2 to 25.0.0 and @vercel/build-utils; the 250 MB text is the platform's.",
  examples: [
    {
      log: `Error: «Total bundle size (1421.91 MB) exceeds the maximum function size (500 MB)».

Reduce the size of your dependencies or split your application into
smaller functions.
`,
    },
    {
      log: 'Error: A Serverless Function has «exceeded the unzipped maximum size of 250 MB».\n',
    },
    {
      log: 'Error: The Serverless Function "app/main.py" «is 50.09mb which exceeds the maximum size limit of 50mb».\n',
    },
    {
      log: 'Bundle size (230.00 MB) exceeds the standard size; optimizing dependencies.\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'cors-blocked',
  role: 'symptom',
  phase: 'runtime',
  title: 'The browser blocks the answer, because it carries no CORS headers.',
  literals: ['blocked by CORS policy', 'Access-Control-Allow-Origin'],
  pattern: /blocked by CORS policy|No 'Access-Control-Allow-Origin' header/,
  causes: [
    {
      cause: 'The function crashed: the page for a crash has no such headers.',
      advice: "Read the function's log first (dashboard, Logs) and mend the crash.",
      decides: "whether the request has status 500 in the browser's network list",
    },
    {
      cause:
        'The address of the site is not in the list of origins: previews have addresses of their own, and an origin has no slash at its end.',
      advice: 'Add the origin, or use `allow_origin_regex` (without the s).',
      decides: 'whether the same request works in `curl`',
    },
  ],
  source: 'Messages of browsers; public issues.',
  examples: [
    {
      log: "Access to fetch at 'https://api.example.test/' from origin 'https://app.example.test' has been «blocked by CORS policy»: No 'Access-Control-Allow-Origin' header is present on the requested resource.\n",
    },
    {
      log: 'CORS policy\n',
    },
  ],
});

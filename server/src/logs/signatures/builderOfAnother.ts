import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'builder-of-another',
  role: 'warning',
  phase: 'build',
  title: "`vercel.json` builds with `{builder}`, which is not Vercel's own.",
  literals: ['Installing Builder: '],
  pattern: /Installing Builder: (?<at>(?<builder>(?!@vercel\/|@now\/)\S+))/,
  causes: [
    {
      cause:
        'Builders of others for WSGI and Django were made before `@vercel/python` knew them, and most of them work no longer.',
      advice:
        "Use Vercel's own: delete `builds` from `vercel.json`, and let the `app` or `application` of the project be found.",
    },
  ],
  source: 'Public issues of such builders.',
  examples: [
    {
      log: '> Installing Builder: «@orchard/python-wsgi»\n',
    },
    {
      log: '> Installing Builder: @vercel/python\n',
    },
  ],
});

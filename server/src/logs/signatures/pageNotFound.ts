import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'page-not-found',
  role: 'symptom',
  phase: 'runtime',
  title: 'Vercel has nothing at that path.',
  literals: ['NOT_FOUND'],
  pattern: /\b404:? (?:Code: |`?)?NOT_FOUND|Code: `?NOT_FOUND\b/,
  causes: [
    {
      cause: 'The root works and sub-paths do not: no rewrite sends them to the function.',
      advice:
        'Choose the preset of your framework, which needs no rewrite. Without a preset, add a rewrite from `/(.*)` to `/api/index`.',
      decides: 'whether `/` answers',
    },
    {
      cause:
        'There is no function at all: since CLI 50.1.3 a file in `api` without a top-level `app` is silently none.',
      advice: "Look at Functions in the deployment's page. If there is none, expose `app`.",
      decides: 'whether the deployment lists a function',
    },
    {
      cause: "Root Directory is another folder than the backend's.",
      advice: 'Correct it in the project settings.',
      decides: 'Root Directory in the project settings',
    },
  ],
  source: "Vercel's documentation of error codes; public issues.",
  examples: [
    {
      log: '«404: NOT_FOUND»\n',
    },
    {
      log: 'NOT_FOUND_ERROR is a constant\n',
    },
  ],
});

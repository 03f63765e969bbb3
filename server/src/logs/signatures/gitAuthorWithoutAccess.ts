import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'git-author-without-access',
  role: 'cause',
  phase: 'build',
  title: 'Vercel does not deploy commits of this author.',
  literals: ['must have access to the'],
  pattern: /Git author (?<author>\S+) must have access to the (?:team|project)/,
  causes: [
    {
      cause:
        'The e-mail address of the commit belongs to nobody in the team that the project is in. Nothing was built.',
      advice:
        'Commit with the address of a member (`git config user.email …`) and push again, or add the author to the team. A tool that commits for you has an address of its own.',
    },
  ],
  source: "Vercel's message, in public notes.",
  examples: [
    {
      log: 'Error: «Git author ann@example.test must have access to the team» Orchard on Vercel to create deployments.\n',
    },
    {
      log: 'You must have access to the dashboard\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'deployment-not-found',
  role: 'cause',
  title: 'There is no deployment at this address.',
  literals: ['DEPLOYMENT_NOT_FOUND'],
  pattern: /DEPLOYMENT_NOT_FOUND/,
  causes: [
    {
      cause: 'It was deleted, or the domain points at none.',
      advice: "Open the address that the deployment's page in the dashboard shows.",
    },
  ],
  source: "Vercel's documentation of error codes.",
  examples: [
    {
      log: '404: «DEPLOYMENT_NOT_FOUND»\n',
    },
    {
      log: 'no deployment\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'service-refused',
  role: 'cause',
  title: ({ library, reason, code, googleReason }) =>
    `A service that the code calls refuses the request: ${(reason ?? googleReason ?? `${library} says ${code}`).replace(/[.?]+$/, '')}.`,
  literals: ['Error code: 401', 'Error code: 403', 'Error code: 429', 'google.api_core.exceptions.'],
  pattern:
    /\b(?<library>openai|anthropic|groq|mistralai|together|cohere)\.\w+: Error code: (?<code>401|403|429)(?:[^']{0,20}'error': \{'message': '(?<reason>[^'*,.]{1,160}))?|google\.api_core\.exceptions\.(?:PermissionDenied|Unauthenticated|ResourceExhausted): (?<google>4\d\d) (?<googleReason>[^.*]{1,160})/,
  causes: [
    {
      cause: 'The key is wrong or was withdrawn, or its account has no quota left. Vercel has no part in it.',
      advice:
        'Look at the account of the service, then set a valid key for this environment under Settings, Environment Variables, and deploy again.',
    },
  ],
  noise: crashNoise,
  source: 'Messages of the client libraries, in public logs.',
  examples: [
    {
      log: "«openai.RateLimitError: Error code: 429 - {'error': {'message': 'You exceeded your current quota», please check your plan and billing details.', 'type': 'insufficient_quota'}}\n",
    },
    {
      log: '«google.api_core.exceptions.PermissionDenied: 403 Your API key was reported as leaked». Use another API key.\n',
    },
    {
      log: 'Error code: 429 is handled\n',
    },
  ],
});

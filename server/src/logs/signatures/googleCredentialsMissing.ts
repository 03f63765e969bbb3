import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'google-credentials-missing',
  role: 'cause',
  phase: 'runtime',
  title: 'A library of Google finds no credentials.',
  literals: ['default credentials were not found', 'Could not automatically determine credentials'],
  pattern: /default credentials were not found|Could not automatically determine credentials/,
  causes: [
    {
      cause: 'On your machine they come from `gcloud` or from a file. A function has neither.',
      advice:
        'Put the JSON of a service account into an environment variable under Settings, and give it to the client: `service_account.Credentials.from_service_account_info(json.loads(os.environ["…"]))`.',
    },
  ],
  noise: crashNoise,
  source: 'Message of google-auth (general knowledge).',
  examples: [
    {
      log: 'google.auth.exceptions.DefaultCredentialsError: Your «default credentials were not found». To set up Application Default Credentials, see https://cloud.google.com/docs/authentication/external/set-up-adc\n',
    },
    {
      log: 'The credentials were found\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'api-key-missing',
  role: 'cause',
  title: 'A client library finds no key or address for its service.',
  literals: [
    'client option must be set',
    'supabase_url is required',
    'supabase_key is required',
    'Could not resolve authentication method',
  ],
  pattern:
    /The api_key client option must be set(?:.*?setting the (?<name>[A-Z_]+) environment variable)?|supabase_(?:url|key) is required|Could not resolve authentication method/,
  causes: [
    {
      cause:
        'It reads an environment variable that is not set for this environment (Production, Preview and Development are separate).',
      advice: ({ name }) =>
        `Set ${name ? `\`${name}\`` : 'it'} under Settings, Environment Variables, and deploy again.`,
    },
  ],
  noise: crashNoise,
  source: 'Messages of openai, anthropic and supabase (general knowledge).',
  examples: [
    {
      log: 'openai.OpenAIError: «The api_key client option must be set either by passing api_key to the client or by setting the OPENAI_API_KEY environment variable»\n',
    },
    {
      log: 'the option must be set\n',
    },
  ],
});

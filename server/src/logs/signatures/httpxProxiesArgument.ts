import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'httpx-proxies-argument',
  role: 'cause',
  title: 'A client library does not fit the httpx that is installed.',
  literals: ["unexpected keyword argument 'proxies'", "unexpected keyword argument 'proxy'"],
  pattern: /__init__\(\) got an unexpected keyword argument '(?<argument>proxies|proxy)'/,
  causes: [
    {
      cause:
        'httpx 0.28 dropped `proxies`, which older releases of openai, anthropic, groq and supabase still give it.',
      advice: 'Raise that library to its newest release, or pin `httpx<0.28`.',
    },
  ],
  noise: crashNoise,
  source: "httpx's changelog (general knowledge).",
  examples: [
    {
      log: "TypeError: Client.«__init__() got an unexpected keyword argument 'proxies'»\n",
    },
    {
      log: 'proxies are set\n',
    },
  ],
});

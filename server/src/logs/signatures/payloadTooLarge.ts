import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'payload-too-large',
  role: 'cause',
  phase: 'runtime',
  title: 'A request or an answer is larger than 4.5 MB.',
  literals: ['FUNCTION_PAYLOAD_TOO_LARGE', 'FUNCTION_RESPONSE_PAYLOAD_TOO_LARGE'],
  pattern: /FUNCTION_(?:RESPONSE_)?PAYLOAD_TOO_LARGE/,
  causes: [
    {
      cause: 'Vercel passes no larger body to a function or from it.',
      advice: 'Upload from the browser straight into an object store, stream the answer, or send it in pages.',
    },
  ],
  noise: ['function-crashed'],
  source: "Vercel's documentation of limits.",
  examples: [
    {
      log: '413: «FUNCTION_PAYLOAD_TOO_LARGE»\n',
    },
    {
      log: 'payload too large for a truck\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'function-crashed',
  role: 'symptom',
  phase: 'runtime',
  title: 'The function crashed; this page does not say why.',
  literals: [
    'FUNCTION_INVOCATION_FAILED',
    'This Serverless Function has crashed',
    'NO_RESPONSE_FROM_FUNCTION',
    'INTERNAL_FUNCTION_INVOCATION_FAILED',
  ],
  pattern: /FUNCTION_INVOCATION_FAILED|This Serverless Function has crashed|NO_RESPONSE_FROM_FUNCTION/,
  causes: [
    {
      cause: 'That is what a visitor sees, whatever the reason. Routes and CORS are hardly ever it.',
      advice:
        "Open the function's log (in the dashboard under Logs, or `vercel logs URL`), and paste it here. The last line of the first traceback counts.",
    },
  ],
  source: "Vercel's documentation of error codes.",
  examples: [
    {
      log: '500: INTERNAL_SERVER_ERROR Code: «FUNCTION_INVOCATION_FAILED»\n',
    },
    {
      log: 'a function failed\n',
    },
  ],
});

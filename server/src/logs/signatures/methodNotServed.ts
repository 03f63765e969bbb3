import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'method-not-served',
  role: 'cause',
  phase: 'runtime',
  title: 'The class `handler` has no method for {method} requests.',
  literals: ["Unsupported method ('"],
  pattern: /Unsupported method \('(?<method>[A-Z]+)'\)/,
  causes: [
    {
      cause: '`BaseHTTPRequestHandler` answers 501 for a method that the class does not define.',
      advice: 'Define `do_{method}` in the class; a browser asks with OPTIONS before some requests.',
    },
  ],
  source: 'Executed with the runtimes of @vercel/python 2.3.4 to 6.5.1 and vercel-runtime 0.4.0 to 0.17.0.',
  examples: [
    {
      log: "501 «Unsupported method ('POST')»\n",
    },
    {
      log: 'Unsupported method\n',
    },
  ],
});

import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'interface-unknown',
  role: 'cause',
  phase: 'runtime',
  title: 'What `{module}` calls `{variable}` is no application that Vercel can serve.',
  literals: ['Could not determine the application interface for'],
  pattern: /Could not determine the application interface for '(?<module>[^':]+):(?<variable>[^']+)'/,
  causes: [
    {
      cause:
        "It is neither ASGI (FastAPI, Starlette) nor WSGI (Flask, Django): a bot's `Application`, a command line app, a dictionary, or a plain class.",
      advice: 'Bind the web application to `app`, and give the other object another name.',
      rules: ['app-is-adapter', 'handler-name-conflict', 'handler-not-a-class'],
    },
  ],
  noise: crashNoise,
  source: 'Executed with the runtimes of @vercel/python 2.3.4 to 6.5.1 and vercel-runtime 0.4.0 to 0.17.0.',
  examples: [
    {
      log: `«Could not determine the application interface for 'main:application'»
Expected either:
  - an ASGI app: async callable(scope, receive, send)
`,
    },
    {
      log: 'Could not determine the interface\n',
    },
  ],
});

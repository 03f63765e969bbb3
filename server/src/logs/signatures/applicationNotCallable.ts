import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'application-not-callable',
  role: 'cause',
  phase: 'runtime',
  title: '`app` is a dictionary or another object that cannot be called.',
  literals: ["object has no attribute '__call__'"],
  pattern: /AttributeError: '(?<kind>\w+)' object has no attribute '__call__'/,
  causes: [
    {
      cause: 'The runtime takes what is called `app` for the application.',
      advice: 'Bind the web application to `app`, and give the other object another name.',
    },
  ],
  noise: crashNoise,
  source: 'Executed with the runtimes of @vercel/python 2.3.4 to 6.5.1 and vercel-runtime 0.4.0 to 0.17.0.',
  examples: [
    {
      log: "«AttributeError: 'dict' object has no attribute '__call__'»\n",
    },
    {
      log: "'dict' object has no attribute 'call'\n",
    },
  ],
});

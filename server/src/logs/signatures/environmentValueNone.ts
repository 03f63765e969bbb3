import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'environment-value-none',
  role: 'cause',
  title: 'A value that should come from an environment variable is `None`.',
  literals: [
    'the JSON object must be str',
    'expected string or bytes-like object',
    'Expected string or URL object, got None',
    "argument of type 'NoneType'",
  ],
  pattern: /(?:the JSON object must be str, bytes or bytearray, not NoneType|Expected string or URL object, got None)/,
  causes: [
    {
      cause: ({ file }) =>
        `\`os.getenv("NAME")\` gives \`None\` where the variable is not set, and ${file ? `\`${file}\`` : 'the code'} goes on with it.`,
      advice: 'Set the variable under Settings, Environment Variables, for this environment, and deploy again.',
      rules: ['env-required-at-import'],
    },
  ],
  noise: crashNoise,
  source: "Python's and SQLAlchemy's own messages; public issues.",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    creds = json.loads(os.getenv("GOOGLE_CREDS"))
TypeError: «the JSON object must be str, bytes or bytearray, not NoneType»
`,
    },
    {
      log: 'the JSON object is fine\n',
    },
  ],
});

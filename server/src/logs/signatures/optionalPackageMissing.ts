import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'optional-package-missing',
  role: 'cause',
  title: ({ package: name, validator, templates, greenlet, dns }) =>
    `A feature in use needs the package \`${name ?? validator ?? templates ?? greenlet ?? dns}\`, which is not installed.`,
  literals: ['to be installed', 'is not installed, run', 'must be installed to use', 'library is required to use'],
  pattern:
    /Form data requires "(?<at>(?<package>python-multipart))" to be installed|(?<validator>email-validator) is not installed, run|(?<templates>jinja2) must be installed to use|the (?<greenlet>greenlet) library is required to use|The "(?<dns>dnspython)" module must be installed to use mongodb\+srv/,
  causes: [
    {
      cause: 'The framework imports it only where the feature is used, so it is not among what it installs by itself.',
      advice: 'Add it to the requirements and deploy again.',
    },
  ],
  noise: crashNoise,
  source: 'Messages of FastAPI, Starlette, pydantic and SQLAlchemy (general knowledge).',
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    @app.post("/upload")
RuntimeError: Form data requires "«python-multipart»" to be installed.
`,
    },
    {
      log: 'ImportError: «email-validator is not installed, run» `pip install pydantic[email]`\n',
    },
    {
      log: 'pymongo.errors.ConfigurationError: «The "dnspython" module must be installed to use mongodb+srv»:// URIs.\n',
    },
    {
      log: 'it has to be installed\n',
    },
  ],
});

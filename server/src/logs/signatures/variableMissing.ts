import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'variable-missing',
  role: 'cause',
  phase: 'runtime',
  title: ({ variable, file, other }) =>
    `\`${file ?? other}\` has no ${variable ? `variable \`${variable}\`` : '`handler` or `app`'} when it runs.`,
  literals: ['issing variable '],
  pattern:
    /Missing variable `handler`(?: or|, `app`, or) `app(?:lication)?` in file "(?<other>[^"]+)"|missing variable "(?<variable>[^"]+)" in file "(?<file>[^"]+)"/,
  causes: [
    {
      cause:
        '`entrypoint` under `[tool.vercel]` names a variable that the module does not have; nobody checks that at build time.',
      advice: 'Correct the name behind the colon.',
      when: ({ values }) => values.variable !== undefined || false,
    },
    {
      cause: 'The file exposes no application under a name that this runtime looks for.',
      advice: 'Bind the application to `app` at the top level of the file.',
      rules: ['entrypoint-missing'],
      when: ({ values }) => values.variable === undefined,
    },
  ],
  noise: crashNoise,
  source: 'Executed with the runtimes of @vercel/python 2.3.4 to 6.5.1 and vercel-runtime 0.4.0 to 0.17.0.',
  examples: [
    {
      log: '«Missing variable `handler` or `app` in file "api/index.py"».\n',
      says: 'no application',
    },
    {
      log: '«missing variable "nope" in file "main"».\n',
      says: 'nobody checks',
    },
    {
      log: 'missing variable "x"\n',
    },
  ],
});

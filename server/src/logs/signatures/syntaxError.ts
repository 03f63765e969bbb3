import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'syntax-error',
  role: 'cause',
  title: ({ file, line, message }) =>
    `${file ? `\`${file}\`` : 'A file'} is not valid Python${line ? ` (line ${line})` : ''}: ${message ?? 'the line says why'}.`,
  literals: ['SyntaxError: ', 'IndentationError: ', 'TabError: '],
  pattern: /^\s*(?:SyntaxError|IndentationError|TabError): (?<message>.+)/,
  causes: [
    {
      cause: 'The Python that runs does not take the file. It may be newer syntax than that Python knows.',
      advice: 'Mend the line, and deploy again.',
      rules: ['entrypoint-syntax-error'],
    },
  ],
  noise: crashNoise,
  source: "Python's own message.",
  examples: [
    {
      log: `  File "/var/task/api/index.py", line 4
    await load()
    ^^^^^^^^^^^^
«SyntaxError: 'await' outside async function»
`,
    },
    {
      log: 'A SyntaxError: was caught\n',
    },
  ],
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'potential-entrypoint',
  role: 'note',
  phase: 'build',
  title: '`{file}` has an application that is called `{variable}`.',
  literals: [' (variable: '],
  pattern: /^\s*(?<file>[^\s()]+\.py) \(variable: (?<variable>\w+)\)/,
  causes: [
    {
      cause: 'The builder found it while it looked for the entrypoint, and does not take it by itself.',
      advice: ({ file, variable }) =>
        `To serve it, write \`entrypoint = "${modulePath(file)}:${variable}"\` under \`[tool.vercel]\` in \`pyproject.toml\`.`,
      rules: ['entrypoint-missing'],
    },
  ],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: `Error: No FastAPI entrypoint found in default locations, but found potential entrypoints:
«  orchard/service.py (variable: app)»
`,
    },
    { log: 'unset (variable: app)\n' },
  ],
});

/** `pkg.module` for `pkg/module.py`. */
function modulePath(file: string | undefined): string | undefined {
  return file?.replace(/\.py$/, '').replaceAll('/', '.');
}

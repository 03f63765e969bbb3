import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'settings-incomplete',
  role: 'cause',
  title: 'A settings class of pydantic misses a value: {model}.',
  literals: ['validation error'],
  pattern:
    /ValidationError: \d+ validation errors? for (?<model>\w*(?:Settings|Config|Configuration|Env|Environment)\w*)/,
  causes: [
    {
      cause:
        'The lines below name each field. Pydantic reads it from the environment variable of that name, and the variable is not set for this environment.',
      advice:
        'Set each under Settings, Environment Variables, and deploy again. `.env` is not read unless it is committed, and it should not be.',
      rules: ['env-required-at-import'],
    },
  ],
  noise: ['process-exited', 'function-crashed', 'import-failed', 'cors-blocked'],
  source: "Pydantic's own message; public issues, resolved there.",
  examples: [
    {
      log: `pydantic_core._pydantic_core.«ValidationError: 1 validation error for Settings»
DATABASE_URL
  Field required [type=missing, input_value={}, input_type=dict]
`,
    },
    {
      log: 'ValidationError: 1 validation error for Item\n',
    },
  ],
});

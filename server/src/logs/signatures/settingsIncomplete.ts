import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'settings-incomplete',
  role: 'cause',
  title: ({ model, fields }) =>
    `\`${model}\` misses ${fields ? `a value for ${fields}` : 'values'}, or has one that does not fit.`,
  literals: ['validation error'],
  pattern:
    /ValidationError: \d+ validation errors? for (?<model>\w*(?:Settings|Config|Configuration|Env|Environment)\w*)/,
  causes: [
    {
      cause: ({ fields }) =>
        `Pydantic reads ${fields ?? 'each field, which the lines below name,'} from the environment variable of that name, and the variable is not set for this environment.`,
      advice:
        'Set each under Settings, Environment Variables, and deploy again. `.env` is not read unless it is committed, and it should not be.',
      rules: ['env-required-at-import'],
    },
  ],
  noise: crashNoise,
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

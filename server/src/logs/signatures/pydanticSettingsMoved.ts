import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'pydantic-settings-moved',
  role: 'cause',
  title: '`BaseSettings` is no part of pydantic 2.',
  literals: ['has been moved to the `pydantic-settings`'],
  pattern: /`BaseSettings` has been moved to the `pydantic-settings` package/,
  causes: [
    {
      cause: 'The code imports it from `pydantic`, and pydantic 2 is installed.',
      advice: 'Require `pydantic-settings` and import from `pydantic_settings`.',
    },
  ],
  noise: crashNoise,
  source: "Pydantic's own message (general knowledge).",
  examples: [
    {
      log: 'pydantic.errors.PydanticImportError: «`BaseSettings` has been moved to the `pydantic-settings` package». See https://docs.pydantic.dev/ for details.\n',
    },
    {
      log: 'BaseSettings moved\n',
    },
  ],
});

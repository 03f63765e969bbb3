import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'configuration-unreadable',
  role: 'cause',
  phase: 'build',
  title: ({ path, name }) => `Vercel cannot read \`${name ?? path?.replace(/.*[\\/]/, '')}\`.`,
  literals: [
    'Could not parse config file "',
    'could not parse pyproject.toml',
    'could not parse uv.toml',
    'could not parse Pipfile',
  ],
  pattern:
    /(?:Could not parse config file "(?<path>[^"]+)"|could not parse (?<name>pyproject\.toml|uv\.toml|Pipfile(?:\.lock)?))(?:: (?<reason>.*))?/,
  causes: [
    {
      cause:
        'The file is no valid TOML or JSON, or begins with a byte order mark. What the parser says stands at the end of the line.',
      advice:
        'Mend the place it names. The log shows the whole file above this line, so take care of secrets when you share it.',
    },
  ],
  noise: ['builds-beside-settings', 'uv-falls-back-to-pip', 'dependency-install-failed', 'command-failed'],
  source: 'Read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: `Failed to parse "pyproject.toml". File content:
Error: «Could not parse config file "/vercel/path0/pyproject.toml": Invalid TOML document: unterminated string»
`,
    },
    {
      log: 'Error: «could not parse Pipfile.lock: Unexpected end of JSON input»\n',
    },
    {
      log: 'could not parse the answer\n',
    },
  ],
});

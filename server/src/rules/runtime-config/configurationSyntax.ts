import { defineRule } from '../rule.ts';

export default defineRule({
  name: 'configuration-syntax',
  area: 'runtime-config',
  subject: '.vercel-preflight.toml',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`.vercel-preflight.toml` is no TOML.',
  why: 'What can still be read of the file counts; what cannot has no effect, so a rule you switched off may be back.',
  source: 'https://toml.io/en/v1.0.0',
  examples: [
    { files: '-- .vercel-preflight.toml\n[rules]\ndotenv-at-import = «off»\n' },
    { files: '-- .vercel-preflight.toml\nfail-on = "info"\n«fail-on» = "error"\n', note: 'a key twice' },
    { files: '-- .vercel-preflight.toml\n[rules]\n«dotenv-at-im»', note: 'half typed' },
    { files: '-- .vercel-preflight.toml\n# nothing yet\n' },
    { files: '-- .vercel-preflight.toml\n[rules]\n"dotenv-at-import" = "off"  # the image sets them\n' },
    { files: '-- docs/.vercel-preflight.toml\n[rules\n', note: 'not at the root' },
  ],

  *check({ toml }) {
    for (const { span, message } of toml.errors) {
      const fault = message.replace(/^invalid /, 'no valid ');
      yield { span, message: `This is no TOML and may have no effect: ${fault}. Correct it.` };
    }
  },
});

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'cors-argument-unknown',
  role: 'cause',
  phase: 'runtime',
  title: 'CORSMiddleware has no argument `{argument}`.',
  literals: ["unexpected keyword argument 'allow_"],
  pattern:
    /TypeError: (?:CORSMiddleware\.)?__init__\(\) got an (?<at>unexpected keyword argument '(?<argument>allow_(?:origins_regex|origins_regexp|origin_regexp|header|method|credential))')/,
  causes: [
    {
      cause:
        'The name is misspelt, so the application cannot be made and every request answers 500. Starlette knows `allow_origins`, `allow_origin_regex`, `allow_methods`, `allow_headers` and `allow_credentials`.',
      advice: ({ argument = '' }) => `Write ${meant(argument)} where \`CORSMiddleware\` is added.`,
    },
  ],
  noise: ['process-exited'],
  source:
    'The signature of `CORSMiddleware` in Starlette (general knowledge); the misspelling is from a public repository.',
  examples: [
    {
      log: `  File "/var/task/main.py", line 8, in <module>
    app.add_middleware(CORSMiddleware, allow_origins_regex="https://.*")
TypeError: CORSMiddleware.__init__() got an «unexpected keyword argument 'allow_origins_regex'»
`,
      files: '-- main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n',
      says: 'misspelt',
    },
    { log: "TypeError: Widget.__init__() got an unexpected keyword argument 'allow_zoom'\n" },
  ],
});

/** The argument that is meant. */
function meant(argument: string): string {
  if (argument.startsWith('allow_origin')) return '`allow_origin_regex`';
  return `\`${argument}s\``;
}

import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'dependency-install-failed',
  role: 'symptom',
  phase: 'build',
  title: 'The dependencies could not be installed.',
  literals: ['Failed to run "', 'Command failed: ', 'Failed to install Python dependencies from'],
  pattern:
    /Failed to run "(?!.{0,2000}falling back to pip)(?<command>[^"]*(?:uv|pip)[^"]*)"|^(?:Error: )?Command failed: (?:\S*\/)?(?<tool>uv|pip[\d.]*) |Failed to install Python dependencies from/,
  causes: [
    {
      cause: 'uv or pip ended with an error. What it said stands around this line, and is the cause.',
      advice:
        'Look for lines that begin with `error:`, `ERROR:` or `×` near it. If your copy has none, open the build log in the dashboard and paste all of it.',
    },
  ],
  source: 'Read in @vercel/python 2.3.4 to 25.0.0.',
  examples: [
    {
      log: '«Failed to run "pip3.12 install --disable-pip-version-check --target /vercel/path0/_vendor -r /vercel/path0/requirements.txt"»\n',
    },
    {
      log: 'Error: «Failed to run "uv sync --active --no-dev --link-mode hardlink --no-editable"»: Command failed: /usr/local/bin/uv sync\n',
    },
    {
      log: 'Failed to run "node index.js"\n',
    },
  ],
});

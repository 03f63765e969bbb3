import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'environment-externally-managed',
  role: 'cause',
  phase: 'build',
  title: "pip refuses to install into the Python of Vercel's build machine.",
  literals: ['externally-managed-environment', 'environment is externally managed'],
  pattern: /externally-managed-environment|This environment is externally managed/,
  causes: [
    {
      cause: 'A command of the project runs `pip install`, and that Python belongs to uv, which marks it so (PEP 668).',
      advice:
        'As `installCommand` it is not needed: delete it, Vercel installs what the manifest lists. For a step of the build use `uv run --with PACKAGE …`, or make an environment of its own: `uv venv /tmp/build` and `uv pip install --python /tmp/build/bin/python …`.',
    },
  ],
  explains: ['command-failed', 'module-missing'],
  noise: [...installNoise, 'package-not-built'],
  source: "pip's own message; public notes on builds of 2026.",
  examples: [
    {
      log: `Running "install" command: \`pip install -r requirements.txt\`...
error: «externally-managed-environment»

× This environment is externally managed
╰─> This Python installation is managed by uv and should not be modified.
Error: Command "pip install -r requirements.txt" exited with 1
`,
    },
    {
      log: 'The environment is managed externally by the platform team\n',
    },
  ],
});

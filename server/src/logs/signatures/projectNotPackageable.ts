import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'project-not-packageable',
  role: 'cause',
  phase: 'build',
  title: 'uv tries to build your project as a package, and finds nothing to put into it.',
  literals: ['Unable to determine which files to ship', 'discovered in a flat-layout', 'Expected a Python module at:'],
  pattern:
    /Unable to determine which files to ship inside the wheel|Multiple top-level (?:packages|modules) discovered in a flat-layout|Expected a Python module at: \S+/,
  causes: [
    {
      cause:
        '`pyproject.toml` has a `[build-system]`, so the project itself counts as a package. Its folders are not laid out as one, and an application does not need to be one.',
      advice:
        'Delete `[build-system]`, or write `package = false` under `[tool.uv]`. To keep the package, name its folders for the build backend.',
    },
  ],
  explains: ['package-not-built'],
  noise: [...installNoise, 'package-not-built'],
  source: 'Messages of hatchling, setuptools and uv (general knowledge).',
  examples: [
    {
      log: `  × Failed to build \`orchard @ file:///vercel/path0\`
  ├─▶ The build backend returned an error
      ValueError: «Unable to determine which files to ship inside the wheel» using the following heuristics: https://hatch.pypa.io/latest/plugins/builder/wheel/#default-file-selection
`,
    },
    {
      log: "      error: «Multiple top-level packages discovered in a flat-layout»: ['api', 'data', 'public'].\n",
    },
    {
      log: 'Multiple packages were discovered\n',
    },
  ],
});

import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'git-dependency-unreachable',
  role: 'cause',
  phase: 'build',
  title: 'A package is taken from a Git repository that the build cannot read.',
  literals: ['could not read Username for', 'Permission denied (publickey)', 'Repository not found'],
  pattern:
    /could not read Username for '(?<host>[^']+)'|git@[^:]*: Permission denied \(publickey\)|(?:fatal|remote|ERROR): (?:remote: )?Repository not found/,
  causes: [
    {
      cause:
        'The repository is private, or its address is wrong, and the build machine has no access to it: it has neither your keys nor your sign-in.',
      advice:
        'Publish the package to an index that the build can read, or copy it into the project. With a token, keep it out of the manifest: uv reads `UV_INDEX_…` and `GIT_CONFIG_…` from the environment variables of the project.',
    },
  ],
  explains: ['package-not-built'],
  noise: [...installNoise, 'package-not-built'],
  source: 'Messages of git and uv (general knowledge).',
  examples: [
    {
      log: `  × Failed to download and build \`orchard-core @ git+https://github.com/orchard/core.git\`
  ╰─▶ failed to clone into: /vercel/.cache/uv/git-v0/db/1a2b
      fatal: «could not read Username for 'https://github.com'»: terminal prompts disabled
`,
    },
    {
      log: 'The repository was found\n',
    },
  ],
});

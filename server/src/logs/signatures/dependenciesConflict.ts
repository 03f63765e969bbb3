import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'dependencies-conflict',
  role: 'cause',
  phase: 'build',
  title: ({ package: name }) =>
    `The requirements contradict each other${name ? ` (\`${name}\` and others)` : ''}, so nothing can be installed.`,
  literals: ['No solution found when resolving', 'have conflicting dependencies', 'are unsatisfiable'],
  pattern:
    /No solution found when resolving[^:]*|(?:\band (?<package>[A-Za-z0-9][\w.-]*)(?:[=<>~!][^ ]*)? because these package versions )?(?<at>have conflicting dependencies)|requirements are unsatisfiable/,
  causes: [
    {
      cause:
        'Two requirements want different versions of one package, a version does not exist, or one needs another Python than the one that runs. The lines around it name them ("Because … depends on …", "The conflict is caused by").',
      advice:
        'Loosen the pins that those lines name, or raise them together. Try it with `uv lock --python 3.12` in the project.',
      rules: ['python-version-excludes-all'],
    },
  ],
  noise: installNoise,
  source: 'Messages of uv and pip.',
  examples: [
    {
      log: `  × «No solution found when resolving dependencies»:
  ╰─▶ Because quiet-parser==2.0 depends on loud-core>=5 and you require loud-core==4.1, we can conclude that the two cannot go together.
`,
    },
    {
      log: 'ERROR: Cannot install -r requirements.txt (line 3) and loud-core==4.1 because these package versions «have conflicting dependencies».\n',
    },
    {
      log: 'A solution was found when resolving\n',
    },
  ],
});

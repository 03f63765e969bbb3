import { installNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'requirement-hashes',
  role: 'cause',
  phase: 'build',
  title: 'The hashes of the requirements do not fit what would be installed.',
  literals: ['DO NOT MATCH THE HASHES', '--require-hashes', 'Hash mismatch for `'],
  pattern:
    /THESE PACKAGES DO NOT MATCH THE HASHES|[Ii]n `?--require-hashes`? mode, all requirements must have|Hash mismatch for `(?<at>(?<package>[A-Za-z0-9][\w.-]*)(?![\w.-])[^`]*)`/,
  causes: [
    {
      cause:
        'The file lists hashes for some files of a package alone, or for another release, and one requirement with a hash makes all of them need one.',
      advice:
        'Write the file anew (`uv export --format requirements-txt`, `pip-compile --generate-hashes`), or without hashes.',
    },
  ],
  noise: [...installNoise, 'package-not-built'],
  source: 'Messages of pip and uv (general knowledge).',
  examples: [
    {
      log: 'ERROR: «THESE PACKAGES DO NOT MATCH THE HASHES» FROM THE REQUIREMENTS FILE. If you have updated the package versions, please update the hashes.\n',
    },
    {
      log: 'The packages match the hashes\n',
    },
  ],
});

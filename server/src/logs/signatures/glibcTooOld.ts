import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'glibc-too-old',
  role: 'cause',
  title: 'A wheel wants a newer system library than the machine has ({version}).',
  literals: ['not found (required by'],
  pattern: /version [`'](?<version>GLIBC(?:XX)?_[\d.]+)' not found/,
  causes: [
    {
      cause: "The wheel was made for a newer Linux than the runtime's.",
      advice: 'Deploy again with the current Python (3.12 or newer), or take an older release of the package.',
      rules: ['builder-pinned'],
    },
  ],
  noise: crashNoise,
  source: "The loader's own message; public issues.",
  examples: [
    {
      log: "/lib64/libm.so.6: «version `GLIBC_2.27' not found» (required by /var/task/quiet.so)\n",
    },
    {
      log: 'GLIBC not found\n',
    },
  ],
});

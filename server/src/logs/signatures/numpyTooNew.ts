import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'numpy-too-new',
  role: 'cause',
  title: 'A package was built for another numpy than the one that is installed.',
  literals: ['numpy.dtype size changed', 'compiled using NumPy 1.x', 'numpy.core.multiarray failed to import'],
  pattern:
    /numpy\.dtype size changed|compiled using NumPy 1\.x cannot be run in|numpy\.core\.multiarray failed to import/,
  causes: [
    {
      cause: 'numpy 2 broke packages that were built with numpy 1, and numpy is not pinned.',
      advice: 'Raise the package that imports numpy, or pin `numpy<2`.',
    },
  ],
  noise: crashNoise,
  source: "numpy's own messages (general knowledge).",
  examples: [
    {
      log: 'ValueError: «numpy.dtype size changed», may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject\n',
    },
    {
      log: 'numpy is installed\n',
    },
  ],
});

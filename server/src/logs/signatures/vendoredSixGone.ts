import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'vendored-six-gone',
  role: 'cause',
  phase: 'runtime',
  title: '`{module}` cannot be imported by Python 3.12 and newer.',
  literals: ['six.moves'],
  pattern: /No module named '(?<module>[\w.]*\bsix\.moves)'/,
  causes: [
    {
      cause:
        'A pinned package carries an old copy of six, whose way of importing Python 3.12 dropped: urllib3 before 1.26.15, requests and botocore of that time, kafka-python, dateutil before 2.8.2.',
      advice: 'Raise the package that the name begins with, and those that pin it: `requests`, `urllib3`, `boto3`.',
    },
  ],
  noise: crashNoise,
  source: 'Public issues; changelog of six 1.16 (general knowledge).',
  examples: [
    {
      log: "[ERROR] Runtime.ImportModuleError: Unable to import module 'vc__handler__python': «No module named 'urllib3.packages.six.moves'»\n",
    },
    {
      log: "No module named 'orchard.moves'\n",
    },
  ],
});

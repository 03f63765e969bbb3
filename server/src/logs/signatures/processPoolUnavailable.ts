import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'process-pool-unavailable',
  role: 'cause',
  phase: 'runtime',
  title: 'The function uses locks between processes, which it does not have.',
  literals: ['[Errno 38]'],
  pattern: /OSError: \[Errno 38\]/,
  causes: [
    {
      cause:
        '`multiprocessing.Pool`, `Queue`, `Lock` and `ProcessPoolExecutor` need shared memory, and a function has no `/dev/shm`.',
      advice:
        'Use threads (`concurrent.futures.ThreadPoolExecutor`) or `asyncio`. For work in parallel processes, call another function, or use `multiprocessing.Process` with `Pipe`.',
    },
  ],
  noise: crashNoise,
  source: "AWS Lambda's environment (general knowledge).",
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/api/index.py", line 40, in run
    pool = Pool(4)
  File "/var/lang/lib/python3.12/multiprocessing/synchronize.py", line 57, in __init__
    sl = self._semlock = _multiprocessing.SemLock(
«OSError: [Errno 38]» Function not implemented
`,
    },
    {
      log: 'Function not implemented yet\n',
    },
  ],
});

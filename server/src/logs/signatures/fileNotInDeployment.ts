import { crashNoise } from '../noise.ts';
import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'file-not-in-deployment',
  role: 'cause',
  title: 'The file `{path}` is not in the deployment.',
  literals: ['[Errno 2]', 'FileNotFoundError'],
  pattern: /FileNotFoundError: \[(?:Errno|WinError) \d+\][^:]*: '(?<path>[^']+)'/,
  causes: [
    {
      cause: 'Everything below `public/` is served as static files and left out of the function.',
      advice: 'Move the file out of `public/`, or ask for it by its URL.',
      when: ({ values }) => /(?:^|[\\/])public[\\/]/.test(values.path ?? '') || false,
    },
    {
      cause: 'A file with credentials is not committed, and should not be, so it is not deployed.',
      advice:
        'Put its content into an environment variable under Settings, Environment Variables, and read it from there (`json.loads(os.environ["…"])`).',
      when: ({ values }) =>
        /(?:service.?account|credential|client_secret|firebase)[^\\/]*\.json$/i.test(values.path ?? '') || false,
    },
    {
      cause:
        'The path is relative to the working folder, or `excludeFiles` or `.vercelignore` leaves the file out. Git ignored files are not deployed either.',
      advice:
        'Build the path from the module: `Path(__file__).parent / "…"`, and look whether the file is committed and not excluded.',
    },
  ],
  noise: crashNoise,
  source: 'What is left out is read in @vercel/python 25.0.0, executed.',
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/main.py", line 3, in <module>
    DATA = open("data/prices.csv").read()
«FileNotFoundError: [Errno 2] No such file or directory: 'data/prices.csv'»
`,
    },
    {
      log: "«FileNotFoundError: [Errno 2] Datei oder Verzeichnis nicht gefunden: '/var/task/public/logo.png'»\n",
      says: 'static files',
    },
    {
      log: "«FileNotFoundError: [Errno 2] No such file or directory: 'serviceAccountKey.json'»\n",
      says: 'credentials',
    },
    {
      log: 'FileNotFoundError was caught\n',
    },
  ],
});

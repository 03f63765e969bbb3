import { defineSignature } from '../signature.ts';

export default defineSignature({
  name: 'handler-not-a-class',
  role: 'cause',
  phase: 'runtime',
  title: 'The function stops at its start, because a name `handler` in it is not a class.',
  literals: ['issubclass() arg 1 must be a class'],
  pattern: /TypeError: issubclass\(\) arg 1 must be a class/,
  where: ({ raised }) =>
    !raised || raised.frames.some(({ path, source }) => isRuntime(path) || source?.includes('BaseHTTPRequestHandler')),
  builder: { to: '6.27.0' },
  today:
    'This is a builder before 6.28.0 (2026-03-24), which looked at `handler` before `app`. A deployment today ignores a `handler` that is not a class and serves a top-level `app`; where there is no `app`, the build stops.',
  causes: [
    {
      cause:
        "The runtime looks for `handler` or `Handler` first and expects a subclass of `BaseHTTPRequestHandler`. Yours is something else: a Mangum instance, a function, or the application itself. An `app` beside it does not help. SQLAlchemy, Mangum's version and CORS have no part in it.",
      advice:
        'Keep one top-level `app` (a FastAPI or Flask object) in the file that Vercel serves, and delete or rename every name `handler` and `Handler` in it, imported ones too. Mangum is not needed on Vercel.',
      rules: [
        'handler-not-a-class',
        'mangum-handler-ignored',
        'handler-wrapper-function',
        'handler-name-conflict',
        'app-is-adapter',
      ],
      withoutFixes: /^Collapse into/,
    },
  ],
  noise: ['process-exited', 'builds-beside-settings'],
  source: 'Executed with the runtimes of @vercel/python 2.3.4 to 6.5.1 and vercel-runtime 0.4.0 to 0.10.0.',
  examples: [
    {
      log: `Traceback (most recent call last):
  File "/var/task/vc__handler__python.py", line 213, in <module>
    if not issubclass(base, BaseHTTPRequestHandler):
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
«TypeError: issubclass() arg 1 must be a class»
Python process exited with exit status: 1. The logs above can help with debugging the issue.
`,
      files:
        '-- api/index.py\nfrom fastapi import FastAPI\nfrom mangum import Mangum\n\napp = FastAPI()\nhandler = Mangum(app)\n',
      says: 'a Mangum instance',
    },
    {
      log: `12:03:11.512 Traceback (most recent call last):
12:03:11.512   File "/var/task/_vendor/vercel_runtime/vc_init.py", line 797, in <module>
12:03:11.512     if not issubclass(base, BaseHTTPRequestHandler):
12:03:11.512 «TypeError: issubclass() arg 1 must be a class»
`,
    },
    {
      log: `Traceback (most recent call last):
  File "/var/task/plugins.py", line 12, in load
    if issubclass(found, Plugin):
TypeError: issubclass() arg 1 must be a class
`,
    },
  ],
});

function isRuntime(path: string): boolean {
  return /vc__handler__python\.py$|vercel_runtime[\\/]vc_init\.py$/.test(path);
}

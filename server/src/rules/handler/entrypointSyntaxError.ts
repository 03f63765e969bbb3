import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings } from '../../documents/python/scope.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { defineRule } from '../rule.ts';
import { errorPlace } from './errorPlace.ts';
import { built } from './exampleHeads.ts';
import { entrypointOf, fateOf } from './handlerFile.ts';

export default defineRule({
  name: 'entrypoint-syntax-error',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'The file with the application does not parse.',
  why: 'The builder says `Could not find a top-level "app", "application", or "handler"`, whatever the file binds, and not a word about syntax.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    { files: `${built}from fastapi import FastAPI\n\napp = FastAPI()\n«print "starting"»\n`, note: 'Python 2' },
    { files: `${built}app = 1\n\n\ndef root():\n    return 1\n\n\n«)»\n` },
    {
      files: `${built}from fastapi import FastAPI\n\n«app = FastAPI(»\n\n\n@app.get("/")\ndef root():\n    return 1\n`,
    },
    { files: `${built}«app = 1»\nx = = 2\n`, note: 'the first line, where the place cannot be told' },
    {
      files: `${built}from fastapi import FastAPI\n\napp = FastAPI()\n\n\n«@app.get("/ord»\n`,
      note: 'half typed: the build would stop here, so it is said at once',
    },
    { files: `${built}app = 1\n\ntry:\n    import this\nexcept A, B:\n    pass\n`, note: 'new in Python 3.14' },
    { files: '-- api/helper.py\nx = = 2\n', note: 'a file below `api` that does not look like an application' },
    { files: `${built}app = 1\n`, note: 'it parses' },
  ],

  *check(document, context) {
    const entrypoint = entrypointOf(context);
    const fate = entrypoint && fateOf(entrypoint, context);
    if (document.vercel?.valid !== false || !entrypoint || !fate || fate === 'unnamed') return;
    if (entrypoint.via === 'api' && !looksMeant(document)) return;
    const outcome = {
      stops: 'and says only that it finds no `app`',
      'no-function': 'and this file becomes no function',
      served: 'and every request fails',
    }[fate];
    yield {
      span: errorPlace(document),
      message: `Vercel cannot read this module as Python, ${outcome}. Correct the syntax.`,
    };
  },
});

/** Whether the module binds what would make it a function, as far as it can be read. */
function looksMeant(document: PythonDocument): boolean {
  return bindings(document).some(
    ({ name, how }) => applicationNames.includes(name) || (how === 'class' && /^handler$/i.test(name)),
  );
}

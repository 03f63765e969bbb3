import type { PythonDocument } from '../../documents/python/document.ts';
import { onlyFunctionsBroken } from '../../documents/python/intact.ts';
import type { Binding } from '../../documents/python/scope.ts';
import { documentAt } from '../../project/files.ts';
import { lineAt } from '../../text/lines.ts';
import { defineRule, type Finding, type RuleContext } from '../rule.ts';
import { built, mangum } from './exampleHeads.ts';
import { isExplained } from './explained.ts';
import { handlerBindings, handlerFile } from './handlerFile.ts';
import { adapterHandler } from './handlerKinds.ts';
import { adapterFixes, applicationIn, renamedFixes } from './unboundApplication.ts';

export default defineRule({
  name: 'entrypoint-missing',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: 'The module binds no `app`, `application` or `class handler` at top level.',
  why: 'The build stops with `Could not find a top-level "app", "application", or "handler"` (with a preset: `Found main.py but it does not define a top-level "app" FastAPI instance`). `handler = Mangum(…)` is none of the three: Vercel does not speak AWS Lambda.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${mangum}from main import create_app\n\n«handler = Mangum(create_app(), lifespan="off")»\n`,
      fixed: `${mangum}from main import create_app\n\napp = create_app()\nhandler = Mangum(app, lifespan="off")\n`,
    },
    {
      files: `${mangum}from main import app as fastapi_app\n\n«handler = Mangum(fastapi_app)»\n`,
      fixed: `${mangum}from main import app as fastapi_app\n\napp = fastapi_app\nhandler = Mangum(app)\n`,
    },
    {
      files: `${built}from fastapi import FastAPI\n\n«api = FastAPI()»\n\n\n@api.get("/")\ndef root():\n    return {}\n`,
      fixed: `${built}from fastapi import FastAPI\n\napi = FastAPI()\napp = api\n\n\n@api.get("/")\ndef root():\n    return {}\n`,
      note: 'the application has another name',
    },
    {
      files: `${built}import json\n\n\n«def handler(request):»\n    return json.dumps({})\n`,
      note: 'a function is no class',
    },
    { files: `${built}import os\n«import streamlit as st»\n\nst.title("hello")\n`, note: 'nothing can be bound' },
    { files: `${built}«import this»\nprint("hello")\n` },
    { files: `${built}app = 1\n` },
    {
      files: `${built}from http.server import BaseHTTPRequestHandler\n\n\nclass Handler(BaseHTTPRequestHandler):\n    pass\n`,
    },
    { files: '-- api/helper.py\nimport json\n', note: 'a file below `api` may be there for the others' },
    {
      files: '-- requirements.txt\nfastapi\n-- main.py\napp = 1\n-- server.py\nprint()\n',
      note: 'another file serves',
    },
    { files: `${built}from fastapi import FastAPI\n\napi = FastAPI(`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    if (!onlyFunctionsBroken(written)) return;
    if (file.fate !== 'stops' || isExplained(document, context) || !isBest(context)) return;
    yield findingFor(document);
  },
});

/** Where a preset looks into several files: whether this is the one that was most likely meant. */
function isBest(context: RuleContext): boolean {
  const { deployment, path, project } = context;
  const candidates = deployment.entrypoints.filter(({ via }) => via === 'preset').map((candidate) => candidate.path);
  if (!candidates.includes(path)) return true;
  const likely = candidates.map((candidate) => {
    const document = documentAt(project.files, candidate, 'python');
    if (!document) return { candidate, weight: 0 };
    if (document.vercel?.valid === false || isExplained(document, { ...context, path: candidate }))
      return { candidate, weight: 3 };
    return { candidate, weight: adapterHandler(document) ? 2 : applicationIn(document) ? 1 : 0 };
  });
  const most = Math.max(...likely.map(({ weight }) => weight));
  return likely.find(({ weight }) => weight === most)?.candidate === path;
}

const ignored = 'Vercel does not serve this `handler` and finds no top-level `app`, so the build stops. Bind `app`.';
const nothing = 'Vercel finds no top-level `app`, `application` or `class handler` here, so the build stops.';

function findingFor(document: PythonDocument): Finding {
  const handler = adapterHandler(document);
  const binding = handlerBindings(document).at(-1);
  const application = handler ? undefined : applicationIn(document);
  if (application) return renamed(document, application);
  if (binding) {
    const span = binding.definition?.headerSpan ?? binding.statement.span;
    return { span, message: ignored, fixes: handler ? adapterFixes(document, handler, 'safe') : [] };
  }
  const own = ownServer(document);
  if (own) return own;
  const first = document.statements[0]?.span.start ?? 0;
  return { span: lineAt(document.text, first), message: `${nothing} Bind \`app\`.` };
}

/** A program for a server of its own, which has nothing to bind. Source: docs.streamlit.io, "Run your app". */
function ownServer({ statements }: PythonDocument): Finding | undefined {
  for (const statement of statements) {
    if (statement.kind !== 'import' && statement.kind !== 'importFrom') continue;
    const modules = statement.kind === 'import' ? statement.names.map(({ name }) => name) : [statement.module];
    const title = modules.map((name) => ownServers.get(name.split('.')[0] ?? '')).find((found) => found !== undefined);
    if (!title) continue;
    const message = `${title} needs a server of its own, which Vercel does not run, so the build stops. Host it elsewhere.`;
    return { span: statement.span, message };
  }
  return undefined;
}

const ownServers: ReadonlyMap<string, string> = new Map([
  ['streamlit', 'Streamlit'],
  ['chainlit', 'Chainlit'],
]);

/** An application that has another name than Vercel looks for. */
function renamed(document: PythonDocument, binding: Binding): Finding {
  return {
    span: binding.statement.span,
    message: `${nothing} Add \`app = ${binding.name}\`.`,
    fixes: renamedFixes(document, binding, 'safe'),
  };
}

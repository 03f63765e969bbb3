import type { PythonDocument } from '../../documents/python/document.ts';
import type { Binding } from '../../documents/python/scope.ts';
import { nameOf } from '../../project/paths.ts';
import { defineRule, type Fix } from '../rule.ts';
import type { Adapter } from './adapters.ts';
import { mangum, mangumAndApp } from './exampleHeads.ts';
import { handlerFile } from './handlerFile.ts';
import { adapterHandler } from './handlerKinds.ts';
import { importRemoval } from './importRemoval.ts';
import { isUsed, namesIn } from './names.ts';
import { merged, removalOf } from './textPieces.ts';

export default defineRule({
  name: 'mangum-handler-ignored',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'info',
  status: 'stable',
  since: '0.1.0',
  summary: '`handler` is an adapter for AWS Lambda, beside an `app` that Vercel serves.',
  why: 'Vercel looks for `app`, `application` or a class `handler`, and serves the first it finds. An adapter such as `Mangum(app)` is made at every start and never called. Before @vercel/python 6.28.0 (24 March 2026) its name made every request fail with `TypeError: issubclass() arg 1 must be a class`.',
  ignore: 'The same file is deployed to AWS Lambda too.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${mangumAndApp}«handler = Mangum(app, lifespan="off")»\n`,
      fixed: `${`${mangumAndApp.replace('from mangum import Mangum\n', '')}`.trimEnd()}\n`,
    },
    {
      files: `${mangum}from fastapi import FastAPI\n\napp = FastAPI()\nasgi = Mangum(app)\n«handler = asgi»\n\n\n@app.get("/")\ndef root():\n    return {}\n`,
      fixed: `${mangum.replace('from mangum import Mangum\n', '')}from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/")\ndef root():\n    return {}\n`,
    },
    {
      files: `${mangum}from main import app as fastapi_app\n\nhandler = Mangum(fastapi_app)\n`,
      note: 'there is no `app`',
    },
    { files: `${mangumAndApp}lambda_handler = Mangum(app)\n`, note: 'it has never been in the way' },
    { files: `${mangumAndApp}handler = Mangum(`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    const found = file.served === undefined ? undefined : adapterHandler(document);
    if (!found || file.served?.toLowerCase() === 'handler') return;
    const verb = file.fate === 'unnamed' ? 'does not look at' : 'ignores';
    yield {
      span: found.binding.statement.span,
      message: `Vercel ${verb} this \`handler\` and serves \`${file.served}\`. Remove it unless AWS Lambda runs ${nameOf(context.path)} too.`,
      fixes: removalFix(document, found),
      tag: 'unnecessary',
    };
  },
});

/** Takes out the adapter, the variable that held it, and its import, as far as nothing else uses them. */
function removalFix(
  document: PythonDocument,
  { binding, adapter }: { readonly binding: Binding; readonly adapter: Adapter },
): Fix[] {
  const own = binding.statement.span;
  const removal = removalOf(document, own);
  const isChained = binding.statement.kind === 'assignment' && binding.statement.targets.length > 1;
  if (!removal || isChained || isUsed(document, 'handler', [own])) return [];
  const variable = adapter.variable && adapter.variable !== binding ? adapter.variable.statement.span : undefined;
  const isFree = variable && adapter.variable && !isUsed(document, adapter.variable.name, [variable, own]);
  const other = isFree ? removalOf(document, variable) : undefined;
  const gone = other && variable ? [own, variable] : [own];
  const [root] = namesIn(adapter.call.callee);
  const imports = root && (other || !variable) ? importRemoval(document, root.id, gone) : [];
  const edits = merged(document, [removal, ...(other ? [other] : []), ...imports]);
  return [{ title: 'Remove the adapter', safety: 'unsafe', edits }];
}

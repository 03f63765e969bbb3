import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { type Adapter, adapterOf } from './adapters.ts';
import { built, mangum } from './exampleHeads.ts';
import { handlerFile } from './handlerFile.ts';
import { importRemoval } from './importRemoval.ts';
import { namesIn } from './names.ts';
import { merged, removalOf } from './textPieces.ts';

export default defineRule({
  name: 'app-is-adapter',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`app` is an adapter for AWS Lambda.',
  why: 'Vercel takes an object that is called with two arguments for WSGI. Mangum then gets a WSGI environment for its event, and every request fails with `RuntimeError: The adapter was unable to infer a handler to use for the event.`',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${mangum}from main import app as fastapi_app\n\n«app = Mangum(fastapi_app)»\n`,
      fixed: `${built}from main import app as fastapi_app\n\napp = fastapi_app\n`,
    },
    {
      files: `${mangum}from fastapi import FastAPI\n\napp = FastAPI()\n\n«app = Mangum(app)»\n`,
      fixed: `${built}from fastapi import FastAPI\n\napp = FastAPI()\n`,
      note: 'the application is replaced by its adapter',
    },
    { files: `${mangum}from main import app\n\nhandler = Mangum(app)\n` },
    { files: `${built}from main import Mangum\n\napp = Mangum(1)\n`, note: 'another Mangum' },
    { files: `${mangum}app = Mangum(`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    if (file.fate === 'unnamed' || !applicationNames.includes(file.served ?? '')) return;
    const binding = bindings(document).findLast(({ name, how }) => name === file.served && how !== 'delete');
    const adapter = binding?.conditional || binding?.tuple ? undefined : adapterOf(document, binding?.value);
    if (!binding || !adapter) return;
    const inner = textAt(document.text, adapter.application.value.span);
    const advice = /^[\w.]{1,30}(?:\(\))?$/.test(inner) ? `Serve \`${inner}\` itself.` : 'Serve what it wraps.';
    yield {
      span: binding.statement.span,
      message: `Vercel takes this adapter for a WSGI application, and every request fails. ${advice}`,
      fixes: fixesFor(document, binding, adapter),
    };
  },
});

/** The variable is another name for an adapter that stays what it is. */
function aliasFixes({ text }: PythonDocument, { value, name }: Binding, application: Expression): Fix[] {
  if (!value || application.kind !== 'name' || application.id === name) return [];
  const newText = textAt(text, application.span);
  return [{ title: `Serve \`${newText}\` itself`, safety: 'unsafe', edits: [{ span: value.span, newText }] }];
}

/** Puts the application in the place of its adapter; takes the adapter out where the two have the same name. */
function fixesFor(document: PythonDocument, binding: Binding, { application, call, variable }: Adapter): Fix[] {
  const { value } = application;
  const { span } = binding.statement;
  if (!binding.value) return [];
  if (variable && variable !== binding) return aliasFixes(document, binding, value);
  const isSelf = value.kind === 'name' && value.id === binding.name;
  const source = textAt(document.text, value.span);
  const edit = isSelf ? removalOf(document, span, [span]) : { span: call.span, newText: source };
  const lost = document.comments.some(({ start, end }) => start >= call.span.start && end <= call.span.end);
  if (!edit || lost || /[\r\n]/.test(source)) return [];
  const [root] = namesIn(call.callee);
  const imports = root ? importRemoval(document, root.id, [call.span]) : [];
  return [
    {
      title: `Serve \`${isSelf ? binding.name : source}\` itself`,
      safety: 'unsafe',
      edits: merged(document, [edit, ...imports]),
    },
  ];
}

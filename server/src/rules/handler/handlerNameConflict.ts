import type { PythonDocument } from '../../documents/python/document.ts';
import type { Binding } from '../../documents/python/scope.ts';
import { contains } from '../../text/span.ts';
import { defineRule, type Finding } from '../rule.ts';
import { adapterMadeBy } from './adapters.ts';
import { built, mangumAndApp } from './exampleHeads.ts';
import { handlerBindings, handlerFile } from './handlerFile.ts';
import { namesIn } from './names.ts';
import { regionOf } from './region.ts';
import { removalOf } from './textPieces.ts';
import { type Wrapper, wrapperOf } from './wrapper.ts';

export default defineRule({
  name: 'handler-name-conflict',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: '`handler` is bound more than once.',
  why: 'The last binding is the one that counts, and what was bound before is lost without a word. Where the first is a class, Vercel finds that class when it builds, and gets the other object when a request comes: every request then fails.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${mangumAndApp}\n«def handler(event, context):»\n    return Mangum(app)(event, context)\n\n\nhandler = Mangum(app)\n`,
      fixed: `${mangumAndApp}\nhandler = Mangum(app)\n`,
    },
    {
      files: `${mangumAndApp}«handler = Mangum(app)»\nhandler = Mangum(app, lifespan="off")\n`,
      fixed: `${mangumAndApp}handler = Mangum(app, lifespan="off")\n`,
    },
    {
      files: `${built}from http.server import BaseHTTPRequestHandler\n\n\nclass handler(BaseHTTPRequestHandler):\n    pass\n\n\n«def handler(event, context):»\n    return {}\n`,
      fixed: `${built}from http.server import BaseHTTPRequestHandler\n\n\nclass handler(BaseHTTPRequestHandler):\n    pass\n`,
      note: 'the build finds the class, the request the function',
    },
    {
      files: `${mangumAndApp}handler = Mangum(app)\nhandler = log_calls(handler)\n`,
      note: 'the second binding builds on the first',
    },
    {
      files: `${mangumAndApp}if True:\n    handler = Mangum(app)\nelse:\n    handler = None\n`,
      note: 'one of the two is bound',
    },
    { files: `${mangumAndApp}handler = Mangum(app)\nhandler = `, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    const all = handlerBindings(document);
    const last = all.at(-1);
    if (!last) return;
    const wrapper = wrapperOf(document);
    for (const [index, binding] of all.slice(0, -1).entries()) {
      const next = all[index + 1];
      if (!next || isReadBefore(document, binding, next)) continue;
      if (binding.how === 'class') yield lostClass(document, binding, last, file.served === 'handler');
      else if (!wrapper || !isMeant(document, binding, wrapper)) yield lost(document, binding);
    }
  },
});

/** Whether the function is there for what it hides: another rule speaks of the function. */
function isMeant(document: PythonDocument, { value, imported }: Binding, { definition }: Wrapper): boolean {
  if (value) return adapterMadeBy(document, value) !== undefined;
  return imported !== undefined && namesIn(definition.body).some(({ id }) => id === 'handler');
}

/** Whether something may read `handler` before it is bound again, or for that. */
function isReadBefore(document: PythonDocument, first: Binding, next: Binding): boolean {
  const between = document.statements.filter(
    ({ span }) => span.start >= first.statement.span.end && span.end <= next.statement.span.start,
  );
  const inNext = next.definition ? [] : namesIn(next.statement).filter(({ span }) => !contains(next.span, span));
  return [...namesIn(between), ...inNext].some(({ id }) => id === 'handler');
}

function placeOf({ definition, statement, span }: Binding) {
  if (definition) return definition.headerSpan;
  return statement.kind === 'assignment' ? statement.span : span;
}

function lost(document: PythonDocument, binding: Binding): Finding {
  const { statement } = binding;
  const isLone = statement.kind === 'assignment' ? statement.targets.length === 1 : binding.definition !== undefined;
  const edit = isLone ? removal(document, binding) : undefined;
  return {
    span: placeOf(binding),
    message: 'This `handler` is lost: the name is bound again below. Keep one of them.',
    fixes: edit ? [{ title: 'Remove this `handler`', safety: 'unsafe', edits: [edit] }] : [],
    tag: 'unnecessary',
  };
}

/** The class is what Vercel finds; `last` is what it gets. */
function lostClass(document: PythonDocument, binding: Binding, last: Binding, isServed: boolean): Finding {
  if (!isServed) return lost(document, binding);
  const edit = removal(document, last);
  return {
    span: placeOf(last),
    severity: 'error',
    message: 'Vercel finds the class `handler`, but gets what is bound here, and every request fails. Remove it.',
    fixes: edit ? [{ title: 'Remove this `handler`', safety: 'unsafe', edits: [edit] }] : [],
  };
}

function removal(document: PythonDocument, { definition, statement }: Binding) {
  if (definition?.kind === 'function') return removalOf(document, regionOf(document, definition));
  return removalOf(document, statement.span);
}

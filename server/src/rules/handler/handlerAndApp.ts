import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings } from '../../documents/python/scope.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { built } from './exampleHeads.ts';
import { assignedClass, familyOfClass } from './handlerClass.ts';
import { handlerFile } from './handlerFile.ts';

const imports = `${built}from http.server import BaseHTTPRequestHandler\n\nfrom main import app`;
const start = `${built}from http.server import BaseHTTPRequestHandler\n\n\n`;

export default defineRule({
  name: 'handler-and-app',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'The module has an `app` and a `class handler`; Vercel serves one of them.',
  why: 'Of a top-level `app` or `application` and a class called `handler` the one that stands first in the file is served, and the other never. Before @vercel/python 6.28.0 (24 March 2026) it was the class, wherever it stood.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    { files: `${imports}\n\n\nclass «handler»(BaseHTTPRequestHandler):\n    pass\n` },
    { files: `${start}class handler(BaseHTTPRequestHandler):\n    pass\n\n\nfrom main import «app»\n` },
    {
      files: `${imports}\n\n\nclass Hello(BaseHTTPRequestHandler):\n    pass\n\n\n«handler» = Hello\n`,
      note: 'an assignment is never looked at',
    },
    {
      files: `${built}import logging\n\nfrom main import app\n\n\nclass Handler(logging.Handler):\n    pass\n`,
      note: 'no class that serves',
    },
    { files: `${start}class handler(BaseHTTPRequestHandler):\n    app = None\n`, note: 'an attribute' },
    { files: `${imports}\n\n\nclass handler(BaseHTTP`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    const served = file.served;
    if (served === undefined || file.fate === 'unnamed') return;
    const isApp = applicationNames.includes(served);
    const winner = bindings(document).find(({ name, conditional }) => name === served && !conditional);
    const loser = isApp ? classBeside(document, context) : applicationBeside(document, context, served);
    if (!winner || !loser) return;
    const what = isApp ? 'the class ' : '';
    yield {
      span: loser.span,
      message: `Vercel serves \`${served}\` of this file and never ${what}\`${loser.name}\`. Keep one of them.`,
      related: [{ path: context.path, span: winner.span, message: 'This is served.' }],
    };
  },
});

/** A class `handler` that would serve requests, or that name for one. */
function classBeside(document: PythonDocument, context: RuleContext): Binding | undefined {
  const found = bindings(document).find(
    ({ name, definition, conditional }) =>
      /^handler$/i.test(name) &&
      !conditional &&
      definition?.kind === 'class' &&
      familyOfClass(document, definition, context) === 'server',
  );
  const assigned = found ? undefined : assignedClass(document, context);
  return found ?? (assigned?.family === 'server' ? assigned.binding : undefined);
}

/** An application behind the class `served`. */
function applicationBeside(document: PythonDocument, context: RuleContext, served: string): Binding | undefined {
  const definition = bindings(document).find(({ name }) => name === served)?.definition;
  if (definition?.kind !== 'class' || familyOfClass(document, definition, context) !== 'server') return undefined;
  return bindings(document).find(
    ({ name, how, conditional, tuple }) =>
      applicationNames.includes(name) &&
      !conditional &&
      !tuple &&
      ['assignment', 'function', 'importFrom'].includes(how),
  );
}

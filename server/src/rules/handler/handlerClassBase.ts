import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings, qualifiedName } from '../../documents/python/scope.ts';
import type { ClassDefinition } from '../../documents/python/syntax.ts';
import type { TextEdit } from '../../text/edit.ts';
import { lineEndingOf } from '../../text/lines.ts';
import { defineRule, type Fix } from '../rule.ts';
import { built } from './exampleHeads.ts';
import { familyOfClass } from './handlerClass.ts';
import { handlerFile } from './handlerFile.ts';

const method = '    def do_GET(self):\n        self.send_response(204)\n        self.end_headers()\n';

export default defineRule({
  name: 'handler-class-base',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`class handler` does not inherit BaseHTTPRequestHandler.',
  why: 'The builder takes the first class called `handler`, in any case. The runtime then wants a BaseHTTPRequestHandler; with another class it ends with `Could not determine the application interface`, and every request fails.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${built}class «handler»:\n${method}`,
      fixed: `${built}from http.server import BaseHTTPRequestHandler\n\n\nclass handler(BaseHTTPRequestHandler):\n${method}`,
    },
    {
      files: `${built}import json\nfrom http.server import BaseHTTPRequestHandler\n\n\nclass «handler»(object):\n${method}`,
      fixed: `${built}import json\nfrom http.server import BaseHTTPRequestHandler\n\n\nclass handler(BaseHTTPRequestHandler):\n${method}`,
    },
    {
      files: `${built}import logging\nfrom main import app\n\n\nclass Handler(logging.Handler):\n    pass\n-- main.py\napp = 1\n`,
      note: '`app` comes first',
    },
    {
      files: `${built}import logging\n\n\nclass «Handler»(logging.Handler):\n    pass\n\n\nfrom main import app\n-- main.py\napp = 1\n`,
      note: 'the class comes first',
    },
    {
      files: `${built}from base import Base\n\n\nclass «handler»(Base):\n    pass\n-- base.py\nclass Base:\n    pass\n`,
    },
    {
      files: `${built}from base import Base\n\n\nclass handler(Base):\n    pass\n-- base.py\nfrom http.server import BaseHTTPRequestHandler as B\n\n\nclass Base(B):\n    pass\n`,
    },
    {
      files: `${built}from framework import Base\n\n\nclass handler(Base):\n    pass\n`,
      note: 'what Base is cannot be told',
    },
    {
      files: `${built}class handler:\n    def __init__(self, environ, start_response):\n        self.start = start_response\n`,
      note: 'the class is a WSGI application',
    },
    { files: `${built}class handler(`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    if (file.fate === 'unnamed' || !/^handler$/i.test(file.served ?? '')) return;
    const [only, ...more] = bindings(document).filter(({ name }) => name === file.served);
    const definition = only?.definition;
    if (more.length > 0 || definition?.kind !== 'class' || familyOfClass(document, definition, context) !== 'other')
      return;
    yield {
      span: definition.nameSpan,
      message: `Vercel serves \`${definition.name}\`, which is no BaseHTTPRequestHandler, and every request fails. ${adviceFor(document, definition)}`,
      fixes: withBase(document, definition),
    };
  },
});

/** A class without methods for requests is most likely something else that has this name. */
function adviceFor(document: PythonDocument, definition: ClassDefinition): string {
  const { name } = definition;
  const later = bindings(document).find((binding) => binding.name === 'app' || binding.name === 'application');
  if (!answers(definition) && later) return `Rename it, and \`${later.name}\` is served.`;
  return name === 'handler' || answers(definition) ? 'Inherit from it.' : 'Rename it.';
}

function answers({ body }: ClassDefinition): boolean {
  return body.some((statement) => statement.kind === 'function' && /^do_[A-Z]+$/.test(statement.name));
}

const base = 'BaseHTTPRequestHandler';

/** Adds the base to a class that inherits nothing and has the methods. */
function withBase(document: PythonDocument, definition: ClassDefinition): Fix[] {
  const header = headerEdit(document, definition);
  const imported = importEdit(document, definition.span.start);
  if (!header || !imported || !answers(definition)) return [];
  const edits = [...imported.edits, { ...header, newText: header.newText.replace(base, imported.name) }];
  return [{ title: `Inherit from ${base}`, safety: 'unsafe', edits }];
}

function headerEdit(document: PythonDocument, definition: ClassDefinition): TextEdit | undefined {
  const { bases, nameSpan, headerSpan } = definition;
  const [only, ...more] = bases;
  const isObject = only && qualifiedName(document, only.value) === 'builtins.object';
  if (only) return isObject && more.length === 0 ? { span: only.span, newText: base } : undefined;
  const span = { start: nameSpan.end, end: headerSpan.end };
  return /^\s*(?:\(\s*\)\s*)?:$/.test(document.text.slice(span.start, span.end))
    ? { span, newText: `(${base}):` }
    : undefined;
}

/** The name of the base in the module, and what brings it where nothing does yet. */
function importEdit(
  document: PythonDocument,
  before: number,
): { readonly name: string; readonly edits: TextEdit[] } | undefined {
  const known = bindings(document).find(
    ({ refersTo, conditional, span }) => refersTo === `http.server.${base}` && !conditional && span.start < before,
  );
  if (known) return { name: known.name, edits: [] };
  if (bindings(document).some(({ name }) => name === base)) return undefined;
  const first = document.statements.find((statement, index) => {
    const isDocstring = index === 0 && statement.kind === 'expression' && statement.expression.kind === 'string';
    return !isDocstring && !(statement.kind === 'importFrom' && statement.module === '__future__');
  });
  if (!first) return undefined;
  const ending = lineEndingOf(document.text);
  const isImport = first.kind === 'import' || first.kind === 'importFrom';
  const start = first.span.start;
  const newText = `from http.server import ${base}${ending.repeat(isImport ? 1 : 3)}`;
  return { name: base, edits: [{ span: { start, end: start }, newText }] };
}

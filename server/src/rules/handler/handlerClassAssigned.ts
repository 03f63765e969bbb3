import type { PythonDocument } from '../../documents/python/document.ts';
import { lineEndingOf } from '../../text/lines.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix } from '../rule.ts';
import { conditionalApplication } from './conditionalApplication.ts';
import { built } from './exampleHeads.ts';
import { type AssignedClass, assignedClass } from './handlerClass.ts';
import { handlerFile, outcomeOf } from './handlerFile.ts';
import { classHandler } from './handlerKinds.ts';
import { indentationUnit, standsAlone } from './textPieces.ts';

const server = `${built}from http.server import BaseHTTPRequestHandler\n\n\nclass Hello(BaseHTTPRequestHandler):\n    def do_GET(self):\n        self.send_response(204)\n        self.end_headers()\n\n\n`;

export default defineRule({
  name: 'handler-class-assigned',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`handler` is another name for a class; Vercel looks for `class handler`.',
  why: 'Since @vercel/python 6.28.0 (24 March 2026) the builder reads the module without running it, and takes a class only where the word `class` stands before the name. `handler = Hello` worked until then.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${server}«handler = Hello»\n`,
      fixed: `${server}class handler(Hello):\n    pass\n`,
    },
    {
      files: `${built}from server import Hello\n\n«handler = Hello»  # for Vercel\n-- server.py\nfrom http.server import SimpleHTTPRequestHandler\n\n\nclass Hello(SimpleHTTPRequestHandler):\n    pass\n`,
      fixed: `${built}from server import Hello\n\nclass handler(Hello):\n    pass  # for Vercel\n-- server.py\nfrom http.server import SimpleHTTPRequestHandler\n\n\nclass Hello(SimpleHTTPRequestHandler):\n    pass\n`,
    },
    {
      files: `${built}class Hello:\n    pass\n\n\n«handler = Hello»\n`,
      note: 'it would serve nothing under its own name either',
    },
    { files: `${server}class handler(Hello):\n    pass\n` },
    { files: `${server}app = 1\nhandler = Hello\n`, note: '`app` is served' },
    { files: `${built}from server import hello\n\nhandler = hello\n`, note: 'it may be anything' },
    { files: `${server}handler = Hel`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    if (file.served !== undefined || file.fate === 'unnamed' || classHandler(document)) return;
    const found = assignedClass(document, context);
    if (!found || conditionalApplication(document, context)) return;
    const name = textAt(document.text, found.value.span);
    yield {
      span: found.binding.statement.span,
      message: `Vercel looks for \`class handler\` and does not see this assignment, ${outcomeOf(file)}. Write \`class handler(${name})\`.`,
      fixes: asClass(document, found),
    };
  },
});

function asClass(document: PythonDocument, { binding: { statement }, value, family }: AssignedClass): Fix[] {
  const isLone = statement.kind === 'assignment' && statement.targets.length === 1;
  if (family === 'other' || !isLone || !standsAlone(document, statement.span)) return [];
  const base = textAt(document.text, value.span);
  if (/[\r\n]/.test(base)) return [];
  const newText = `class handler(${base}):${lineEndingOf(document.text)}${indentationUnit(document)}pass`;
  return [{ title: `Write \`class handler(${base})\``, safety: 'unsafe', edits: [{ span: statement.span, newText }] }];
}

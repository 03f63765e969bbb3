import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings } from '../../documents/python/scope.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { lineAt, lineEndingOf } from '../../text/lines.ts';
import { defineRule, type Finding, type Fix, type Severity } from '../rule.ts';
import { collapseLambda } from './collapseLambda.ts';
import { conditionalApplication } from './conditionalApplication.ts';
import { built, mangumAndApp } from './exampleHeads.ts';
import { type HandlerFile, handlerFile, outcomeOf } from './handlerFile.ts';
import { classHandler, plainHandler } from './handlerKinds.ts';
import { isUsed } from './names.ts';
import { removalOf } from './textPieces.ts';

const flask = `${built}from flask import Flask\n\n`;

export default defineRule({
  name: 'handler-not-a-class',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`handler` is an application or a lambda; Vercel takes a class only.',
  why: 'Vercel looks for a class `handler` that inherits BaseHTTPRequestHandler, or for `app` or `application`. A variable `handler` is ignored beside a top-level `app`; without one the build stops. Before @vercel/python 6.28.0 (24 March 2026) it made every request fail with `TypeError: issubclass() arg 1 must be a class`.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${flask}app = Flask(__name__)\n«handler = app»\n`,
      fixed: `${flask}app = Flask(__name__)\n`,
    },
    {
      files: `${flask}«handler = Flask(__name__)»\n`,
      fixed: `${flask}app = Flask(__name__)\n`,
      note: 'the application has no other name',
    },
    {
      files: `${flask}«handler = Flask(__name__)»  # the site\n\n\n@handler.route("/")\ndef root():\n    return ""\n`,
      fixed: `${flask}handler = Flask(__name__)  # the site\napp = handler\n\n\n@handler.route("/")\ndef root():\n    return ""\n`,
    },
    { files: `${built}from main import app\n\n«handler = lambda event, context: {"statusCode": 200}»\n` },
    {
      files: `${mangumAndApp}«handler = lambda event, context: Mangum(app)(event, context)»\n`,
      fixed: `${mangumAndApp}handler = Mangum(app)\n`,
    },
    { files: `${flask}app = Flask(__name__)\nhandler = print\n` },
    { files: `${flask}class Foo:\n    pass\n\n\napp = Flask(__name__)\nhandler = Foo\n`, note: 'a class' },
    { files: `${flask}app = Flask(__name__)\nhandler = app.`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    const found = plainHandler(document);
    if (!found || classHandler(document)) return;
    const hidden = file.served === undefined ? conditionalApplication(document, context) : undefined;
    const serves = file.served ?? hidden?.name;
    if (serves !== undefined && isUsed(document, 'handler', [found.binding.statement.span])) return;
    yield findingFor(file, found, serves);
  },
});

type Found = NonNullable<ReturnType<typeof plainHandler>>;

function findingFor(file: HandlerFile, found: Found, serves: string | undefined): Finding {
  const { binding, value } = found;
  const what = value.kind === 'lambda' ? 'a lambda' : 'an application';
  const message =
    serves === undefined
      ? `Vercel takes no ${what.slice(what.indexOf(' ') + 1)} called \`handler\` and finds no top-level \`app\`, ${outcomeOf(file)}. Bind \`app\`.`
      : `Vercel ignores \`handler\`, which is ${what} and no class, and serves \`${serves}\`. Remove it.`;
  return {
    span: binding.statement.span,
    severity: severityOf(file, found, serves),
    message,
    fixes: fixesFor(file, found, serves),
    ...(serves === undefined ? {} : { tag: 'unnecessary' }),
  };
}

/** Another name for the application that is served changes nothing; what a lambda does beside calling it never happens. */
function severityOf({ fate }: HandlerFile, { value }: Found, serves: string | undefined): Severity {
  if (serves === undefined) return fate === 'unnamed' ? 'warning' : 'error';
  return value.kind === 'lambda' ? 'warning' : 'info';
}

function fixesFor(file: HandlerFile, found: Found, serves: string | undefined): Fix[] {
  const { binding, value } = found;
  const isVisible = file.served !== undefined || serves === undefined;
  const collapsed = value.kind === 'lambda' && isVisible ? collapseLambda(file, binding, value) : undefined;
  const others = serves === undefined ? bindingFixes(file.document, found) : removalFixes(file.document, found);
  return [...(collapsed ? [collapsed] : []), ...others];
}

function removalFixes(document: PythonDocument, { binding: { statement } }: Found): Fix[] {
  const isLone = statement.kind === 'assignment' && statement.targets.length === 1;
  const edit =
    isLone && !isUsed(document, 'handler', [statement.span]) ? removalOf(document, statement.span) : undefined;
  return edit ? [{ title: 'Remove `handler`', safety: 'unsafe', edits: [edit] }] : [];
}

/** Calls the application `app`: instead of `handler`, or as well, where something uses that name. */
function bindingFixes(document: PythonDocument, { binding, value }: Found): Fix[] {
  const taken = new Set(bindings(document).map(({ name }) => name));
  const name = applicationNames.find((candidate) => !taken.has(candidate));
  if (value.kind === 'lambda' || name === undefined) return [];
  const { statement, span } = binding;
  if (!isUsed(document, 'handler', [statement.span])) {
    return [{ title: `Call it \`${name}\``, safety: 'unsafe', edits: [{ span, newText: name }] }];
  }
  const { end } = lineAt(document.text, statement.span.end);
  const newText = `${lineEndingOf(document.text)}${name} = handler`;
  return [{ title: `Bind \`${name}\``, safety: 'unsafe', edits: [{ span: { start: end, end }, newText }] }];
}

import { deployedModules } from '../../deployment/importClosure.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { onlyFunctionsBroken } from '../../documents/python/intact.ts';
import { nameOf, relativeTo } from '../../project/paths.ts';
import { defineRule, type Finding, type RuleContext } from '../rule.ts';
import { isExplained } from './explained.ts';
import { handlerBindings, handlerFile } from './handlerFile.ts';
import { adapterHandler } from './handlerKinds.ts';
import { adapterFixes, applicationIn, renamedFixes } from './unboundApplication.ts';

const head = '-- vercel.json\n{}\n-- api/index.py\n';
const mangum = `${head}from mangum import Mangum\n`;
const other = '-- api/hello.py\nfrom flask import Flask\n\napp = Flask(__name__)\n';

export default defineRule({
  name: 'entrypoint-not-a-function',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A file below `api` looks like a function and becomes none.',
  why: 'Without a framework preset a Python file below `api` becomes a function only if it binds `app`, `application` or a class `handler` at top level. Any other is passed over: the build is green, says nothing, and the path answers 404.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${mangum}from main import create_app\n\n«handler = Mangum(create_app())»\n`,
      fixed: `${mangum}from main import create_app\n\napp = create_app()\nhandler = Mangum(app)\n`,
    },
    {
      files: `${head}from flask import Flask\n\n«server = Flask(__name__)»\n${other}`,
      fixed: `${head}from flask import Flask\n\nserver = Flask(__name__)\napp = server\n${other}`,
      note: 'another file is a function',
    },
    {
      files: `${head}import json\n\n\n«def handler(request):»\n    return {"statusCode": 200, "body": json.dumps({})}\n`,
      note: 'a function is never called, whatever it takes',
    },
    {
      files: `${head}import logging\n\n\ndef handler(record):\n    logging.info(record)\n${other}`,
      note: 'it takes no request',
    },
    { files: `${head}def slugify(text):\n    return text.lower()\n${other}`, note: 'a helper' },
    {
      files: `${head}from flask import Flask\n\nserver = Flask(__name__)\n-- api/hello.py\nfrom api.index import server as app\n`,
      note: 'a function imports it',
    },
    {
      files: `${head}from flask import Flask\n\nserver = Flask(__name__)\n-- api/hello.py\nfrom flask import Flask\n\napp = Flask(__name__)\n\n\ndef inner():\n    from api.index import server\n\n    return server\n`,
      note: 'a function imports it later',
    },
    { files: `${head}from flask import Flask\n\nserver = Flask(__name__)\napp = server\n` },
    { files: `${head}from flask import Flask\n\nserver = Flask(`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!onlyFunctionsBroken(written)) return;
    if (file?.fate !== 'no-function' || isExplained(file.document, context)) return;
    const { project, deployment, path } = context;
    if (deployedModules(project, deployment).has(path) || isImported(context)) return;
    const finding = findingFor(file.document, relativeTo(project.root, path));
    if (finding) yield finding;
  },
});

/** Whether a line of another module that is deployed, or was meant to be, looks like an import of this one. */
function isImported({ path, project, deployment }: RuleContext): boolean {
  const stem = nameOf(path).replace(/\.py$/, '');
  const line = new RegExp(`^\\s*(?:from|import)\\b.*(?<!\\w)${stem.replace(/\W/g, '.')}(?!\\w)`, 'm');
  const others = [...deployedModules(project, deployment).keys(), ...deployment.entrypoints.map((one) => one.path)];
  return others.some((other) => other !== path && line.test(project.files.source(other)?.text ?? ''));
}

function findingFor(document: PythonDocument, path: string): Finding | undefined {
  const handler = adapterHandler(document);
  if (handler) {
    return {
      span: handler.binding.statement.span,
      message: `Vercel serves no adapter and finds no \`app\` here, so ${path} becomes no function. Bind \`app\`.`,
      fixes: adapterFixes(document, handler, 'unsafe'),
    };
  }
  const application = applicationIn(document);
  if (!application) return calledFinding(document, path);
  const { name } = application;
  return {
    span: application.statement.span,
    message: `Vercel looks for \`app\`, not for \`${name}\`, so ${path} becomes no function. Add \`app = ${name}\`.`,
    fixes: renamedFixes(document, application, 'unsafe'),
  };
}

/** What a function takes that is meant to be called with a request. */
const request = /^_*(?:request|req|event|evt|environ)$/i;

/** A function `handler` that takes a request, as other platforms call it. */
function calledFinding(document: PythonDocument, path: string): Finding | undefined {
  const definition = handlerBindings(document).at(-1)?.definition;
  if (definition?.kind !== 'function' || definition.decorators.length > 0) return undefined;
  if (!request.test(definition.parameters[0]?.name ?? '')) return undefined;
  return {
    span: definition.headerSpan,
    message: `Vercel calls no function \`handler\`, so ${path} becomes no function. Bind \`app\`, or write \`class handler\`.`,
  };
}

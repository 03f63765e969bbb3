import { deployedModules, importOf } from '../../deployment/importClosure.ts';
import { targetOf } from '../../deployment/servedInterface.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings, type CallSite, calls, isClosed, qualifiedName } from '../../documents/python/scope.ts';
import type { Expression } from '../../documents/python/syntax.ts';
import { serverFunctions, serverMethods } from '../../facts/serverStarts.ts';
import { documentAt } from '../../project/files.ts';
import { relativeTo } from '../../project/paths.ts';
import { lineEndingOf } from '../../text/lines.ts';
import { quoteOf } from '../../text/quotes.ts';
import { textAt } from '../../text/span.ts';
import { defineRule, type Fix, type RelatedPlace, type RuleContext } from '../rule.ts';
import { hasLongString } from './names.ts';
import { indentationUnit, standsAlone } from './textPieces.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';
const flask = `${head}from flask import Flask\n\napp = Flask(__name__)\n\n`;

export default defineRule({
  name: 'server-started-at-import',
  area: 'handler',
  subject: 'python',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: 'A server starts while the entrypoint is imported.',
  why: 'The runtime imports the entrypoint and serves its application itself. A server that the module starts waits for requests of its own, the import does not come to an end, and every request runs into the time limit.',
  source: 'https://docs.python.org/3/library/__main__.html',
  examples: [
    {
      files: `${flask}«app.run(debug=True)»  # local\n`,
      fixed: `${flask}if __name__ == "__main__":\n    app.run(debug=True)  # local\n`,
    },
    {
      files: `${head}import uvicorn as server\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n«server.run(\n    app,\n    port=8000,\n)»\n`,
      fixed: `${head}import uvicorn as server\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\nif __name__ == "__main__":\n    server.run(\n        app,\n        port=8000,\n    )\n`,
    },
    {
      files: `${head}from start import app\n-- start.py\nfrom flask import Flask\n\napp = Flask(__name__)\n\n\ndef main():\n    app.run()\n\n\n«main()»\n`,
      fixed: `${head}from start import app\n-- start.py\nfrom flask import Flask\n\napp = Flask(__name__)\n\n\ndef main():\n    app.run()\n\n\nif __name__ == "__main__":\n    main()\n`,
      note: 'main.py imports start.py, and its function starts the server',
    },
    { files: `${flask}if __name__ == "__main__":\n    app.run()\n` },
    { files: `${flask}def main():\n    app.run()\n`, note: 'nobody calls it here' },
    { files: `${flask}import os\n\nif not os.getenv("VERCEL"):\n    app.run()\n`, note: 'not on Vercel' },
    {
      files: `${head}from flask import Flask\nfrom jobs import app as jobs\n\napp = Flask(__name__)\njobs.run()\n`,
      note: 'what runs cannot be told',
    },
    { files: `${flask}-- serve.py\nfrom main import app\n\napp.run()\n`, note: 'no function imports this file' },
    { files: `${flask}app.run(`, note: 'half typed' },
    { files: `${flask}if __na\n    app.run()\n`, note: 'half typed: the guard itself' },
  ],

  *check(document, context) {
    const module = deployedModules(context.project, context.deployment).get(context.path);
    if (!module || module.conditional) return;
    for (const site of calls(document)) {
      if (!site.atImport || site.conditional || site.awaited || !isClosed(document, site.call)) continue;
      if (!startsServer(document, site, context) && !callsStarter(document, site, context)) continue;
      const name = `${textAt(document.text, site.call.callee.span).slice(0, 40)}()`;
      const isEntry = module.chain.length === 1;
      const path = module.chain.map((one) => relativeTo(context.project.root, one)).join(' → ');
      const how = isEntry || path.length > 50 ? 'On import' : `On import (${path})`;
      yield {
        span: site.call.span,
        message: `${how} \`${name}\` starts a server, and no request is answered. Put it under \`if __name__ == "__main__":\`.`,
        related: chainOf(module.chain, context),
        fixes: guarded(document, site, isEntry),
      };
      return;
    }
  },
});

/** Whether the call is one that starts a server. */
function startsServer(document: PythonDocument, { call, name }: CallSite, context: RuleContext): boolean {
  if (name !== undefined && serverFunctions.has(name)) return true;
  const { callee } = call;
  if (callee.kind !== 'attribute') return false;
  const maker = makerOf(document, callee.value, context);
  return maker !== undefined && serverMethods.get(maker) === callee.attribute;
}

/** Whether it calls a function of the module that starts one in any case. */
function callsStarter(document: PythonDocument, { call: { callee } }: CallSite, context: RuleContext): boolean {
  if (callee.kind !== 'name') return false;
  const [only, ...more] = bindings(document).filter(({ name }) => name === callee.id);
  const definition = only?.definition;
  if (more.length > 0 || definition?.kind !== 'function' || definition.async || definition.decorators.length > 0)
    return false;
  return calls(document).some(
    (site) => site.within === definition && !site.conditional && startsServer(document, site, context),
  );
}

/** What makes the object that `expression` is: `flask.Flask` for `app` after `app = Flask(__name__)`, here or in the module that it is imported from. */
function makerOf(document: PythonDocument, expression: Expression, context: RuleContext): string | undefined {
  if (expression.kind === 'call') return qualifiedName(document, expression.callee);
  if (expression.kind !== 'name') return undefined;
  const [only, ...more] = bindings(document).filter(({ name }) => name === expression.id);
  if (!only || more.length > 0 || only.tuple) return undefined;
  if (only.value?.kind === 'call') return qualifiedName(document, only.value.callee);
  const target = only.refersTo === undefined ? undefined : targetOf(context.project, context.path, only.refersTo);
  const other = target && documentAt(context.project.files, target.path, 'python');
  const found = other ? bindings(other).filter(({ name }) => name === target.name) : [];
  const [made] = found;
  return other && found.length === 1 && made?.value?.kind === 'call'
    ? qualifiedName(other, made.value.callee)
    : undefined;
}

/** The imports that lead from the entrypoint to the module. */
function chainOf(chain: readonly string[], { project }: RuleContext): RelatedPlace[] {
  return chain.slice(0, -1).flatMap((importer, index) => {
    const imported = chain[index + 1] ?? '';
    const span = importOf(project, importer, imported);
    return span ? [{ path: importer, span, message: `It imports ${relativeTo(project.root, imported)}.` }] : [];
  });
}

/** In another module than the entrypoint the fix is no longer the same for somebody who starts the entrypoint by hand. */
function guarded(document: PythonDocument, { topLevel, call }: CallSite, isEntry: boolean): Fix[] {
  const { text } = document;
  if (topLevel.kind !== 'expression' || topLevel.expression !== call || !standsAlone(document, topLevel.span))
    return [];
  if (hasLongString(topLevel, text)) return [];
  const unit = indentationUnit(document);
  const quote = quoteOf(text);
  const ending = lineEndingOf(text);
  const moved = textAt(text, topLevel.span).replace(/(\r\n|\r|\n)(?=[^\r\n])/g, `$1${unit}`);
  const newText = `if __name__ == ${quote}__main__${quote}:${ending}${unit}${moved}`;
  const title = 'Put it under `if __name__ == "__main__":`';
  return [{ title, safety: isEntry ? 'safe' : 'unsafe', edits: [{ span: topLevel.span, newText }] }];
}

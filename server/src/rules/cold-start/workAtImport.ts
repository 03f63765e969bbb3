import type { PythonDocument } from '../../documents/python/document.ts';
import {
  type CallSite,
  calls,
  constantString,
  isClosed,
  qualifiedName,
  resolvedValue,
} from '../../documents/python/scope.ts';
import type { Call } from '../../documents/python/syntax.ts';
import { connectingMethods, importTimeWork, pretrainedPackages, type Work } from '../../facts/importTimeWork.ts';
import { textAt } from '../../text/span.ts';
import { defineRule } from '../rule.ts';
import { importOfModule, isAlwaysImported } from './closure.ts';

const head = '-- vercel.json\n{ "builds": [{ "src": "main.py", "use": "@vercel/python" }] }\n-- main.py\n';

export default defineRule({
  name: 'work-at-import',
  area: 'cold-start',
  subject: 'python',
  severity: 'warning',
  status: 'stable',
  since: '0.1.0',
  summary: 'Network, database or model loading while the entrypoint is imported.',
  why: 'Every new instance imports the entrypoint before it answers its first request, so the call is paid on every cold start. Where it fails, the import fails, and every request to that instance answers 500.',
  ignore: 'A model from a file of the deployment is loaded once per instance, and every request needs it.',
  source: 'https://vercel.com/docs/functions/runtimes/python',
  examples: [
    {
      files: `${head}import httpx\n\nRATES = «httpx.get("https://rates.example.com")».json()\n`,
    },
    {
      files: `${head}from app.models import classify\n-- app/models.py\nfrom transformers import AutoModel as Auto, pipeline\n\nclassify = «pipeline("sentiment-analysis")»\nmodel = «Auto.from_pretrained("bert-base-uncased")»\n`,
      note: 'in a module that the entrypoint imports',
    },
    {
      files: `${head}import os\nfrom sqlalchemy import create_engine, text\n\nengine = create_engine(os.environ["DATABASE_URL"])\nwith «engine.connect()» as connection:\n    connection.execute(text("SELECT 1"))\n`,
    },
    {
      files: `${head}import httpx\n\nclient = httpx.Client()\n\ndef rates():\n    return httpx.get("https://rates.example.com").json()\n`,
    },
    {
      files: `${head}import os\nimport requests\n\nif not os.getenv("VERCEL"):\n    requests.get("http://localhost:9000")\n`,
      note: 'not on Vercel',
    },
    {
      files: `${head}import redis\nfrom pymongo import MongoClient\n\ncache = redis.Redis(host="cache")\nclient = MongoClient("mongodb://db")\n`,
      note: 'these connect when they are first used',
    },
    { files: `${head}import requests\n\nif __name__ == "__main__":\n    requests.get("https://example.com")\n` },
    { files: `${head}import requests\n\nRATES = requests.get(`, note: 'half typed' },
  ],

  *check(document, context) {
    if (!isAlwaysImported(context)) return;
    for (const site of calls(document)) {
      if (!site.atImport || site.conditional || !isClosed(document, site.call)) continue;
      const work = workOf(document, site);
      if (!work) continue;
      const called = `\`${textAt(document.text, site.call.callee.span)}()\``;
      yield {
        span: site.call.span,
        ...(work === 'file' ? { severity: 'info' as const } : {}),
        message: messages[work](called.length > 40 ? 'This call' : called),
        related: importOfModule(context),
      };
    }
  },
});

const move = 'Move it into a function.';

const messages: { readonly [W in Work]: (called: string) => string } = {
  network: (called) => `${called} runs on every cold start, and if it fails all requests answer 500. ${move}`,
  database: (called) => `${called} runs on every cold start, and if it fails all requests answer 500. ${move}`,
  model: (called) => `${called} fetches a model on every cold start, and if it fails all requests do. ${move}`,
  file: (called) => `${called} is paid on every cold start, before the first request is answered.`,
  process: (called) => `${called} starts a process on every cold start; a missing program fails all requests. ${move}`,
  wait: (called) => `${called} delays every cold start, before the first request is answered. Remove it.`,
};

function workOf(document: PythonDocument, { name, call }: CallSite): Work | undefined {
  if (name === undefined) return methodWork(document, call);
  if (name.endsWith('.from_pretrained') && pretrainedPackages.has(name.slice(0, name.indexOf('.')))) {
    const source = call.arguments[0] && constantString(document, call.arguments[0].value);
    return source === undefined || /^[\w-]+(?:\/[\w.-]+)?$/.test(source) ? 'model' : 'file';
  }
  return importTimeWork.get(name);
}

/** A method that connects, of an object that this module makes. */
function methodWork(document: PythonDocument, { callee }: Call): Work | undefined {
  if (callee.kind !== 'attribute') return undefined;
  const object = resolvedValue(document, callee.value);
  const maker = object.kind === 'call' ? qualifiedName(document, object.callee) : undefined;
  return connectingMethods.get(maker ?? '')?.has(callee.attribute) ? 'database' : undefined;
}

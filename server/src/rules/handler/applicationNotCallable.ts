import type { PythonDocument } from '../../documents/python/document.ts';
import { bindings, qualifiedName } from '../../documents/python/scope.ts';
import type { Call, Expression } from '../../documents/python/syntax.ts';
import { notApplications } from '../../facts/callables.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { defineRule } from '../rule.ts';
import { built } from './exampleHeads.ts';
import { handlerFile } from './handlerFile.ts';

export default defineRule({
  name: 'application-not-callable',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'preview',
  since: '0.1.0',
  summary: '`app` is something that cannot serve a request.',
  why: 'The builder takes any top-level `app` or `application`. The runtime then wants something that it can call as ASGI or WSGI, ends with `Could not determine the application interface`, and every request fails.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    { files: `${built}app = «{"name": "shop"}»\n` },
    {
      files: `${built}from telegram.ext import Application\n\napplication = «Application.builder().token("x").build()»\n`,
    },
    {
      files: `${built}from telegram.ext import ApplicationBuilder\n\napp = (\n    «ApplicationBuilder()\n    .token("x")\n    .build()»\n)\n`,
    },
    { files: `${built}import typer\n\napp = «typer.Typer()»\n` },
    { files: `${built}app = None\n\n\ndef setup():\n    global app\n    app = make()\n`, note: 'a function binds it' },
    { files: `${built}app = {}\ntry:\n    from main import app\nexcept ImportError:\n    pass\n` },
    {
      files: `${built}from telegram.ext import Application\nfrom main import app\n\nbot = Application.builder().build()\n`,
    },
    {
      files: `${built}application = {"name": "shop"}\n\nfrom main import app as application\n`,
      note: 'it is replaced',
    },
    { files: `${built}app = {"name": `, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    const name = file.served;
    if (name === undefined || file.fate === 'unnamed' || !applicationNames.includes(name)) return;
    const last = bindings(document).findLast((binding) => binding.name === name);
    if (!last?.value || last.conditional || last.tuple || isBoundElsewhere(document, name)) return;
    const what = kindOf(document, last.value);
    if (what === undefined) return;
    yield {
      span: last.value.span,
      message: `Vercel serves \`${name}\`, ${what} and no web application: every request fails. Rename it, or serve one.`,
    };
  },
});

function isBoundElsewhere({ text }: PythonDocument, name: string): boolean {
  return new RegExp(`\\bglobal\\b[^\\n]*\\b${name}\\b|\\bglobals\\s*\\(`).test(text);
}

const literals: { readonly [K in Expression['kind']]?: string } = {
  dict: 'a dictionary',
  list: 'a list',
  tuple: 'a tuple',
  set: 'a set',
  string: 'a string',
  number: 'a number',
};

/** What `value` is, where that surely cannot be called as ASGI or WSGI; for the middle of a sentence. */
function kindOf(document: PythonDocument, value: Expression): string | undefined {
  if (value.kind === 'constant') return value.value === null ? '`None`' : undefined;
  if (value.kind !== 'call') return literals[value.kind];
  const name = qualifiedName(document, firstOfChain(value).callee);
  if (name === undefined) return undefined;
  return notApplications.find(({ start, end }) => start.includes(name) && end === lastOfChain(value))?.what;
}

/** `Application.builder()` in `Application.builder().token(…).build()`. */
function firstOfChain(call: Call): Call {
  const { callee } = call;
  const inner = callee.kind === 'attribute' && callee.value.kind === 'call' ? callee.value : undefined;
  return inner ? firstOfChain(inner) : call;
}

/** `build` in `Application.builder().token(…).build()`; absent where one call is all. */
function lastOfChain(call: Call): string | undefined {
  return firstOfChain(call) === call || call.callee.kind !== 'attribute' ? undefined : call.callee.attribute;
}

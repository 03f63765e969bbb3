import { servedInterface, targetOf } from '../../deployment/servedInterface.ts';
import type { PythonDocument } from '../../documents/python/document.ts';
import { type Binding, bindings, qualifiedName } from '../../documents/python/scope.ts';
import type { Statement } from '../../documents/python/syntax.ts';
import { applicationInterfaces } from '../../facts/callables.ts';
import { applicationNames } from '../../facts/entrypoints.ts';
import { defineRule, type RuleContext } from '../rule.ts';
import { built } from './exampleHeads.ts';
import { handlerFile } from './handlerFile.ts';
import { namesIn } from './names.ts';

const first = `${built}from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/")\ndef root():\n    return {}\n\n\n`;

export default defineRule({
  name: 'app-rebound',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'warning',
  status: 'preview',
  since: '0.1.0',
  summary: 'A new application takes the place of one that has routes.',
  why: 'Vercel serves what the name holds when the module has run. The routes of the application that it held before are lost, and every path of theirs answers 404.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    { files: `${first}«app = FastAPI()»\n` },
    {
      files: `${built}from fastapi import FastAPI\nfrom main import app\n\n«app = FastAPI(title="Shop")»\n-- main.py\nfrom fastapi import FastAPI\n\napp = FastAPI()\n`,
      note: 'the imported application is not used any more',
    },
    {
      files: `${first}from starlette.middleware.cors import CORSMiddleware\n\napp = CORSMiddleware(app)\n`,
      note: 'the first one is inside',
    },
    {
      files: `${first}inner = app\napp = FastAPI()\napp.mount("/api", inner)\n`,
      note: 'the first one has another name',
    },
    {
      files: `${built}from fastapi import FastAPI\n\napp = FastAPI()\napp = FastAPI(title="Shop")\n`,
      note: 'the first one is empty',
    },
    { files: `${first}if app.debug:\n    app = FastAPI(debug=True)\n`, note: 'it may not happen' },
    {
      files: `${built}from fastapi import FastAPI\nfrom shop import app\n\napp = FastAPI()\n-- shop/__init__.py\n-- shop/app.py\nname = "shop"\n`,
      note: 'the import brings a module',
    },
    { files: `${first}app = FastAPI(`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    const name = file.served;
    if (name === undefined || file.fate === 'unnamed' || !applicationNames.includes(name)) return;
    const [last, before] = bindings(document)
      .filter((binding) => binding.name === name && binding.how !== 'delete')
      .reverse();
    if (!last || !before || !isNew(document, last) || !isLost(document, before, last, context)) return;
    yield {
      span: last.statement.span,
      message: `This replaces the \`${name}\` above, and its routes answer 404. Remove it, or give one of the two another name.`,
      related: [{ path: context.path, span: before.span, message: 'This one is replaced.' }],
    };
  },
});

/** Whether the binding makes an application out of nothing that was there before. */
function isNew(document: PythonDocument, { name, value, conditional, tuple, statement }: Binding): boolean {
  if (conditional || tuple || value?.kind !== 'call') return false;
  const made = qualifiedName(document, value.callee);
  if (made === undefined || !applicationInterfaces.has(made)) return false;
  const isLone = statement.kind === 'assignment' && statement.targets.length === 1;
  return isLone && namesIn(value).every(({ id }) => id !== name);
}

/** Whether the first application has something to lose, and nothing keeps it. */
function isLost(document: PythonDocument, before: Binding, { statement }: Binding, context: RuleContext): boolean {
  const { statements } = document;
  if (before.conditional || before.tuple) return false;
  const between = statements.slice(statements.indexOf(before.statement) + 1, statements.indexOf(statement));
  const uses = between.flatMap((one) => namesIn(one).filter(({ id }) => id === before.name));
  if (before.how === 'importFrom') return uses.length === 0 && isApplication(before, context);
  if (before.value?.kind !== 'call' || !isNew(document, before)) return false;
  const plain = between.flatMap((one) => usesOf(one, before.name));
  return uses.length > 0 && plain.length === uses.length;
}

/** Whether the import brings an application of the project, and not a module of this name. */
function isApplication({ refersTo }: Binding, { project, path }: RuleContext): boolean {
  const target = refersTo === undefined ? undefined : targetOf(project, path, refersTo);
  return target !== undefined && servedInterface(project, target.path, target.name) !== 'unknown';
}

/** How often a statement does no more with `name` than give it a route: `@name.get(…)`, `name.include_router(…)`. */
function usesOf(statement: Statement, name: string): readonly true[] {
  const called = statement.kind === 'function' ? statement.decorators.map(({ expression }) => expression) : [];
  const all = statement.kind === 'expression' ? [statement.expression] : called;
  return all.flatMap((expression) => {
    const callee = expression.kind === 'call' ? expression.callee : expression;
    const isIts = callee.kind === 'attribute' && callee.value.kind === 'name' && callee.value.id === name;
    return isIts ? [true as const] : [];
  });
}

import { defineRule, type Finding, type Fix } from '../rule.ts';
import { bindBeside } from './bindBeside.ts';
import { collapse, serveDirectly } from './collapse.ts';
import { type ConditionalApplication, conditionalApplication } from './conditionalApplication.ts';
import { mangum, mangumAndApp } from './exampleHeads.ts';
import { type HandlerFile, handlerFile, outcomeOf } from './handlerFile.ts';
import { classHandler } from './handlerKinds.ts';
import { regionOf } from './region.ts';
import { removalOf } from './textPieces.ts';
import { signatureOf, type Wrapper, wrapperOf } from './wrapper.ts';

export default defineRule({
  name: 'handler-wrapper-function',
  area: 'handler',
  subject: 'entrypoint',
  severity: 'error',
  status: 'stable',
  since: '0.1.0',
  summary: '`handler` is a function as AWS Lambda calls it.',
  why: 'Vercel never calls a function `handler(event, context)`. It serves `app` or `application`, if the module binds one at top level, and ignores the function; else the build stops with `Could not find a top-level "app", "application", or "handler"`. Before @vercel/python 6.28.0 (24 March 2026) the function made every request fail with `TypeError: issubclass() arg 1 must be a class`, even beside a good `app`.',
  ignore: 'The same file is deployed to AWS Lambda too, and the function does there what it should.',
  source: 'https://vercel.com/docs/functions/runtimes/python#python-entrypoints',
  examples: [
    {
      files: `${mangumAndApp}\n«def handler(event, context):»\n    """AWS style"""\n    # One adapter a request.\n    asgi_handler = Mangum(app, lifespan="off")\n    return asgi_handler(event, context)\n`,
      fixed: `${mangumAndApp}\n# AWS style\n# One adapter a request.\nhandler = Mangum(app, lifespan="off")\n`,
    },
    {
      files: `${mangum}from main import app as fastapi_app\n\nasgi = Mangum(fastapi_app)\n\n\n«def handler(evt, ctx):»\n    return asgi(evt, ctx)\n`,
      fixed: `${mangum}from main import app as fastapi_app\n\napp = fastapi_app\nhandler = Mangum(app)\n`,
      note: 'no `app` at top level: the fix binds one, and the variable that nothing else uses goes',
    },
    {
      files: `${mangumAndApp}handler = Mangum(app)\n\n\n«def handler(event, context):»\n    return handler(event, context)\n`,
      fixed: `${mangumAndApp}handler = Mangum(app)\n`,
      note: 'a function with the name of the adapter that it means to call calls itself',
    },
    {
      files: `${mangumAndApp}asgi = Mangum(app)\n\n\n«def handler(event, context):»\n    print(event)\n    return asgi(event, context)\n`,
      note: 'a function that does more than call the adapter is left to its author, and so is one with a decorator',
    },
    { files: `${mangumAndApp}handler = Mangum(app)\n` },
    {
      files: `${mangumAndApp}\n@app.get("/")\ndef handler(event, context):\n    return {}\n`,
      note: 'a route of the application that happens to be called `handler`',
    },
    { files: `${mangumAndApp}\ndef handler(event, context):\n    return Mangum(`, note: 'half typed' },
  ],

  *check(written, context) {
    const file = handlerFile(written, context);
    if (!file) return;
    const { document } = file;
    const wrapper = wrapperOf(document);
    if (!wrapper || classHandler(document)) return;
    const hidden = file.served === undefined ? conditionalApplication(document, context) : undefined;
    yield findingFor(file, wrapper, hidden);
  },
});

function findingFor(file: HandlerFile, wrapper: Wrapper, hidden: ConditionalApplication | undefined): Finding {
  const isMissing = file.served === undefined && hidden === undefined;
  const fixes = fixesFor(file, wrapper, hidden);
  return {
    span: wrapper.definition.headerSpan,
    severity: isMissing && file.fate !== 'unnamed' ? 'error' : 'warning',
    message: isMissing ? messageWithout(file, wrapper, fixes) : messageBeside(file, wrapper, fixes, hidden),
    fixes,
  };
}

function fixesFor(file: HandlerFile, wrapper: Wrapper, hidden: ConditionalApplication | undefined): Fix[] {
  const { passing } = wrapper;
  if (!passing) return removalFixes(file, wrapper);
  const unhide = hidden?.fixes[0]?.edits;
  const fixes =
    'obstacle' in passing
      ? [hidden ? undefined : bindBeside(file, wrapper)]
      : [collapse(file, wrapper, unhide), serveDirectly(file, wrapper, unhide)];
  return fixes.flatMap((fix) => fix ?? []);
}

/** What to say where Vercel finds nothing to serve. */
function messageWithout(file: HandlerFile, { definition, passing }: Wrapper, [fix]: readonly Fix[]): string {
  const problem = `Vercel does not call \`${signatureOf(definition)}\` and finds no top-level \`app\``;
  if (passing && 'obstacle' in passing) return `${problem}. Bind one. Collapse it by hand: ${passing.obstacle}.`;
  const outcome = file.fate === 'unnamed' ? '' : `, ${outcomeOf(file)}`;
  const binds = !fix || / and bind /.test(fix.title);
  return `${problem}${outcome}. ${binds ? 'Bind `app`.' : sentence(fix)}`;
}

/** What to say where Vercel serves something else. */
function messageBeside(
  { served, fate }: HandlerFile,
  { definition, passing }: Wrapper,
  [fix]: readonly Fix[],
  hidden: ConditionalApplication | undefined,
): string {
  const problem =
    fate === 'served'
      ? `Vercel ignores this \`handler\` function and serves \`${served}\`.`
      : `Vercel does not call \`${signatureOf(definition)}\`: it serves \`${served ?? hidden?.name}\`.`;
  if (!passing) return `${problem} Serve what it does from there, or remove it.`;
  if ('obstacle' in passing) return `${problem} Collapse it by hand: ${passing.obstacle}.`;
  return `${problem} ${fix ? sentence(fix) : 'Collapse it by hand.'}`;
}

/** "Collapse it into …" for "Collapse into …". */
function sentence({ title }: Fix): string {
  return `${title.replace(/^Collapse into/, 'Collapse it into')}.`;
}

/** A function without an adapter, beside an application: Vercel never runs it. */
function removalFixes({ document, served }: HandlerFile, { definition }: Wrapper): Fix[] {
  const region = regionOf(document, definition);
  const edit = served === undefined ? undefined : removalOf(document, region, [region]);
  return edit ? [{ title: 'Remove `handler`', safety: 'unsafe', edits: [edit] }] : [];
}

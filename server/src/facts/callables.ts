/**
 * What the application classes of Python's web frameworks are, by qualified name.
 *
 * Source: general knowledge of the projects; no documentation was read for it. `mangum.Mangum` and plain functions were
 * executed (platform.md B.3). A name that is wrong here finds nothing.
 * Date: 2026-11-23
 */
export type ApplicationInterface = 'asgi' | 'wsgi';

const asgi = [
  'fastapi.FastAPI',
  'fastapi.applications.FastAPI',
  'starlette.applications.Starlette',
  'quart.Quart',
  'litestar.Litestar',
  'sanic.Sanic',
  'blacksheep.Application',
  'django.core.asgi.get_asgi_application',
  'fasthtml.common.FastHTML',
  'fasthtml.FastHTML',
  'falcon.asgi.App',
  'socketio.ASGIApp',
] as const;

const wsgi = [
  'flask.Flask',
  'django.core.wsgi.get_wsgi_application',
  'bottle.Bottle',
  'bottle.default_app',
  'falcon.App',
  'falcon.API',
  'apiflask.APIFlask',
] as const;

/** Qualified callable to the interface of what it returns. */
export const applicationInterfaces: ReadonlyMap<string, ApplicationInterface> = new Map([
  ...asgi.map((name) => [name, 'asgi'] as const),
  ...wsgi.map((name) => [name, 'wsgi'] as const),
]);

/**
 * Adapters that turn an application into an AWS Lambda handler `f(event, context)`. Vercel's runtime does not speak
 * that protocol: it takes such an object for WSGI, because both have two parameters.
 */
export const lambdaAdapters: ReadonlySet<string> = new Set([
  'mangum.Mangum',
  'mangum.adapter.Mangum',
  'apig_wsgi.make_lambda_handler',
  'awsgi.response',
  'serverless_wsgi.handle_request',
]);

/**
 * Calls that make something which often has the name `app` and is no web application.
 *
 * Source: field reports of `Could not determine the application interface`; which calls make them is general knowledge
 * Date: 2026-11-25
 */
export const notApplications: readonly {
  /** The call that it begins with. */
  readonly start: readonly string[];
  /** The last method of the chain, where there is one. */
  readonly end: string | undefined;
  /** For the middle of a sentence. */
  readonly what: string;
}[] = [
  {
    start: ['telegram.ext.Application.builder', 'telegram.ext.ApplicationBuilder'],
    end: 'build',
    what: 'a Telegram bot',
  },
  { start: ['typer.Typer'], end: undefined, what: 'a Typer command' },
  { start: ['builtins.dict'], end: undefined, what: 'a dictionary' },
  { start: ['builtins.list'], end: undefined, what: 'a list' },
];

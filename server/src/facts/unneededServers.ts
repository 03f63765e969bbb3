/**
 * Servers and adapters that Vercel's runtime makes idle: it serves `app` itself, with what it brings.
 *
 * Source: platform.md E, dep-server-unneeded (uvicorn and werkzeug are vendored since @vercel/python 6.7)
 * Date: 2026-11-23
 */
export const unneededServers: Readonly<Record<string, { readonly module: string; readonly what: string }>> = {
  'aws-wsgi': { module: 'awsgi', what: 'an adapter for AWS Lambda' },
  awslambdaric: { module: 'awslambdaric', what: 'the runtime of AWS Lambda' },
  gunicorn: { module: 'gunicorn', what: 'a server' },
  hypercorn: { module: 'hypercorn', what: 'a server' },
  mangum: { module: 'mangum', what: 'an adapter for AWS Lambda' },
  'serverless-wsgi': { module: 'serverless_wsgi', what: 'an adapter for AWS Lambda' },
  uvicorn: { module: 'uvicorn', what: 'a server' },
  waitress: { module: 'waitress', what: 'a server' },
};

/** Files that say the project runs elsewhere too, where the server may be what starts it. */
export const otherHosts: readonly string[] = [
  ...['Dockerfile', 'Procfile', 'docker-compose.yml', 'docker-compose.yaml', 'compose.yaml', 'compose.yml', 'fly.toml'],
  ...[
    'render.yaml',
    'railway.json',
    'railway.toml',
    'app.yaml',
    'serverless.yml',
    'template.yaml',
    'samconfig.toml',
    'Makefile',
  ],
];

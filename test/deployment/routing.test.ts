import { describe, expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import type { Explanation, Step } from '../../server/src/deployment/routing/steps.ts';
import { explainRequest } from '../../server/src/deployment/routing/walk.ts';
import { ask } from './deploymentOf.ts';

type Texts = Readonly<Record<string, string>>;

function explained(files: Texts, target: string, method = 'GET'): Promise<Explanation> {
  const [path = '', query = ''] = target.split('?');
  return ask(files, (project) => explainRequest(project, resolveDeployment(project), { method, path, query }));
}

/** The answer in a few words. */
async function answer(files: Texts, target: string, method?: string): Promise<string> {
  const { answer: given, certain } = await explained(files, target, method);
  const words = wordsOf(given);
  return certain || given.kind === 'unknown' ? words : `${words}?`;
}

function wordsOf(given: Explanation['answer']): string {
  const status = 'status' in given && given.status !== undefined ? ` ${given.status}` : '';
  if (given.kind === 'function') return `function ${given.output.file} sees ${given.path ?? 'unknown'}${status}`;
  if (given.kind === 'static') return `static ${given.output.file}${status}`;
  if (given.kind === 'redirect') return `redirect ${given.location}${status}`;
  if (given.kind === 'external') return `external ${given.location}`;
  if (given.kind === 'not-found') return given.page ? `404 ${given.page.file}` : '404';
  return given.kind === 'stopped' ? `stopped ${given.error.code}` : `${given.kind}${status}`;
}

const config = (value: unknown): Texts => ({ 'vercel.json': JSON.stringify(value) });
const app = 'app = 1\n';
const api: Texts = { 'api/index.py': app, 'api/users/[id].py': app };
const everything = { source: '/(.*)', destination: '/api/index' };

describe('zero configuration', () => {
  it('answers at the path of the file, with and without its extension', async () => {
    expect(await answer(api, '/api/index')).toBe('function api/index.py sees /api/index');
    expect(await answer(api, '/api')).toBe('function api/index.py sees /api');
    expect(await answer(api, '/api/')).toBe('function api/index.py sees /api/');
    expect(await answer(api, '/api/index.py')).toBe('function api/index.py sees /api/index.py');
    expect(await answer(api, '/api/users/7')).toBe('function api/users/[id].py sees /api/users/7');
    expect(await answer(api, '/api/other')).toBe('status 404');
    expect(await answer(api, '/other')).toBe('404');
  });

  it('publishes files beside functions, and `public` alone where there is one', async () => {
    const site = { ...api, 'index.html': 'x', 'about.html': 'x', 'lib/db.py': 'x', '404.html': 'x' };
    expect(await answer(site, '/')).toBe('static index.html');
    expect(await answer(site, '/about')).toBe('404 404.html');
    expect(await answer({ ...site, ...config({ cleanUrls: true }) }, '/about')).toBe('static about.html');
    expect(await answer({ ...site, ...config({ cleanUrls: true }) }, '/about.html')).toBe('redirect /about 308');
    expect(await answer(site, '/lib/db.py')).toBe('static lib/db.py');
    const folder = { ...site, 'public/index.html': 'x' };
    expect(await answer(folder, '/')).toBe('static public/index.html');
    expect(await answer(folder, '/lib/db.py')).toBe('404');
  });

  it('publishes the sources where nothing is built', async () => {
    expect(await answer({ 'api/handler.py': 'x = 1\n' }, '/api/handler.py')).toBe('static api/handler.py');
    expect(await answer({ 'api/handler.py': 'x = 1\n' }, '/api/handler')).toBe('404');
  });

  it('lets the application see the path that was asked for behind a rewrite', async () => {
    const files = { ...api, ...config({ rewrites: [everything] }) };
    expect(await answer(files, '/orders/3')).toBe('function api/index.py sees /orders/3');
    expect(await answer(files, '/api/users/7')).toBe('function api/index.py sees /api/users/7');
  });

  it('goes on behind a rewrite to nothing', async () => {
    const rewrites = [{ source: '/(.*)', destination: '/api/gone' }];
    expect(await answer({ ...api, ...config({ rewrites }) }, '/x')).toBe('status 404');
    const two = [...rewrites, { source: '/api/gone', destination: '/api/index' }];
    expect(await answer({ ...api, ...config({ rewrites: two }) }, '/x')).toBe('function api/index.py sees /x');
  });
});

describe('rules of vercel.json', () => {
  it('redirects with what the source captured', async () => {
    const redirects = [{ source: '/old/:id', destination: '/new/:id', permanent: true }];
    expect(await answer({ ...api, ...config({ redirects }) }, '/old/7')).toBe('redirect /new/7 308');
  });

  it('takes methods into account, and captures', async () => {
    const routes = [
      { src: '/a/(?<name>.*)', methods: ['POST'], dest: '/api/index.py?name=$name' },
      { src: '/a/(.*)', status: 410 },
    ];
    const files = { ...api, ...config({ routes }) };
    expect(await answer(files, '/a/b', 'POST')).toBe('function api/index.py sees /a/b');
    expect(await answer(files, '/a/b')).toBe('status 410');
    const { steps } = await explained(files, '/a/b', 'POST');
    expect(steps[0]).toMatchObject({ kind: 'rule', path: '/api/index.py', query: 'name=b' });
  });

  it('follows conditions on the query, and says which it cannot know', async () => {
    const has = [{ type: 'query', key: 'v', value: '(?<major>\\d+)' }];
    const redirects = [{ source: '/a', has, destination: '/v:major', permanent: false }];
    const files = { ...api, ...config({ redirects }) };
    expect(await answer(files, '/a?v=2')).toBe('redirect /v2 307');
    expect(await answer(files, '/a?v=x')).toBe('404');
    expect(await answer(files, '/a')).toBe('404');
    const cookie = [{ source: '/a', has: [{ type: 'cookie', key: 's' }], destination: '/b', permanent: false }];
    expect(await answer({ ...api, ...config({ redirects: cookie }) }, '/a')).toBe('404?');
    const missing = [{ source: '/a', missing: [{ type: 'header', key: 's' }], destination: '/b', permanent: false }];
    expect(await answer({ ...api, ...config({ redirects: missing }) }, '/a')).toBe('redirect /b 307?');
  });

  it('adds headers without an answer, in doubt as well', async () => {
    const headers = [
      { source: '/(.*)', has: [{ type: 'header', key: 's' }], headers: [{ key: 'x-a', value: '1' }] },
      { source: '/(.*)', headers: [{ key: 'x-b', value: '2' }] },
    ];
    const files = { ...api, ...config({ headers }) };
    expect(await answer(files, '/api')).toBe('function api/index.py sees /api');
    const { steps } = await explained(files, '/api');
    expect(steps.map(kindOf)).toEqual(['condition', 'rule headers', 'hit']);
  });

  it('leaves to another site and to services', async () => {
    const rewrites = [{ source: '/docs/:path*', destination: 'https://docs.example.org/:path*' }];
    expect(await answer({ ...api, ...config({ rewrites }) }, '/docs/a/b')).toBe(
      'external https://docs.example.org/a/b',
    );
  });

  it('matches without regard to case unless told', async () => {
    const routes = [{ src: '/A', status: 410 }];
    expect(await answer({ ...api, ...config({ routes }) }, '/a')).toBe('status 410');
    const sensitive = [{ src: '/A', status: 410, caseSensitive: true }];
    expect(await answer({ ...api, ...config({ routes: sensitive }) }, '/a')).toBe('404');
  });

  it('takes a destination with a redirecting status for where the redirect leads', async () => {
    const routes = [{ src: '/a', dest: 'b', status: 301 }];
    expect(await answer({ ...api, ...config({ routes }) }, '/a')).toBe('redirect /b 301');
  });

  it('looks for a file at a route that only says `check`, and goes on', async () => {
    const routes = [
      { src: '/.*', check: true },
      { src: '/x', status: 410 },
    ];
    expect(await answer({ ...api, ...config({ routes }) }, '/api')).toBe('function api/index.py sees /api');
    expect(await answer({ ...api, ...config({ routes }) }, '/x')).toBe('status 410?');
  });

  it('does not guess behind a route that leads to nothing for good', async () => {
    const routes = [{ src: '/(.*)', dest: '/main.py' }];
    expect(await answer({ ...api, ...config({ routes }) }, '/a')).toBe('404');
    expect(await answer({ ...fastapi, ...config({ routes }) }, '/a')).toBe('unknown');
  });
});

const fastapi: Texts = { 'requirements.txt': 'fastapi\n', 'main.py': app };

describe('a Python preset', () => {
  it('gives every path to the application, files in `public` first', async () => {
    const files = { ...fastapi, 'public/logo.png': 'x', 'static/a.css': 'x' };
    expect(await answer(files, '/users')).toBe('function main.py sees /users');
    expect(await answer(files, '/logo.png')).toBe('static public/logo.png');
    expect(await answer(files, '/static/a.css')).toBe('function main.py sees /static/a.css');
    expect(await answer(files, '/main.py')).toBe('function main.py sees /main.py');
  });

  it('lets the application see the path that a rewrite leads to', async () => {
    const files = { ...fastapi, ...config({ rewrites: [everything] }) };
    expect(await answer(files, '/users')).toBe('function main.py sees /api/index');
  });

  it('keeps functions of other languages, and its own error pages', async () => {
    const files = { ...fastapi, 'api/now.js': 'x', '404.html': 'x' };
    expect(await answer(files, '/api/now')).toBe('function api/now.js sees /api/now');
    expect(await answer(files, '/api/then')).toBe('function main.py sees /api/then');
  });

  it('of FastHTML closes the paths below `/api` once there are functions', async () => {
    const files = { 'requirements.txt': 'python-fasthtml\n', 'main.py': app, 'api/now.py': app };
    expect(await answer(files, '/api/now')).toBe('function api/now.py sees /api/now');
    expect(await answer(files, '/api/then')).toBe('status 404');
    expect(await answer(files, '/then')).toBe('function main.py sees /then');
  });
});

describe('`builds`', () => {
  const builds = [{ src: 'api/index.py', use: '@vercel/python' }];

  it('has functions at the path of their source', async () => {
    const files = { ...api, ...config({ builds }) };
    expect(await answer(files, '/api/index.py')).toBe('function api/index.py sees /api/index.py');
    expect(await answer(files, '/api')).toBe('function api/index.py sees /api');
    expect(await answer(files, '/api/index')).toBe('404');
    expect(await answer(files, '/api/users/7')).toBe('404');
  });

  it('reaches them by routes', async () => {
    const routes = [{ handle: 'filesystem' }, { src: '/(.*)', dest: 'api/index.py' }];
    expect(await answer({ ...api, ...config({ builds, routes }) }, '/x')).toBe('function api/index.py sees /x');
    const rewrites = [everything];
    expect(await answer({ ...api, ...config({ builds, rewrites }) }, '/x')).toBe('404');
  });

  it('publishes what `@vercel/static` names, and does not know what others make', async () => {
    const both = [...builds, { src: 'site/**', use: '@vercel/static' }];
    expect(await answer({ ...api, 'site/index.html': 'x', ...config({ builds: both }) }, '/site')).toBe(
      'static site/index.html',
    );
    const foreign = [...builds, { src: 'package.json', use: '@vercel/static-build' }];
    expect(await answer({ ...api, ...config({ builds: foreign }) }, '/x')).toBe('unknown');
  });
});

describe('what the files do not tell', () => {
  const next = { 'package.json': '{"dependencies":{"next":"15"}}', ...api };

  it('is what a frontend makes of a path', async () => {
    expect(await answer(next, '/about')).toBe('unknown');
    expect(await answer(next, '/api/users/7')).toBe('function api/users/[id].py sees /api/users/7?');
    expect(await answer(next, '/api/index')).toBe('function api/index.py sees /api/index');
  });

  it('is what middleware does, behind redirects', async () => {
    const redirects = [{ source: '/old', destination: '/new', permanent: true }];
    const files = { ...api, 'middleware.ts': 'x', ...config({ redirects }) };
    expect(await answer(files, '/old')).toBe('redirect /new 308');
    expect(await answer(files, '/api')).toBe('function api/index.py sees /api?');
  });

  it('is how services share the paths', async () => {
    const services = { web: { root: 'web', framework: 'fastapi' } };
    expect((await answer({ ...api, ...config({ services }) }, '/api')).split(' ')[0]).toMatch(/unknown|stopped/);
  });

  it('is nothing where the build stops', async () => {
    expect(await answer({ 'requirements.txt': 'fastapi\n' }, '/')).toBe('stopped FASTAPI_ENTRYPOINT_NOT_FOUND');
  });
});

function kindOf(step: Step): string {
  return step.kind === 'rule' ? `rule ${step.effect}` : step.kind;
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { explainRoute, requestFor } from '../../server/src/features/explainRoute.ts';
import { ask } from './deploymentOf.ts';

const pattern = fc.constantFrom('/', '/a', '/(.*)', '/:p*', '/a/:b(\\d+)', '(?<n>x)', '/%', '^/$', '/a$');
const target = fc.constantFrom(
  '/',
  '/a',
  '/$1',
  '/$2$n',
  'x',
  '//h/p',
  'https://h/:p',
  '/api/index?a=$1#f',
  '',
  '/%zz',
);
const condition = fc.constantFrom(
  { type: 'query', key: 'a', value: '(?<n>.*)' },
  { type: 'query', key: 'a', value: '(' },
  { type: 'host', value: { suf: 'x' } },
  { type: 'cookie', key: 'c' },
);
const rare = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3, nil: undefined });
const rule = fc.record(
  {
    src: pattern,
    dest: rare(target),
    status: rare(fc.constantFrom(200, 301, 404)),
    continue: rare(fc.boolean()),
    check: rare(fc.boolean()),
    has: rare(fc.array(condition, { maxLength: 2 })),
    missing: rare(fc.array(condition, { maxLength: 2 })),
    mitigate: rare(fc.constant({ action: 'deny' })),
    headers: rare(fc.constantFrom({ Location: '/$1' }, { 'x-a': '$n' })),
  },
  { requiredKeys: ['src'] },
);
const handle = fc
  .constantFrom('filesystem', 'miss', 'hit', 'error', 'rewrite', 'resource')
  .map((name) => ({ handle: name }));
const routes = fc.array(fc.oneof({ weight: 4, arbitrary: rule }, handle), { maxLength: 6 });
const path = fc.constantFrom(
  '/',
  '/a',
  '/a/1',
  '/api',
  '/api/',
  '/%',
  '/%zz',
  '/a?a=1&a=2',
  '?a',
  '//x',
  'https://h.dev',
  '/api/index.py',
);
const trees = [
  { 'api/index.py': 'app = 1\n', 'public/a': '' },
  { 'requirements.txt': 'fastapi\n', 'main.py': 'app = 1\n' },
  { 'package.json': '{"dependencies":{"next":"1"}}', 'api/[x].py': 'app = 1\n', 'middleware.ts': '' },
] as const;

it('finds an end for every request, whatever the routes, and points into the file', async () => {
  const property = fc.asyncProperty(routes, path, fc.constantFrom(...trees), async (given, asked, tree) => {
    const text = JSON.stringify({ routes: given }, null, 1);
    const files: Record<string, string> = { ...tree, 'vercel.json': text };
    const { steps, answer } = await ask(files, (project) => {
      const request = requestFor(asked);
      if (!request) throw new Error(`${asked} is a path`);
      return explainRoute(project, resolveDeployment(project), request);
    });
    expect(answer.text).toMatch(/[.?]$|stops/);
    expect(steps.length).toBeLessThan(60);
    for (const { place, text: said } of steps) {
      expect(said).not.toMatch(/undefined|\[object/);
      if (place?.path === 'vercel.json') expect(text.slice(place.span.start, place.span.end)).toMatch(/^\{[\s\S]*\}$/);
    }
  });
  await fc.assert(property, { numRuns: 200 });
});

it('has an answer while vercel.json is being typed', async () => {
  const text = '{ "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }], "cleanUrls": true }';
  for (let end = 0; end <= text.length; end++) {
    const files = { 'vercel.json': text.slice(0, end), 'api/index.py': 'app = 1\n' };
    const { answer } = await ask(files, (project) =>
      explainRoute(project, resolveDeployment(project), { method: 'GET', path: '/x', query: '' }),
    );
    expect(['function', 'stopped']).toContain(answer.kind);
  }
});

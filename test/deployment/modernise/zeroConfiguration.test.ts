import { describe, expect, it } from 'vitest';
import { routesAsRules } from '../../../server/src/deployment/modernise/routesAsRules.ts';
import { zeroConfigurationOf } from '../../../server/src/deployment/modernise/zeroConfiguration.ts';
import { resolveDeployment } from '../../../server/src/deployment/resolve.ts';
import { applyEdits } from '../../../server/src/text/edit.ts';
import { ask } from '../deploymentOf.ts';

/** vercel.json after the conversion; the reason, or nothing, where there is none. */
const converted = (
  vercelJson: string,
  files: Record<string, string> = { 'requirements.txt': 'fastapi\n', 'main.py': 'app = 1\n' },
  root = '',
) =>
  ask(
    { ...files, [root ? `${root}/vercel.json` : 'vercel.json']: vercelJson },
    (project) => {
      const answer = zeroConfigurationOf(project, resolveDeployment(project));
      if (!answer || 'reason' in answer) return answer?.reason;
      const [change] = answer.changes;
      return change && 'edits' in change ? applyEdits(vercelJson, change.edits) : '';
    },
    root,
  );

describe('the text of vercel.json', () => {
  it('keeps its style, its order and what has nothing to do with it', async () => {
    const text =
      '{\r\n\t"$schema": "https://openapi.vercel.sh/vercel.json",\r\n\t"version": 2,\r\n\t"builds": [\r\n\t\t{ "src": "main.py", "use": "@vercel/python" }\r\n\t],\r\n\t"installCommand": "pip install x",\r\n\t"env": { "A": "b" },\r\n\t"routes": [\r\n\t\t{ "src": "/(.*)", "dest": "main.py" }\r\n\t],\r\n\t"regions": ["fra1"]\r\n}';
    expect(await converted(text)).toBe(
      '{\r\n\t"$schema": "https://openapi.vercel.sh/vercel.json",\r\n\t"version": 2,\r\n\t"framework": "fastapi",\r\n\t"env": { "A": "b" },\r\n\t"regions": ["fra1"]\r\n}',
    );
  });

  it('is found in the folder of a monorepo', async () => {
    const files = {
      'backend/requirements.txt': 'flask\n',
      'backend/app.py': 'app = 1\n',
      'requirements.txt': 'django\n',
    };
    const text =
      '{ "builds": [{ "src": "app.py", "use": "@vercel/python" }], "routes": [{ "src": "/.*", "dest": "app.py" }] }';
    expect(await converted(text, files, 'backend')).toBe('{ "framework": "flask" }');
  });

  it("writes rules in today's form, each on a line", async () => {
    const text =
      '{\n  "builds": [{ "src": "main.py", "use": "@vercel/python" }],\n  "routes": [\n    { "src": "/a", "status": 308, "headers": { "Location": "/b" } },\n    { "src": "/(.*)", "headers": { "x-a": "b" }, "continue": true },\n    { "src": "/(.*)", "dest": "/main.py" }\n  ]\n}\n';
    expect(await converted(text)).toBe(
      '{\n  "framework": "fastapi",\n  "redirects": [\n    { "source": "/a", "destination": "/b", "permanent": true }\n  ],\n  "headers": [\n    { "source": "/(.*)", "headers": [ { "key": "x-a", "value": "b" } ] }\n  ]\n}\n',
    );
  });
});

describe('nothing is said', () => {
  it.each([
    '',
    '{',
    '{}',
    '{ "builds": [] }',
    '{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "rou',
    '[]',
    'null',
  ])('of %j', async (text) => {
    expect(await converted(text)).toBeUndefined();
  });
});

describe('a reason is given', () => {
  const entry = (more: string) =>
    `{ "builds": [{ "src": "main.py", "use": "@vercel/python"${more} }], "routes": [{ "src": "/(.*)", "dest": "main.py" }] }`;
  it.each([
    [
      'a list of globs that braces would change',
      entry(', "config": { "includeFiles": ["a,b", "c"] }'),
      'config.includeFiles',
    ],
    [
      'a path with a pattern that nobody understands',
      entry('').replace('[{ "src": "/(.*)"', '[{ "src": "/(a)\\\\1", "status": 404 }, { "src": "/(.*)"'),
      'cannot be told',
    ],
    [
      'a cookie that decides',
      entry('').replace(
        '[{ "src": "/(.*)"',
        '[{ "src": "/x", "has": [{ "type": "cookie", "key": "a" }], "status": 404 }, { "src": "/(.*)"',
      ),
      'cannot be told',
    ],
    [
      'a query that the application sees',
      '{ "builds": [{ "src": "main.py", "use": "@vercel/python" }], "rewrites": [{ "source": "/:path*", "destination": "/main.py" }] }',
      'no rule leads',
    ],
  ])('for %s', async (_what, text, reason) => {
    expect(await converted(text)).toContain(reason);
  });
});

describe('routes as rules', () => {
  const redirect = { src: '/a', status: 301, headers: { Location: '/b' } };
  const header = { src: '/(.*)', headers: { 'x-a': 'b' }, continue: true };
  const rewrite = { src: '/a/(.*)', dest: '/b/$1' };

  it('are the same to Vercel', () => {
    expect(routesAsRules([redirect, header, { handle: 'filesystem' }, rewrite])).toEqual({
      redirects: [{ source: '/a', destination: '/b', statusCode: 301 }],
      headers: [{ source: '/(.*)', headers: [{ key: 'x-a', value: 'b' }] }],
      rewrites: [{ source: '/a/(.*)', destination: '/b/$1' }],
    });
  });

  it.each([
    ['a redirect behind a header, which it would no longer have', [header, redirect]],
    ['a header that ends the search', [{ src: '/(.*)', headers: { 'x-a': 'b' } }]],
    ['a method', [{ ...rewrite, methods: ['GET'] }]],
    ['a status', [{ src: '/a', status: 404 }]],
    ['a redirect with a header beside it', [{ ...redirect, headers: { Location: '/b', 'x-a': 'b' } }]],
    ['a destination without a slash', [{ src: '/a', dest: 'b' }]],
    ['a redirect behind the files', [{ handle: 'filesystem' }, redirect]],
    ['another phase', [{ handle: 'miss' }, rewrite]],
    ['a pattern that sources have no words for', [{ src: '/(?!a).*', dest: '/b' }]],
  ])('have no form for %s', (_what, routes) => {
    expect(routesAsRules(routes)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { deploymentLinks } from '../../server/src/features/documentLinks.ts';
import { memoryFileSystem, Workspace } from '../../server/src/project/workspace.ts';
import { grammars } from '../support/grammars.ts';

const handler = 'from http.server import BaseHTTPRequestHandler\nclass handler(BaseHTTPRequestHandler):\n    pass\n';

/** Each link of the file as `text -> path`, in a project in the folder `web`. */
async function links(name: string, text: string, rest: Record<string, string> = {}, folder = 'web') {
  const all = Object.fromEntries(Object.entries(rest).map(([path, content]) => [`web/${path}`, content]));
  const path = `${folder}/${name}`;
  const files = new Map(Object.entries({ ...all, [path]: text }));
  const workspace = new Workspace(memoryFileSystem(files), await grammars);
  const found = await workspace.ask((view) => {
    const document = view.document(path);
    if (!document) return undefined;
    const project = { root: 'web', files: view };
    const deployment = () => resolveDeployment(project);
    return {
      value: deploymentLinks(document, {
        path,
        now: 0,
        project,
        isDeployed: true,
        rules: [],
        deployment,
      }),
    };
  });
  if (!found) throw new Error(`${path} is not read`);
  return found.value.map(
    ({ span, target }) => `${text.slice(span.start, span.end)} -> ${'path' in target ? target.path : target.url}`,
  );
}

describe('links in vercel.json', () => {
  const api = { 'api/users.py': handler, 'api/index.py': handler, 'main.py': 'app = 1\n' };

  it('lead from `builds` to each file, and from destinations to what answers', async () => {
    const text = JSON.stringify({
      builds: [
        { src: 'main.py', use: '@vercel/python' },
        { src: './api/*.py', use: '@vercel/python' },
        { src: 'gone.py', use: '@vercel/python' },
      ],
      routes: [
        { src: '/a', dest: '/main.py?x=1' },
        { src: '/b', dest: 'api/users.py' },
        { src: '/c', dest: '/$1' },
        { src: '/d', dest: 'https://example.com/main.py' },
      ],
    });
    expect(await links('vercel.json', text, api)).toEqual([
      'main.py -> web/main.py',
      '/main.py?x=1 -> web/main.py',
      'api/users.py -> web/api/users.py',
    ]);
  });

  it('lead from `functions`, `rewrites` and `crons` to their functions', async () => {
    const text = JSON.stringify({
      functions: { 'api/users.py': { memory: 128 }, 'api/*.py': { memory: 256 }, '': {} },
      rewrites: [
        { source: '/(.*)', destination: '/api/index' },
        { source: '/x', destination: '/api/none' },
        { source: '/', destination: '/' },
      ],
      crons: [{ path: '/api/users', schedule: '0 5 * * *' }],
    });
    expect(await links('vercel.json', text, { 'api/users.py': handler, 'api/index.py': handler })).toEqual([
      'api/users.py -> web/api/users.py',
      '/api/index -> web/api/index.py',
      '/api/users -> web/api/users.py',
    ]);
  });

  it('are found in half-typed text, and not in a file that is not read', async () => {
    const text = '{ "functions": { "api/users.py": { "mem';
    expect(await links('vercel.json', text, api)).toEqual(['api/users.py -> web/api/users.py']);
    expect(await links('vercel.json', text, api, 'web/docs')).toEqual([]);
    for (const odd of [
      '',
      '[]',
      'null',
      '{ "builds": 5, "functions": [], "routes": [1, null] }',
      '{ "builds": [{ "src": ""',
    ]) {
      expect(await links('vercel.json', odd, api)).toEqual([]);
    }
  });
});

describe('links in pyproject.toml', () => {
  it('lead from `[tool.vercel] entrypoint` to its module', async () => {
    const rest = { 'src/shop/__init__.py': 'app = 1\n' };
    expect(await links('pyproject.toml', '[tool.vercel]\nentrypoint = "src.shop:app"\n', rest)).toEqual([
      'src.shop:app -> web/src/shop/__init__.py',
    ]);
    expect(await links('pyproject.toml', '[tool.vercel]\nentrypoint = "gone:app"\n', rest)).toEqual([]);
    expect(await links('pyproject.toml', '[tool.vercel]\nentrypoint = ', rest)).toEqual([]);
  });

  it('lead from subscribers, workflows and the script `app` to their modules', async () => {
    const text =
      '[[tool.vercel.subscribers]]\nentrypoint = "jobs.mail"\n[[tool.vercel.subscribers]]\nentrypoint = "jobs.pay:run"\n' +
      '[[tool.vercel.subscribers]]\nentrypoint = "gone"\n[tool.vercel]\nworkflows = [{ entrypoint = "flow:go" }]\n' +
      '[project.scripts]\napp = "web:app"\nother = "web:app"\n';
    const rest = { 'jobs/mail.py': '', 'jobs/pay/__init__.py': '', 'flow.py': '', 'web.py': '' };
    expect(await links('pyproject.toml', text, rest)).toEqual([
      'jobs.mail -> web/jobs/mail.py',
      'jobs.pay:run -> web/jobs/pay/__init__.py',
      'flow:go -> web/flow.py',
      'web:app -> web/web.py',
    ]);
    expect(await links('pyproject.toml', text, rest, 'web/docs')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { ExplainRouteParams, ExplainRouteResult } from '../../../server/src/transports/lsp/protocol.ts';
import type { LspClient } from '../../support/lspClient.ts';
import { at, started } from './fixture.ts';

const explain = (client: LspClient, params: ExplainRouteParams) =>
  client.request<ExplainRouteResult>('vercelPreflight/explainRoute', params);

const backend = {
  'backend/vercel.json': '{\n  "rewrites": [{ "source": "/(.*)", "destination": "/api/index" }]\n}\n',
  'backend/api/index.py': 'app = 1\n',
};

describe('explainRoute', () => {
  it('answers with steps that lead to their place', async () => {
    const client = await started(backend);
    const { projects, explanation } = await explain(client, { path: 'users?a=1', method: 'post' });
    expect(projects).toEqual([{ root: 'backend', uri: at('backend') }]);
    expect(explanation).toEqual({
      title: 'POST /users?a=1',
      answer: '`app` of api/index.py answers. It sees the path /users.',
      certain: true,
      steps: [
        { text: 'Neither a file nor a function is at /users.' },
        {
          text: '`rewrites[0]` leads to /api/index.',
          location: {
            uri: at('backend/vercel.json'),
            range: { start: { line: 1, character: 15 }, end: { line: 1, character: 65 } },
          },
        },
        {
          text: 'The function api/index.py is at /api/index.',
          location: {
            uri: at('backend/api/index.py'),
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
          },
        },
      ],
    });
  });

  it('reads unsaved text', async () => {
    const client = await started(backend);
    await client.open(at('backend/vercel.json'), '{ "redirects": [{ "source": "/a", "destination": "/b" }] }');
    const { explanation } = await explain(client, { path: '/a' });
    expect(explanation?.answer).toBe('A redirect to /b answers, with status 308.');
  });

  it('does not guess which of several roots is meant, but takes the one around a document', async () => {
    const client = await started({ ...backend, 'web/vercel.json': '{}', 'web/index.html': '' });
    const unclear = await explain(client, { path: '/users' });
    expect(unclear).toEqual({
      projects: [
        { root: 'backend', uri: at('backend') },
        { root: 'web', uri: at('web') },
      ],
    });
    const near = await explain(client, { path: '/', near: at('web/index.html') });
    expect(near.explanation?.answer).toBe('The file index.html answers.');
    const named = await explain(client, { path: '/', folder: at('backend') });
    expect(named.explanation?.answer).toMatch(/^`app` of api\/index\.py/);
  });

  it('takes a folder without evidence when asked, and refuses what is no path', async () => {
    const client = await started({ 'main.py': 'app = 1\n', 'requirements.txt': 'fastapi\n' });
    expect(await explain(client, { path: '/' })).toEqual({ projects: [] });
    expect((await explain(client, { path: '/', folder: at('').slice(0, -1) })).explanation?.answer).toMatch(/^`app`/);
    await expect(explain(client, { path: 'a b' })).rejects.toThrow('"a b" is no request path.');
  });
});

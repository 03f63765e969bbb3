import { describe, expect, it } from 'vitest';
import { probe } from '../../../server/src/transports/http/probe.ts';
import type { ProbeResult } from '../../../server/src/transports/lsp/probeProtocol.ts';
import { connect, until } from '../../support/lspClient.ts';
import { fromVercel, serverWith } from '../http/servers.ts';
import { at, folder, runtimeOver, started } from './fixture.ts';

const files = {
  'backend/vercel.json': '{}',
  'backend/requirements.txt': 'flask',
  'backend/app.py': 'from flask import Flask\napp = Flask(__name__)\n',
};

async function withNetwork() {
  const client = connect({ ...runtimeOver({ [folder]: new Map(Object.entries(files)) }), probe });
  await client.start({ folders: [folder] });
  return client;
}

describe('the check of a deployment', () => {
  it('compares with the files of a root, and says which route is asked', async () => {
    const { url } = await serverWith((_request, response) => {
      response.writeHead(404, { ...fromVercel, 'x-vercel-error': 'NOT_FOUND' }).end();
    });
    const client = await withNetwork();
    const progress: unknown[] = [];
    client.connection.onNotification('$/progress', (params) => void progress.push(params));
    const params = { url, folder: at('backend'), workDoneToken: 'one' };
    const { markdown } = await client.request<ProbeResult>('vercelPreflight/probe', params);
    expect(markdown).toContain(
      'The files promise that `app` of backend/app.py answers /, but Vercel has nothing there.',
    );
    expect(progress).toContainEqual({ token: 'one', value: { kind: 'report', message: 'GET /openapi.json' } });
  });

  it('asks the paths that the settings of the folder name', async () => {
    const { url, requests } = await serverWith((_request, response) => void response.writeHead(200, fromVercel).end());
    const client = connect({ ...runtimeOver({ [folder]: new Map(Object.entries(files)) }), probe });
    await client.start({ folders: [folder], settings: { [folder]: { checkPaths: ['/health', 7] } } });
    const { markdown } = await client.request<ProbeResult>('vercelPreflight/probe', { url, folder: at('backend') });
    expect(requests.at(-1)).toMatch(/ \/health$/);
    expect(markdown).toContain('| `/health` (health) |');
  });

  it('is cancelled', async () => {
    const { url, requests } = await serverWith(() => undefined);
    const client = await withNetwork();
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest('vercelPreflight/probe', { url }, source.token);
    answer.catch(() => undefined);
    await until(() => requests.length > 0);
    source.cancel();
    await expect(answer).rejects.toThrow('cancelled');
  });

  it('says what is wrong with a URL, and that a browser cannot ask', async () => {
    const bad = await (await withNetwork()).request<ProbeResult>('vercelPreflight/probe', { url: 'ftp://x' });
    expect(bad).toEqual({ fault: 'Write a URL that begins with https://.' });
    const web = await (await started(files)).request<ProbeResult>('vercelPreflight/probe', { url: 'https://x.app' });
    expect(web.fault).toContain('A browser may not ask other hosts.');
  });
});

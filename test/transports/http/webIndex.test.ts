import { afterEach, expect, it } from 'vitest';
import { webIndex } from '../../../server/src/transports/http/webIndex.ts';
import { type IndexServer, serveIndex, tree } from '../../support/indexServer.ts';

const flask = [{ name: 'flask-3.1.0-py3-none-any.whl', python: '>=3.9' }];
const patience = { timeout: 500, attempts: 1, backoff: 1 };
const signal = new AbortController().signal;

let server: IndexServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

it('asks with headers alone that a browser sends without asking first, and once while the answer is young', async () => {
  server = await serveIndex(tree({ flask }));
  const sent: Record<string, string>[] = [];
  const ask = webIndex((url, init) => {
    sent.push(init.headers);
    return fetch(url, init);
  });
  for (const _ of [1, 2]) {
    const { index, failure } = await ask({ indexUrl: server.url, names: ['flask', 'nobody'], signal, patience });
    expect([failure, index.packages.get('flask')?.releases.map(({ text }) => text)]).toEqual([undefined, ['3.1.0']]);
  }
  expect(server.seen.map(({ path }) => path).sort()).toEqual(['/simple/flask/', '/simple/nobody/', '/simple/nobody/']);
  for (const headers of sent) {
    expect(Object.keys(headers)).toEqual(['accept']);
    // https://fetch.spec.whatwg.org/#cors-safelisted-request-header
    expect(headers.accept).toMatch(/^[^"():<>?@[\\\]{}\x7f]{1,128}$/);
  }
});

it('says that an index which cannot be asked may not let browsers ask', async () => {
  const ask = webIndex(() => Promise.reject(new TypeError('Failed to fetch')));
  const { failure, index } = await ask({ indexUrl: 'https://a.b/simple', names: ['flask'], signal, patience });
  expect([failure, index.packages.size]).toEqual(['the connection failed, or it lets no browser ask (CORS)', 0]);
});

it.each([
  'https://me:secret@a.b/simple',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable as settings write it.
  'https://a.b/${TOKEN}/simple',
  'secret',
])('sends nothing to %s', async (indexUrl) => {
  const ask = webIndex(() => Promise.reject(new Error('asked')));
  const asking = ask({ indexUrl, names: ['flask'], signal, patience });
  await expect(asking).rejects.toThrow(/^(?!.*secret)(?:In a browser|The URL of the index)/);
});

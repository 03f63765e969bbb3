import { describe, expect, it } from 'vitest';
import { type ProbeReport, worstOf } from '../../../server/src/features/probe.ts';
import { probe } from '../../../server/src/transports/http/probe.ts';
import { asgiServer, freeUrl, fromVercel, serverWith } from './servers.ts';

async function probed(url: string, timeout = 10): Promise<ProbeReport> {
  const report = await probe(url, { timeout });
  if ('fault' in report) throw new Error(report.fault);
  return report;
}

describe('a probe of an ASGI application', () => {
  it('asks the URL six times, and each route that needs no parameter, the health route first', async () => {
    const asked: string[] = [];
    const report = await probe(await asgiServer(), { timeout: 10, onProgress: (path) => asked.push(path) });
    if ('fault' in report) throw new Error(report.fault);
    expect(asked).toEqual([...Array(6).fill('/'), '/openapi.json', '/health', '/items', '/crash', '/me']);
    expect(report.checks.map(({ path, status, verdict }) => [path, status, verdict])).toEqual([
      ['/', 200, 'ok'],
      ['/health', 503, 'error'],
      ['/items', 200, 'ok'],
      ['/crash', 500, 'error'],
      ['/me', 401, 'ok'],
    ]);
    expect(report.checks[0]).toMatchObject({ contentType: 'application/json', error: null, redirect: null, note: '' });
    expect(report.api).toEqual({ title: 'Shop', withParameters: 2, asked: 4, left: 0 });
    expect(report.times.later).toHaveLength(5);
    expect(report.answeredBy.framework).toBe('fastapi');
    expect(report.answeredBy.python).toMatch(/^3\.\d+/);
    expect(report.isVercel).toBe(false);
    expect(report.findings.map(({ message }) => message)).toEqual([expect.stringContaining('This is not Vercel')]);
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });
});

describe('a probe of paths that somebody named', () => {
  it('asks those instead of the routes of the OpenAPI document, and shows no query', async () => {
    const asked: string[] = [];
    const paths = ['/items?token=hunter2', '/nowhere'];
    const report = await probe(await asgiServer(), { timeout: 10, paths, onProgress: (path) => asked.push(path) });
    if ('fault' in report) throw new Error(report.fault);
    expect(asked.slice(6)).toEqual(['/openapi.json', ...paths]);
    expect(report.checks.map(({ path, status }) => [path, status])).toEqual([
      ['/', 200],
      ['/items', 200],
      ['/nowhere', 404],
    ]);
    expect(report.api).toEqual({ title: 'Shop', withParameters: 2, asked: 1, left: 3 });
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  it('sends the bypass of Deployment Protection along', async () => {
    const { url, requests } = await serverWith((_request, response) => void response.writeHead(200).end());
    const secret = `${url}/?x-vercel-protection-bypass=s3cret`;
    await probe(secret, { timeout: 5, paths: ['/a?b=1'] });
    expect(requests.at(-1)).toBe('GET 127.0.0.1 /a?b=1&x-vercel-protection-bypass=s3cret');
  });

  it.each(['health', '//example.org/x', '/\\\\example.org', 'https://example.org/', '/a b', '/a#b', ''])(
    'sends nothing where one of them is %j',
    async (path) => {
      const { url, requests } = await serverWith((_request, response) => void response.end());
      expect(await probe(url, { timeout: 5, paths: ['/health', path] })).toEqual({
        fault: `Write paths that begin with one "/", such as /health, not "${path}".`,
      });
      expect(requests).toEqual([]);
    },
  );

  it('asks no more than 50', async () => {
    const paths = Array.from({ length: 51 }, (_, index) => `/${index}`);
    const fault = 'At most 50 paths are asked, and there are 51.';
    expect(await probe('http://127.0.0.1:1', { timeout: 5, paths })).toEqual({ fault });
  });
});

describe('a probe of a server', () => {
  it('that fails: names the error of Vercel and what to do', async () => {
    const { url } = await serverWith((_request, response) => {
      response.writeHead(500, {
        ...fromVercel,
        'content-type': 'text/plain',
        'x-vercel-error': 'FUNCTION_INVOCATION_FAILED',
      });
      response.end('A server error has occurred\n\nFUNCTION_INVOCATION_FAILED\n');
    });
    const report = await probed(url);
    expect(report.isVercel).toBe(true);
    expect(report.checks).toMatchObject([{ status: 500, error: 'FUNCTION_INVOCATION_FAILED', verdict: 'error' }]);
    expect(report.checks[0]?.note).toMatch(/The function crashed.*runtime log/);
  });

  it('that is slow: gives up in time, and does not ask again', async () => {
    const { url, requests } = await serverWith(() => undefined);
    const report = await probed(url, 0.2);
    expect(requests).toEqual(['GET 127.0.0.1 /']);
    expect(report).toMatchObject({ isVercel: null, times: { first: null, later: [] } });
    expect(report.checks).toMatchObject([{ status: null, verdict: 'error' }]);
    expect(report.checks[0]?.note).toContain('No answer came in time.');
    expect(report.checks[0]?.milliseconds).toBeGreaterThan(100);
  });

  it('that begins an answer and breaks off: says so', async () => {
    const { url } = await serverWith((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    });
    expect((await probed(url)).checks[0]?.note).toContain('broke before the answer was complete');
  });

  it('that redirects to another host: reports it and sends nothing there', async () => {
    const other = await serverWith((_request, response) => response.end('never'));
    const elsewhere = other.url.replace('127.0.0.1', 'localhost');
    const { url, requests } = await serverWith((request, response) => {
      response.writeHead(307, { ...fromVercel, location: `${elsewhere}${request.url}?token=s3cret` }).end();
    });
    const report = await probed(url);
    expect(other.requests).toEqual([]);
    expect(requests.every((request) => request.startsWith('GET 127.0.0.1 '))).toBe(true);
    expect(report.checks[0]).toMatchObject({ status: 307, redirect: `${elsewhere}/`, verdict: 'warning' });
    expect(JSON.stringify(report)).not.toContain('s3cret');
  });

  it('that redirects to another port of the same machine: sends nothing there either', async () => {
    const other = await serverWith((_request, response) => response.end('never'));
    const { url } = await serverWith((_request, response) => response.writeHead(302, { location: other.url }).end());
    expect((await probed(url)).checks[0]?.redirect).toBe(`${other.url}/`);
    expect(other.requests).toEqual([]);
  });

  it('that redirects to itself: follows, but not for ever', async () => {
    const { url, requests } = await serverWith((request, response) => {
      if (request.url === '/docs') response.end('here');
      else if (request.url === '/') response.writeHead(308, { location: '/docs' }).end();
      else response.writeHead(302, { location: `${request.url}a` }).end();
    });
    const report = await probed(url);
    expect(report.checks[0]).toMatchObject({ status: 200, redirect: null, verdict: 'ok' });
    expect(requests.filter((request) => request.includes('openapi'))).toHaveLength(6);
  });

  it('that fails now and then: says so', async () => {
    let count = 0;
    const { url } = await serverWith((request, response) => {
      response.writeHead(request.url === '/' && ++count === 3 ? 500 : 200, fromVercel).end('{}');
    });
    const report = await probed(url);
    expect(worstOf(report)).toBe('error');
    expect(report.findings[0]?.message).toContain('1 of 5 later requests failed although the first was answered.');
  });

  it('that is behind Deployment Protection: says that the application was not reached', async () => {
    const { url } = await serverWith((_request, response) => {
      response.writeHead(401, { ...fromVercel, 'set-cookie': '_vercel_sso_nonce=x; Path=/' }).end('<html>');
    });
    const [check] = (await probed(url)).checks;
    expect(check).toMatchObject({ status: 401, verdict: 'warning' });
    expect(check?.note).toContain('Deployment Protection');
  });

  it('with very many routes: asks thirty, and carries the bypass of Deployment Protection but no other query', async () => {
    const paths = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`/r${index}`, { get: {} }]));
    const { url, requests } = await serverWith((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...fromVercel });
      response.end(request.url?.startsWith('/openapi.json') ? JSON.stringify({ openapi: '3.1.0', paths }) : '{}');
    });
    const report = await probed(`${url}/?a=1&x-vercel-protection-bypass=k%26y`);
    expect(report).toMatchObject({ url: `${url}/`, api: { left: 10, withParameters: 0 } });
    expect(report.checks).toHaveLength(31);
    expect(requests[0]).toBe('GET 127.0.0.1 /?a=1&x-vercel-protection-bypass=k%26y');
    expect(requests.at(-1)).toBe('GET 127.0.0.1 /r29?x-vercel-protection-bypass=k%26y');
  });

  it('that is not there', async () => {
    expect((await probed(await freeUrl())).checks[0]?.note).toMatch(/refused/);
  });

  it('is cancelled at once', async () => {
    const { url } = await serverWith(() => undefined);
    const cancelled = new AbortController();
    setTimeout(() => cancelled.abort(), 50);
    await expect(probe(url, { timeout: 10, signal: cancelled.signal })).rejects.toThrow();
  });

  it.each(['', 'not a url', 'ftp://x.app', 'https://me:secret@x.app', 'https://'])(
    'is not asked at "%s"',
    async (text) => {
      expect(await probe(text, { timeout: 1 })).toHaveProperty('fault');
    },
  );
});

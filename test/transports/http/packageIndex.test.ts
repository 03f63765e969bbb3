import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder } from '../../../server/src/transports/http/cache.ts';
import { addressOf, loginIn } from '../../../server/src/transports/http/credentials.ts';
import { askIndex, type Question } from '../../../server/src/transports/http/packageIndex.ts';
import { type IndexServer, serveIndex, type Tree, tree } from '../../support/indexServer.ts';

const packages: Tree = {
  numpy: [
    { name: 'numpy-1.21.0.zip', python: '>=3.7,<3.11' },
    {
      name: 'numpy-1.21.0-cp39-cp39-manylinux_2_12_x86_64.manylinux2010_x86_64.whl',
      python: '>=3.7,<3.11',
      size: 15_700_000,
    },
    {
      name: 'numpy-2.1.0-cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      python: '>=3.10',
      size: 16_000_000,
    },
    { name: 'numpy-2.1.0-cp313-cp313t-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', python: '>=3.10', size: 1 },
    { name: 'numpy-2.0.9-cp312-cp312-macosx_14_0_arm64.whl', python: '>=3.9', yanked: 'broken' },
  ],
  flask: [{ name: 'flask-3.0.3-py3-none-any.whl', python: '>=3.8' }, { name: 'Flask-3.0.3.tar.gz' }],
};

let folder: string;
let server: IndexServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'preflight index '));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

const patience = { timeout: 300, attempts: 3, backoff: 1 };

async function serve(...args: Parameters<typeof serveIndex>): Promise<IndexServer> {
  server = await serveIndex(...args);
  return server;
}

function ask(indexUrl: string, names: readonly string[], given: Partial<Question> = {}) {
  const signal = new AbortController().signal;
  return askIndex({ indexUrl, names, env: { HOME: folder }, fetch, signal, patience, now: Date.now, ...given });
}

const summary = ({ index }: Awaited<ReturnType<typeof askIndex>>) =>
  Object.fromEntries([...index.packages].map(([name, { releases }]) => [name, releases.map(({ text }) => text)]));

describe('an index', () => {
  it.each([
    ['JSON', {}],
    ['HTML', { html: true }],
    ['JSON in gzip', { gzip: true }],
  ])('is read in %s', async (_name, options) => {
    const { url, seen } = await serve(tree(packages, options));
    const reply = await ask(url, ['numpy', 'flask', 'nobody', 'flask']);
    expect(reply.failure).toBeUndefined();
    expect(reply.index.url).toBe(url);
    expect(summary(reply)).toEqual({ numpy: ['1.21.0', '2.0.9', '2.1.0'], flask: ['3.0.3'] });
    const [old, yanked, newest] = reply.index.packages.get('numpy')?.releases ?? [];
    expect(old).toMatchObject({ requiresPython: { text: '>=3.7,<3.11', evidence: 'recorded' } });
    expect(old?.files).toMatchObject({
      isPartial: false,
      isCompiled: true,
      hasSource: true,
      linux: [{ from: 9, to: 9 }],
    });
    expect(yanked).toMatchObject({ isYanked: true, files: { linux: [], isCompiled: true } });
    expect(newest?.files).toMatchObject({ hasPureWheel: false, hasSource: false, linux: [{ from: 13, to: 13 }] });
    expect(reply.index.packages.get('flask')?.releases[0]?.files).toMatchObject({
      hasPureWheel: true,
      isCompiled: false,
    });
    expect(reply.index.packages.get('numpy')?.kilobytes.get('2.1.0')).toBe('html' in options ? undefined : 16_000);
    expect(seen.map((request) => request.path).sort()).toEqual(['/simple/flask/', '/simple/nobody/', '/simple/numpy/']);
    expect(seen[0]?.headers.accept).toContain('application/vnd.pypi.simple.v1+json');
  });

  it('is left alone while its answer is young, and asked whether it holds after that', async () => {
    const { url, seen } = await serve(tree(packages));
    let time = Date.now();
    const given = { cacheFolder: path.join(folder, 'cache'), now: () => time };
    const first = summary(await ask(url, ['flask'], given));
    expect(summary(await ask(url, ['flask'], given))).toEqual(first);
    expect(seen).toHaveLength(1);
    time += 11 * 60 * 1000;
    expect(summary(await ask(url, ['flask'], given))).toEqual(first);
    expect(seen[1]?.headers['if-none-match']).toMatch(/^"\w+"$/);
    expect(summary(await ask(url, ['flask'], given))).toEqual(first);
    expect(seen).toHaveLength(2);
  });

  it('is asked again where the cache holds no answer', async () => {
    const { url, seen } = await serve(tree(packages));
    const cache = path.join(folder, 'cache');
    await ask(url, ['flask'], { cacheFolder: cache });
    const [name = ''] = await readdir(cache);
    await writeFile(path.join(cache, name), '{"askedAt": 1');
    expect(summary(await ask(url, ['flask'], { cacheFolder: cache }))).toEqual({ flask: ['3.0.3'] });
    expect(seen).toHaveLength(2);
    await ask(url, ['flask'], { cacheFolder: '/dev/null/no folder' });
    expect(seen).toHaveLength(3);
  });

  it('is asked for at most six packages at once, and progress is told', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
    const all = Object.fromEntries(names.map((name) => [name, [{ name: `${name}-1.0.tar.gz` }]]));
    const respond = tree(all);
    const { url, seen } = await serve(async (request, response) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await respond(request, response);
    });
    const progress: string[] = [];
    const reply = await ask(url, names, { onProgress: (done, of) => progress.push(`${done}/${of}`) });
    expect(reply.index.packages.size).toBe(20);
    expect(Math.max(...seen.map(({ atOnce }) => atOnce))).toBe(6);
    expect(progress).toEqual(names.map((_, index) => `${index + 1}/20`));
  });

  it('is asked again after a failure that passes', async () => {
    const respond = tree(packages);
    let count = 0;
    const { url } = await serve((request, response) => {
      count++;
      if (count === 1) return void response.writeHead(503).end();
      if (count === 2) return void request.socket.destroy();
      return respond(request, response);
    });
    expect(summary(await ask(url, ['flask']))).toEqual({ flask: ['3.0.3'] });
    expect(count).toBe(3);
  });

  it.each([
    [
      'answers with an error',
      (_: unknown, response: { writeHead(code: number): { end(): void } }) => response.writeHead(500).end(),
      'it answered 500',
      3,
    ],
    ['is slow', () => undefined, 'no answer within 0.3 seconds', 3],
    [
      'wants a login',
      (_: unknown, response: { writeHead(code: number): { end(): void } }) => response.writeHead(401).end(),
      'it asks for credentials',
      1,
    ],
  ])('that %s is given up, for the other packages too', async (_name, respond, failure, requests) => {
    const { url, seen } = await serve(respond as Parameters<typeof serveIndex>[0]);
    const names = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const reply = await ask(url, names);
    expect(reply.failure).toBe(failure);
    expect(reply.index.packages.size).toBe(0);
    expect(seen.length).toBeLessThanOrEqual(6 * requests);
  });

  it('that is down is stood in for by what it said before, which is told', async () => {
    const { url, close } = await serveIndex(tree(packages));
    let time = Date.now();
    const given = { cacheFolder: path.join(folder, 'cache'), now: () => time };
    await ask(url, ['flask'], given);
    await close();
    time += 24 * 60 * 60 * 1000;
    const reply = await ask(url, ['numpy', 'flask', 'nobody'], given);
    expect([reply.failure, summary(reply)]).toEqual(['the connection was refused', { flask: ['3.0.3'] }]);
    expect([...(reply.index.outdated ?? [])]).toEqual(['flask']);
    time += 30 * 24 * 60 * 60 * 1000;
    expect(summary(await ask(url, ['flask'], given))).toEqual({});
  });

  it('that asks to wait is asked again after that', async () => {
    const respond = tree(packages);
    const times: number[] = [];
    const { url } = await serve((request, response) => {
      times.push(Date.now());
      if (times.length === 1) return void response.writeHead(429, { 'retry-after': '1' }).end();
      return respond(request, response);
    });
    expect(summary(await ask(url, ['flask']))).toEqual({ flask: ['3.0.3'] });
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(950);
  });

  it('that asks to wait is no longer waited for once that is cancelled', async () => {
    const { url, seen } = await serve((_, response) => void response.writeHead(429, { 'retry-after': '5' }).end());
    const abort = new AbortController();
    const asking = ask(url, ['flask'], { signal: abort.signal });
    while (seen.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort(new Error('cancelled'));
    await expect(asking).rejects.toThrow('cancelled');
  });

  it('that is not there is given up', async () => {
    const { url, close } = await serveIndex(() => undefined);
    await close();
    expect((await ask(url, ['flask'])).failure).toBe('the connection was refused');
  });

  it.each([
    ['text/html', '<html><form>Log in to the hotel</form><a href="/x">more</a></html>'],
    ['application/json', '{"files": 3}'],
    ['application/vnd.pypi.simple.v2+json', '{"meta":{"api-version":"2.0"},"files":[{"filename":"flask-1.0.tar.gz"}]}'],
    ['application/json', '[1'],
    ['text/plain', 'flask-1.0.tar.gz'],
  ])('that answers %s with something else says nothing', async (type, body) => {
    const { url } = await serve((_, response) => void response.writeHead(200, { 'content-type': type }).end(body));
    const reply = await ask(url, ['flask']);
    expect([reply.failure, reply.index.packages.size]).toEqual([undefined, 0]);
  });

  it('is no longer asked once that is cancelled', async () => {
    const { url, seen } = await serve(() => undefined);
    const abort = new AbortController();
    const asking = ask(url, ['flask', 'numpy'], { signal: abort.signal, patience: { ...patience, timeout: 60_000 } });
    while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort(new Error('cancelled'));
    await expect(asking).rejects.toThrow('cancelled');
  });
});

describe('credentials', () => {
  const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

  it('come from the URL, from variables in it, or from netrc, and are kept off the disk', async () => {
    const { url, seen } = await serve(tree(packages));
    const cache = path.join(folder, 'cache');
    const withLogin = (login: string) => url.replace('//', `//${login}@`);
    const env = { HOME: folder, TOKEN: 'p@ss/word' };
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable as requirements files write it.
    const reply = await ask(withLogin('me:${TOKEN}'), ['flask'], { env, cacheFolder: cache });
    expect(seen[0]?.headers.authorization).toBe(basic('me:p@ss/word'));
    expect(reply.index.url).toBe(url);
    for (const name of await readdir(cache)) {
      expect(await readFile(path.join(cache, name), 'utf8')).not.toMatch(/p@ss|p%40ss|cEBzcy/);
    }
    await writeFile(path.join(folder, '.netrc'), 'machine 127.0.0.1\n  login you\n  password secret\n');
    await ask(url, ['flask']);
    expect(seen[1]?.headers.authorization).toBe(basic('you:secret'));
  });

  it('are not sent to where the index redirects', async () => {
    const other = await serveIndex(tree(packages));
    try {
      const { url, seen } = await serve((request, response) => {
        response.writeHead(302, { location: other.url.replace('/simple', request.url ?? '') }).end();
      });
      const reply = await ask(url.replace('//', '//me:secret@'), ['flask']);
      expect(summary(reply)).toEqual({ flask: ['3.0.3'] });
      expect(seen[0]?.headers.authorization).toBe(basic('me:secret'));
      expect(other.seen[0]?.headers.authorization).toBeUndefined();
    } finally {
      await other.close();
    }
  });

  it('that are refused say so without a word of them', async () => {
    const { url } = await serve((_, response) => void response.writeHead(403).end());
    expect((await ask(url.replace('//', '//me:secret@'), ['flask'])).failure).toBe('it refuses the credentials');
  });

  it.each([
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a variable as requirements files write it.
    ['https://me:${NO_TOKEN}@example.com/simple', 'NO_TOKEN'],
    ['https://me:secret@', 'none'],
    ['ftp://me:secret@example.com', 'https://'],
  ])('in %s, which cannot be used, are not repeated', async (written, told) => {
    const error = await addressOf(written, {}).catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toContain(told);
    expect(String(error)).not.toContain('secret');
  });

  it('are found in a netrc as it is written', () => {
    const netrc = '# mine\nmachine a.example login x password y\ndefault login anon password z\n';
    expect(loginIn(netrc, 'a.example')).toEqual({ user: 'x', password: 'y' });
    expect(loginIn(netrc, 'b.example')).toEqual({ user: 'anon', password: 'z' });
    expect(loginIn('machine a.example login x password y', 'b.example')).toBeUndefined();
    expect(loginIn('machine', 'a.example')).toBeUndefined();
  });
});

it('keeps answers where the operating system wants them', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'linux')).toBe('/x/vercel-python-preflight/index');
  expect(cacheFolder({ HOME: '/h' }, 'linux')).toBe('/h/.cache/vercel-python-preflight/index');
  expect(cacheFolder({ HOME: '/h' }, 'darwin')).toBe('/h/Library/Caches/vercel-python-preflight/index');
  expect(cacheFolder({ LOCALAPPDATA: '/l' }, 'win32')).toContain('/l');
});

import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import requirementVersionUnknown from '../../../server/src/rules/dependencies/requirementVersionUnknown.ts';
import { type IndexServer, serveIndex, tree } from '../../support/indexServer.ts';
import { folderWith, run } from './run.ts';

const flask = ['3.0.3', '3.1.0'].map((version) => ({ name: `flask-${version}-py3-none-any.whl`, python: '>=3.9' }));
const rules = [requirementVersionUnknown];

let server: IndexServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const project = (requirements: string) =>
  folderWith({ 'vercel.json': '{}', 'main.py': 'app = 1\n', 'requirements.txt': requirements });

async function verify(folder: string, options: readonly string[], env: Record<string, string> = {}) {
  const home = await folderWith({});
  return run(folder, ['verify', ...options], { rules, env: { HOME: home, XDG_CACHE_HOME: home, ...env } });
}

describe('verify --online', () => {
  it('finds a release that does not exist, and pins one that does', async () => {
    server = await serveIndex(tree({ flask }));
    const folder = await project('flask==3.0.99\nfrom-nobody==1.0\n');
    const options = ['--online', '--index-url', server.url];
    const { code, stdout, stderr } = await verify(folder, options);
    expect(stdout).toContain('`flask` has no release 3.0.99 in the index at 127.0.0.1');
    expect([code, stderr]).toEqual([1, '']);
    const fixed = await verify(folder, [...options, '--fix-unsafe', '--format', 'json']);
    expect([fixed.code, JSON.parse(fixed.stdout).summary.errors]).toEqual([0, 0]);
    const offline = await verify(await project('flask==3.0.99\n'), []);
    expect([offline.code, offline.stdout.includes('3.0.99')]).toEqual([0, false]);
  });

  it('asks for nothing where nothing is pinned', async () => {
    server = await serveIndex(tree({ flask }));
    const { code } = await verify(await project('flask\n'), ['--online', '--index-url', server.url]);
    expect([code, server.seen.length]).toEqual([0, 0]);
  });

  it('shows progress on a terminal alone, and clears it', async () => {
    server = await serveIndex(tree({ flask }));
    const folder = await project('flask==3.1.0\n');
    const env = { HOME: folder, XDG_CACHE_HOME: folder };
    const options = ['verify', '--online', '--index-url', server.url];
    const { stderr } = await run(folder, options, { rules, env, notesToTty: true });
    expect(stderr).toBe('\rAsking the package index: 1 of 1\r\x1b[K');
  });

  it('says in one line that the index is down, and stands on what is known', async () => {
    const gone = await serveIndex(() => undefined);
    await gone.close();
    const folder = await project('flask==3.0.99\n');
    const { code, stderr } = await verify(folder, ['--online', '--index-url', gone.url.replace('//', '//me:secret@')]);
    expect(stderr).toMatch(
      /^Note: the package index at http:\/\/127\.0\.0\.1:\d+\/simple gave no answer: the connection was refused\. What is known offline \(\d{4}-\d\d-\d\d\) stands\.\n$/,
    );
    expect(code).toBe(0);
  });

  it('tells an index nothing of packages that the project gets from another one', async () => {
    server = await serveIndex(tree({ flask, secret: flask }));
    const pyproject = (more: string) =>
      `[project]\nname = "a"\nversion = "1"\ndependencies = ["flask==3.1.0", "secret==1.0"]\n${more}`;
    const own = '[tool.uv.sources]\nsecret = { index = "ours" }\n[[tool.uv.index]]\nname = "ours"\nexplicit = true\n';
    const folder = await folderWith({
      ...{ 'vercel.json': '{}', 'main.py': 'app = 1\n' },
      'pyproject.toml': pyproject(`${own}url = "https://packages.example/simple"\n`),
    });
    const { code, stderr, stdout } = await verify(folder, ['--online', '--index-url', server.url]);
    expect(server.seen.map(({ path }) => path)).toEqual(['/simple/flask/']);
    expect(stderr).toBe(
      'Note: 1 pinned package comes from another index, which the project names; the index asked is told nothing of it. --index-url names the index to ask.\n',
    );
    expect([code, stdout.includes('secret')]).toEqual([0, false]);
  });

  it('asks the index that the project itself names, where that is the one to ask', async () => {
    server = await serveIndex(tree({ flask }));
    const { port } = new URL(server.url);
    const folder = await project(`--index-url http://me:\${TOKEN}@127.0.0.1:${port}/simple/\nflask==3.0.99\n`);
    const { stdout, stderr } = await verify(folder, ['--online', '--index-url', server.url]);
    expect([stderr, server.seen.map(({ path }) => path)]).toEqual(['', ['/simple/flask/']]);
    expect(stdout).toContain('`flask` has no release 3.0.99 in the index at 127.0.0.1');
    const elsewhere = await verify(folder, ['--online', '--index-url', 'https://packages.invalid/simple']);
    expect(elsewhere.stderr).toContain('1 pinned package comes from another index');
    expect(elsewhere.stdout).not.toContain('3.0.99');
  });

  it('goes through the proxy of the environment', async () => {
    const index = await serveIndex(tree({ flask }));
    server = index;
    const tunnels: string[] = [];
    const proxy = http.createServer();
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      const { port } = new URL(index.url);
      const target = net.connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
      socket.on('error', () => target.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = proxy.address() as AddressInfo;
      const options = ['--online', '--index-url', 'http://pypi.invalid/simple'];
      const env = { HTTP_PROXY: `http://127.0.0.1:${port}` };
      const { stdout } = await verify(await project('flask==3.0.99\n'), options, env);
      expect(stdout).toContain('in the index at pypi.invalid');
      expect(tunnels).toEqual(['pypi.invalid:80']);
    } finally {
      proxy.closeAllConnections();
      proxy.close();
    }
  });

  it('leaves out the proxy where NO_PROXY says so', async () => {
    server = await serveIndex(tree({ flask }));
    const options = ['--online', '--index-url', server.url];
    const env = { HTTP_PROXY: 'http://127.0.0.1:9', NO_PROXY: '127.0.0.1' };
    const { stdout, stderr } = await verify(await project('flask==3.0.99\n'), options, env);
    expect([stderr, stdout.includes('has no release 3.0.99')]).toEqual(['', true]);
    const through = await verify(await project('flask==3.0.99\n'), options, { HTTP_PROXY: env.HTTP_PROXY });
    expect(through.stderr).toContain('gave no answer: the connection was refused');
  });

  it.each([
    [['--index-url', 'https://example.com/simple'], '--online'],
    [['--online', '--index-url', 'secret'], 'looks like https://pypi.org/simple'],
  ])('is told apart from wrong use: %s', async (options, told) => {
    const { code, stderr } = await verify(await project('flask==3.1.0\n'), options);
    expect(code).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toContain('secret');
  });
});

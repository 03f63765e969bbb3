import { describe, expect, it } from 'vitest';
import { folderWith, run } from './run.ts';

const vercelJson = `{
  "redirects": [
    {
      "source": "/old/:id",
      "has": [{ "type": "cookie", "key": "beta" }],
      "destination": "/new/:id",
      "permanent": true
    }
  ],
  "headers": [{ "source": "/(.*)", "headers": [{ "key": "x-token", "value": "s3cret" }] }],
  "rewrites": [{ "source": "/v1/:path", "destination": "/api/index?page=:path" }]
}
`;
const folder = await folderWith({
  'backend/vercel.json': vercelJson,
  'backend/requirements.txt': 'fastapi\n',
  'backend/main.py': 'app = 1\n',
  'backend/public/logo.png': '',
});

describe('route', () => {
  it('explains step by step, and points into vercel.json', async () => {
    expect(await run(folder, ['route', '/v1/users', 'backend'])).toEqual({
      code: 0,
      stderr: '',
      stdout: `GET /v1/users in backend

  1  backend/vercel.json:10  \`headers[0]\` adds the header x-token to the response.
  2                          Neither a file nor a function is at /v1/users.
  3  backend/vercel.json:11  \`rewrites[0]\` leads to /api/index, with the query page=users&path=users.
  4                          Neither a file nor a function is at /api/index.
  5                          The FastAPI preset sends every path that nothing else answers to its one function.
  6  backend/main.py         That function is \`app\` of main.py.

\`app\` of main.py answers. It sees the path /api/index, not /v1/users. Since July 2026 an application behind a preset sees where a rewrite leads to.
`,
    });
  });

  it('finds the one root in a folder, takes a URL for its path, and says what it cannot know', async () => {
    const { code, stdout } = await run(folder, ['route', 'https://x.vercel.app/old/7#top', '--method', 'post']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^POST \/old\/7 in backend\n/);
    expect(stdout).toContain('backend/vercel.json:3   `redirects[0]` applies only to some requests');
    expect(stdout).toContain('the cookie beta, which cannot be known from the files');
    expect(stdout).toContain('It sees the path /old/7. That holds as far as the files tell.\n');
  });

  it('prints JSON with zero-based ranges', async () => {
    const { stdout } = await run(folder, ['route', 'v1/users?page=2', '--format', 'json']);
    const { steps, ...rest } = JSON.parse(stdout);
    expect(rest).toMatchObject({
      version: 1,
      root: 'backend',
      request: { method: 'GET', path: '/v1/users', query: 'page=2' },
      answer: { kind: 'function', certain: true, file: 'backend/main.py', variable: 'app', path: '/api/index' },
    });
    expect(steps[2]).toEqual({
      kind: 'rule',
      text: '`rewrites[0]` leads to /api/index, with the query page=users&path=users.',
      path: '/api/index',
      rule: { list: 'rewrites', index: 0 },
      file: 'backend/vercel.json',
      range: { start: { line: 10, character: 15 }, end: { line: 10, character: 80 } },
    });
    expect(stdout).not.toContain('s3cret');
  });

  it('tells of files, and of nothing', async () => {
    const { stdout } = await run(folder, ['route', '/logo.png', 'backend']);
    expect(stdout).toContain('The file public/logo.png is at /logo.png.\n\nThe file public/logo.png answers.\n');
    const empty = await folderWith({ 'api/index.py': 'app = 1\n' });
    expect((await run(empty, ['route', '/x'])).stdout).toMatch(
      /Neither .*\n\nNothing answers: Vercel responds with 404\.\n$/,
    );
    const stopped = await folderWith({ 'requirements.txt': 'fastapi\n' });
    expect((await run(stopped, ['route', '/x'])).stdout).toContain(
      'Nothing answers, because the build stops: No FastAPI',
    );
  });

  it('asks which of several roots is meant', async () => {
    const several = await folderWith({ 'a/vercel.json': '{}', 'b/vercel.json': '{}' });
    const { code, stderr } = await run(several, ['route', '/x']);
    expect(code).toBe(2);
    expect(stderr).toContain('Several folders in it are deployed by themselves. Name one of them as DIR: a, b.');
  });
});

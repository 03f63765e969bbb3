import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.ts';
import { problemsIn } from '../support/check.ts';

const found = async (name: string, vercelJson: string, files = '-- api/index.py\napp = 1\n') =>
  (
    await problemsIn(
      `-- vercel.json\n${vercelJson}\n${files}`,
      rules.filter((rule) => rule.name === name),
    )
  ).map(({ message }) => message);

describe('route-shadowed', () => {
  it.each([
    [
      '{ "redirects": [{ "source": "/(.*)", "destination": "//new.dev/$1" }, { "source": "/a", "destination": "/b" }] }',
    ],
    [
      '{ "redirects": [{ "source": "/(.*)", "destination": "https://new.dev/" }], "rewrites": [{ "source": "/a", "destination": "/api/index" }] }',
    ],
    ['{ "routes": [{ "src": "^/(.*)$", "dest": "/api/index.py" }, { "src": "/a", "dest": "/api/index.py" }] }'],
    [
      '{ "routes": [{ "src": "/(.*)", "status": 410 }], "rewrites": [{ "source": "/a", "destination": "/api/index" }] }',
    ],
  ])('finds what stands behind in %s', async (written) => {
    expect(await found('route-shadowed', written)).toHaveLength(1);
  });

  it.each([
    [
      '{ "rewrites": [{ "source": "/(.*)", "destination": "/gone" }, { "source": "/a", "destination": "/api/index" }] }',
    ],
    ['{ "rewrites": [{ "source": "/:a", "destination": "/a/:a" }, { "source": "/:b", "destination": "/b/:b" }] }'],
    [
      '{ "routes": [{ "src": "/(.*)", "headers": { "x": "y" }, "continue": true }, { "src": "/a", "dest": "/api/index.py" }] }',
    ],
  ])('finds nothing in %s', async (written) => {
    expect(await found('route-shadowed', written)).toEqual([]);
  });
});

describe('route-destination-missing', () => {
  const to = (path: string) => `{ "rewrites": [{ "source": "/(.*)", "destination": "${path}" }] }`;
  const messages = (path: string, files?: string) => found('route-destination-missing', to(path), files);

  it('means the only function, unless a page is meant', async () => {
    expect(await messages('/src/main.py')).toEqual([expect.stringContaining('Did you mean `/api/index`?')]);
    expect(await messages('/about.html')).toEqual([expect.stringContaining('Point it at a function')]);
    expect(await messages('/')).toEqual([expect.stringContaining('Point it at a function')]);
  });

  it('leaves alone what a build may make, and no path of a function', async () => {
    const built = '-- package.json\n{ "name": "x" }\n-- api/index.py\napp = 1\n';
    expect(await messages('/about', built)).toEqual([]);
    expect(await messages('/api/gone', built)).toHaveLength(1);
  });
});

describe('placeholder-destination', () => {
  const to = (host: string) => `{ "rewrites": [{ "source": "/(.*)", "destination": "https://${host}/$1" }] }`;

  it.each([
    'example.com',
    'api.example.org',
    'shop.example',
    'YOUR_APP.vercel.app',
    'placeholder.dev',
    'my-changeme.dev',
    'example.net:8000',
  ])('finds %s', async (host) => expect(await found('placeholder-destination', to(host))).toHaveLength(1));

  it.each(['myexample.com', 'example.com.live', 'placeholders.dev', 'examples.dev'])('finds no %s', async (host) =>
    expect(await found('placeholder-destination', to(host))).toEqual([]),
  );
});

import { describe, expect, it } from 'vitest';
import type { EnvironmentPage } from '../../../server/src/transports/lsp/environmentProtocol.ts';
import { at, started } from './fixture.ts';

const files = {
  'backend/vercel.json': '{ "env": { "MODE": "s3cret" } }',
  'backend/requirements.txt': 'fastapi',
  'backend/main.py': 'import os\n\napp = os.environ["MODE"]\n',
};

describe('the environment', () => {
  it('shows every root, with links and without values', async () => {
    const client = await started({ ...files, 'web/vercel.json': '{}' });
    const { markdown } = await client.request<EnvironmentPage>('vercelPreflight/environment', {});
    expect(markdown).toContain('## `backend`');
    expect(markdown).toContain('## `web`\n\nThe code that Vercel imports reads no environment variable by name.');
    expect(markdown).toContain(`[backend/main.py:3](${at('backend/main.py')}#L3)`);
    expect(markdown).not.toContain('s3cret');
  });

  it('compares a root with the variables that somebody asked its Vercel project for', async () => {
    const needs = { ...files, 'backend/main.py': 'import os\n\napp = os.environ["OTHER"], os.environ["KEY"]\n' };
    const client = await started({
      ...needs,
      'web/vercel.json': '{}',
      'web/main.py': 'import os\nos.environ["KEY"]\n',
    });
    const asked = [{ root: at('backend'), environment: 'production', names: ['KEY'] }];
    const { markdown } = await client.request<EnvironmentPage>('vercelPreflight/environment', { asked });
    expect(markdown).toContain('OTHER is not set for production, and the application does not start without it.');
    expect(markdown).toContain('| `OTHER` | MISSING for production | required at import |');
    expect(markdown).toContain('| `KEY` | set | required at import |');
    const unasked = await client.request<EnvironmentPage>('vercelPreflight/environment', {});
    expect(unasked.markdown).toContain('| `OTHER` | not known | required at import |');
  });

  it('follows unsaved text', async () => {
    const client = await started(files);
    await client.open(at('backend/main.py'), 'import os\n\napp = os.getenv("OTHER")\n');
    const { markdown } = await client.request<EnvironmentPage>('vercelPreflight/environment', {});
    expect(markdown).toContain('| `OTHER` | not known | read at import |');
  });
});

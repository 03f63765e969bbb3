import { describe, expect, it } from 'vitest';
import type { Overview, Preview } from '../../../server/src/transports/lsp/protocol.ts';
import { until } from '../../support/lspClient.ts';
import { at, folder, started } from './fixture.ts';

const files = { 'backend/vercel.json': '{}', 'backend/runtime.txt': 'python-3.9', 'web/vercel.json': '{}' };

describe('the overview', () => {
  it('has every root with its areas, and each problem with its place', async () => {
    const client = await started(files);
    const { roots } = await client.request<Overview>('vercelPreflight/overview', {});
    expect(roots.map(({ name, python, summary }) => [name, python, summary.errors])).toEqual([
      ['backend', '3.12', 1],
      ['web', '3.12', 1],
    ]);
    const [version] = roots[0]?.areas ?? [];
    expect(version).toMatchObject({ id: 'python-version', status: 'fail' });
    expect(version?.problems.find(({ rule }) => rule === 'runtime-prefix')).toEqual({
      rule: 'runtime-prefix',
      severity: 'warning',
      message: '`python-` is not read.',
      uri: at('backend/runtime.txt'),
      path: 'backend/runtime.txt',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } },
      fixable: true,
    });
  });

  it('leaves out areas that do not apply, and folders that are switched off', async () => {
    const client = await started({ 'vercel.json': '{}' });
    const { roots } = await client.request<Overview>('vercelPreflight/overview', {});
    expect(roots[0]?.areas.map(({ status }) => status)).not.toContain('not-applicable');
    const off = await started(files, { settings: { [folder]: { enable: false } } });
    expect(await off.request('vercelPreflight/overview', {})).toEqual({ roots: [] });
  });

  it('tells the client when it may have changed, once for many keys', async () => {
    const client = await started(files);
    await client.request('vercelPreflight/overview', {});
    await client.open(at('backend/runtime.txt'), 'python-3.9');
    await client.change(at('backend/runtime.txt'), [{ text: '3.9' }]);
    await until(() => client.changes > 0);
    expect(client.changes).toBe(1);
    const { roots } = await client.request<Overview>('vercelPreflight/overview', {});
    expect(roots[0]?.summary.warnings).toBe(0);
  });
});

describe('the preview', () => {
  it('explains every root', async () => {
    const client = await started({ ...files, 'backend/requirements.txt': 'flask', 'backend/app.py': 'app = 1\n' });
    const { markdown } = await client.request<Preview>('vercelPreflight/preview', {});
    expect(markdown).toContain('## `backend`');
    expect(markdown).toContain('## `web`');
    expect(markdown).toContain(`### Serves \`app\` of [backend/app.py](${at('backend/app.py')})`);
  });

  it('says so where there is no root', async () => {
    const client = await started({ 'main.py': '' });
    const { markdown } = await client.request<Preview>('vercelPreflight/preview', {});
    expect(markdown).toContain('No folder here says that it is deployed to Vercel.');
  });
});

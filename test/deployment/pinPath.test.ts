import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinPath } from '../../server/src/deployment/pinPath.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { generatedTree } from '../differential/trees/generated.ts';
import { ask, deploymentOf } from './deploymentOf.ts';

describe('the place for .python-version', () => {
  it.each([
    [{ 'requirements.txt': 'fastapi\n', 'main.py': 'app = 1\n' }, '.python-version'],
    [{ 'api/requirements.txt': '', 'api/index.py': 'app = 1\n' }, 'api/.python-version'],
    [{ 'api/index.py': 'app = 1\n' }, 'api/.python-version'],
    [{ 'manage.py': 'DJANGO_SETTINGS_MODULE', 'site/wsgi.py': '' }, '.python-version'],
  ])('of %j is %s', async (files, expected) => {
    const path = await ask(files, (project) => pinPath(project, resolveDeployment(project)));
    expect(path).toBe(expected);
  });

  it('is one where it counts', { timeout: 60_000 }, async () => {
    const property = fc.asyncProperty(generatedTree, async ({ files, root }) => {
      const texts = Object.fromEntries([...files].map(([path, { text }]) => [path, text]));
      const { python, install, errors } = await deploymentOf(texts, root);
      const isUnreachable = install.source?.endsWith('requirements/prod.txt');
      fc.pre(python.source === null && errors.length === 0 && !isUnreachable);
      const path = await ask(texts, (project) => pinPath(project, resolveDeployment(project)), root);
      const pinned = await deploymentOf({ ...texts, [path]: '3.13\n' }, root);
      expect(pinned.python, JSON.stringify({ root, path, texts })).toMatchObject({ version: '3.13', source: path });
    });
    await fc.assert(property, { numRuns: 300, seed: 1 });
  });
});

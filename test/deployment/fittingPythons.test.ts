import { describe, expect, it } from 'vitest';
import { exclusions, fittingPythons } from '../../server/src/deployment/installed/fittingPythons.ts';
import { resolveDeployment } from '../../server/src/deployment/resolve.ts';
import { folderWith, run } from '../transports/cli/run.ts';
import { ask } from './deploymentOf.ts';

const fits = (requirements: string, more: Readonly<Record<string, string>> = {}) =>
  ask({ 'vercel.json': '{}', 'main.py': 'app = 1\n', 'requirements.txt': requirements, ...more }, (project) => {
    const pythons = fittingPythons(project, resolveDeployment(project));
    return pythons && { versions: pythons.versions, because: exclusions(pythons), known: pythons.known };
  });

describe('the Pythons that would do', () => {
  it('are those for which every pinned requirement has a release and a wheel', async () => {
    expect(await fits('pydantic-core==2.14.5\nfastapi==0.115.6\n')).toEqual({
      versions: ['3.12'],
      because: ['pydantic-core 2.14.5 has no wheel for 3.14 and 3.13.'],
      known: 2,
    });
    expect(await fits('fastapi==0.115.6\n')).toEqual({ versions: ['3.14', '3.13', '3.12'], because: [], known: 1 });
    expect(await fits('numpy==1.21.0\n')).toEqual({
      versions: [],
      because: ['numpy 1.21.0 has no wheel for 3.14, 3.13 and 3.12.'],
      known: 1,
    });
  });

  it('do not hang on what is not known, not pinned, or not installed', async () => {
    expect(await fits('numpy\npydantic-core>=2\nnobody-knows==1\nnumpy==1.999\n')).toBeUndefined();
    expect(await fits('numpy==1.21.0; python_version < "3.9"\n')).toBeUndefined();
    expect(await fits('--extra-index-url https://a.b/c\nnumpy==1.21.0\n')).toBeUndefined();
    expect(await fits('torch==2.1.2+cpu\n')).toBeUndefined();
    expect(await fits('numpy==1.21.0\n', { 'vercel.json': '{ "installCommand": "make" }' })).toBeUndefined();
  });

  it('are told by resolve and by the report', async () => {
    const folder = await folderWith({ 'main.py': 'app = 1\n', 'requirements.txt': 'pydantic-core==2.14.5\n' });
    const text = await run(folder, ['resolve']);
    expect(text.stdout).toContain('Python 3.12');
    expect(text.stdout.replace(/\s+/g, ' ')).toContain('pydantic-core 2.14.5 has no wheel for 3.14 and 3.13.');
    const json = JSON.parse((await run(folder, ['resolve', '--format', 'json'])).stdout);
    expect(json.projects[0].python.fits).toEqual(['3.12']);
    const report = await run(folder, ['verify', '--format', 'markdown']);
    expect(report.stdout).toContain('- **Pins fit** Python 3.12, as far as is known (2026-08-22).');
  });

  it('are null in JSON where nothing is known', async () => {
    const folder = await folderWith({ 'main.py': 'app = 1\n' });
    const json = JSON.parse((await run(folder, ['resolve', '--format', 'json'])).stdout);
    expect(json.projects[0].python.fits).toBeNull();
  });
});

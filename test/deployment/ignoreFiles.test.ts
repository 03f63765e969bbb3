import { describe, expect, it } from 'vitest';
import { uploadedFiles } from '../../server/src/deployment/uploadedFiles.ts';
import { ask, deploymentOf } from './deploymentOf.ts';

const files = { 'main.py': 'app = 1\n', 'notes.md': '', 'data/a.csv': '', 'target/x': '' };
const uploaded = (more: Readonly<Record<string, string>>) =>
  ask({ ...files, ...more }, (project) => uploadedFiles(project).filter((path) => path in files));

describe('the files that say what is not uploaded', () => {
  it('are .vercelignore, else .nowignore', async () => {
    expect(await uploaded({ '.vercelignore': 'data\n' })).toEqual(['main.py', 'notes.md', 'target/x']);
    expect(await uploaded({ '.nowignore': '*.md\n' })).toEqual(['data/a.csv', 'main.py', 'target/x']);
    expect(await uploaded({ '.nowignore': '*.md\n', '.vercelignore': '' })).toEqual([
      'data/a.csv',
      'main.py',
      'target/x',
    ]);
  });

  it('are not .gitignore', async () => {
    expect(await uploaded({ '.gitignore': 'data\n' })).toEqual(Object.keys(files).sort());
  });

  it('leave the results of Rust out', async () => {
    expect(await uploaded({ 'Cargo.toml': '' })).toEqual(['data/a.csv', 'main.py', 'notes.md']);
    expect(await uploaded({ 'Cargo.toml': '', '.vercelignore': '!/target\n' })).toContain('target/x');
  });

  it('stop the build where both say something, after the schema and before the routes', async () => {
    const both = { ...files, '.vercelignore': 'a', '.nowignore': 'b' };
    const first = async (more: Readonly<Record<string, string>>) =>
      (await deploymentOf({ ...both, ...more })).errors[0];
    expect(await first({})).toEqual({
      code: 'CONFLICTING_IGNORE_FILES',
      message: 'Cannot use both a `.vercelignore` and `.nowignore` file. Please delete the `.nowignore` file.',
      file: '.nowignore',
    });
    expect((await first({ 'vercel.json': '{"cleanUrls": 1}' }))?.code).toBe('INVALID_VERCEL_CONFIG');
    expect((await first({ 'vercel.json': '{"routes": [{"src": "("}]}' }))?.code).toBe('CONFLICTING_IGNORE_FILES');
    expect((await first({ '.nowignore': '' }))?.code).toBeUndefined();
  });
});

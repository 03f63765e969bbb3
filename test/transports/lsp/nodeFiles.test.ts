import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { diskFiles, nodeFiles } from '../../../server/src/transports/lsp/nodeFiles.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'é node files '));
  await mkdir(path.join(folder, 'backend', 'shared'), { recursive: true });
  await writeFile(path.join(folder, 'backend', 'vercel.json'), '{}');
  await symlink(path.join(folder, 'backend'), path.join(folder, 'linked'));
  await symlink(folder, path.join(folder, 'backend', 'up'));
  await symlink(path.join(folder, 'backend', 'shared'), path.join(folder, 'backend', 'within'));
  await symlink(path.join(folder, 'nowhere'), path.join(folder, 'broken'));
  await symlink(path.join(folder, 'backend', 'vercel.json'), path.join(folder, 'file.json'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('lists links as what they point at, and never in circles', async () => {
  const files = nodeFiles(pathToFileURL(folder).href);
  const named = async (directory: string) =>
    Object.fromEntries((await files?.list(directory))?.map(({ name, kind }) => [name, kind]) ?? []);
  expect(await named('')).toEqual({ backend: 'directory', linked: 'directory', 'file.json': 'file' });
  expect(await named('backend')).toEqual({ shared: 'directory', within: 'directory', 'vercel.json': 'file' });
  expect(await named('linked')).toEqual({ shared: 'directory', within: 'directory', 'vercel.json': 'file' });
  expect(await named('linked/within')).toEqual({});
  expect(await named('missing')).toEqual({});
});

it('reads files, and has none where there are none', async () => {
  const files = diskFiles(folder);
  expect(await files.read('backend/vercel.json')).toEqual({ text: '{}', encoding: 'utf-8' });
  expect(await files.read('backend')).toBeUndefined();
  expect(await files.read('missing')).toBeUndefined();
});

it('leaves folders that are not on this disk to the client', () => {
  expect(nodeFiles('vscode-vfs://github/owner/repo')).toBeUndefined();
  expect(nodeFiles('untitled:x')).toBeUndefined();
  if (process.platform !== 'win32') expect(nodeFiles('file://host/share')).toBeUndefined();
});
